package io.rialto.engine.lifecycle;

import io.rialto.engine.agenda.Agenda;
import io.rialto.engine.agenda.Consequences;
import io.rialto.engine.blocks.MassCancels;
import io.rialto.engine.ledger.Balances;
import io.rialto.engine.listing.Accounts;
import io.rialto.engine.listing.Assets;
import io.rialto.engine.listing.Instruments;
import io.rialto.engine.orders.OpenOrders;
import io.rialto.engine.position.Positions;
import io.rialto.engine.requests.Caller;
import io.rialto.engine.trading.TradingDesk;
import io.rialto.protocol.ChangeListingDecoder;
import io.rialto.protocol.InstrumentParameter;
import io.rialto.protocol.Reason;
import io.rialto.protocol.ScheduleChangeDecoder;
import io.rialto.protocol.WithdrawScheduledChangeDecoder;
import io.rialto.protocol.frame.Frame;
import java.util.function.LongConsumer;

/**
 * An instrument's life: its steps and fees while it trades, changes for later, and its end.
 *
 * <p>Threading: the core's thread only.
 */
public final class Lifecycle {
    private final ChangeSchedule schedule;
    private final Delisting delisting;

    public Lifecycle(
            Assets assets,
            Accounts accounts,
            Instruments instruments,
            OpenOrders orders,
            Balances balances,
            TradingDesk trading,
            ParameterDesk parameters,
            MassCancels cancels,
            Agenda agenda,
            Consequences consequences,
            Caller caller) {
        Restatement restatement = new Restatement(accounts, orders, balances, trading.departure());
        Positions positions = trading.reductions().positions();
        parameters.knows(InstrumentParameter.TICK, new StepRule(true, assets, parameters, restatement, positions));
        parameters.knows(InstrumentParameter.LOT, new StepRule(false, assets, parameters, restatement, positions));
        knowsFee(parameters, InstrumentParameter.MAKER_FEE_RATE, restatement);
        knowsFee(parameters, InstrumentParameter.TAKER_FEE_RATE, restatement);
        knowsFee(parameters, InstrumentParameter.FEE_PER_LOT_MINOR, restatement);
        schedule = new ChangeSchedule(instruments, parameters, agenda, caller);
        delisting = new Delisting(instruments, cancels);
        trading.gate().addFirst(delisting);
        consequences.add(schedule);
    }

    private static void knowsFee(ParameterDesk desk, InstrumentParameter fee, Restatement restatement) {
        desk.knows(fee, new FeeRule(fee, restatement));
    }

    /** UNKNOWN_COMMAND for a command of others. */
    public Reason decide(Frame frame, int type) {
        switch (type) {
            case ScheduleChangeDecoder.TEMPLATE_ID:
                return schedule.schedule(frame);
            case WithdrawScheduledChangeDecoder.TEMPLATE_ID:
                return schedule.withdraw(frame);
            case ChangeListingDecoder.TEMPLATE_ID:
                return delisting.change(frame);
            default:
                return Reason.UNKNOWN_COMMAND;
        }
    }

    /** How instruments leave. */
    public Delisting delisting() {
        return delisting;
    }

    /** Everything that can change a later decision, in a fixed order. */
    public void visit(LongConsumer state) {
        schedule.visit(state);
        delisting.visit(state);
    }
}
