package io.rialto.engine.giveup;

import io.rialto.engine.agenda.Consequence;
import io.rialto.engine.control.Control;
import io.rialto.engine.correction.CorrectionRoom;
import io.rialto.engine.correction.TradesTakenBack;
import io.rialto.engine.credit.CreditRoom;
import io.rialto.engine.giveup.Shares.Share;
import io.rialto.engine.ledger.Balances;
import io.rialto.engine.ledger.Treasury;
import io.rialto.engine.listing.Accounts;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.listing.Instruments;
import io.rialto.engine.matching.Fills;
import io.rialto.engine.roles.Roles;
import io.rialto.engine.settlement.KeptTrades.Trade;
import io.rialto.engine.settlement.SettlementRoom;
import io.rialto.protocol.AnswerGiveUpDecoder;
import io.rialto.protocol.GiveUpDecoder;
import io.rialto.protocol.Reason;
import io.rialto.protocol.frame.Frame;
import java.util.function.LongConsumer;

/**
 * Give-ups: offered by who has a side of a trade, taken up by another; over when the trade is settled or taken back.
 *
 * <p>Threading: the core's thread only. Allocates only to grow.
 */
public final class GiveUpRoom implements TradesTakenBack {
    private final PendingGiveUps pending = new PendingGiveUps();
    private final Shares shares = new Shares();
    private final GiveUpEvents events = new GiveUpEvents();
    private final Passing passing;
    private final GiveUpDesk desk;
    private final GiveUpLapses lapses;

    public GiveUpRoom(
            Accounts accounts,
            Instruments instruments,
            Balances balances,
            Treasury treasury,
            Fills fills,
            CorrectionRoom corrections,
            SettlementRoom settlement,
            Roles roles,
            Control control,
            CreditRoom credit) {
        passing = new Passing(balances, treasury, settlement.obligations(), corrections.moves(), shares);
        Takers takers = new Takers(control, credit, roles);
        ContractGiveUps contracts = new ContractGiveUps(corrections, shares);
        desk = new GiveUpDesk(
                accounts, instruments, fills, settlement, roles, takers, pending, passing, contracts, events);
        lapses = new GiveUpLapses(settlement, corrections, fills, pending, shares, events);
    }

    /** UNKNOWN_COMMAND for a command of others. */
    public Reason decide(Frame frame, int type) {
        switch (type) {
            case GiveUpDecoder.TEMPLATE_ID:
                return desk.offer(frame);
            case AnswerGiveUpDecoder.TEMPLATE_ID:
                if (shares.areFull()) lapses.look();
                return desk.answer(frame);
            default:
                return Reason.UNKNOWN_COMMAND;
        }
    }

    /** What is over lapses before anything else. */
    public Consequence lapses() {
        return lapses;
    }

    @Override
    public boolean isGivenUp(long trade) {
        return shares.areAny(trade);
    }

    @Override
    public void takenBack() {
        lapses.look();
    }

    @Override
    public Reason refusal(Instrument market, Trade trade) {
        if (!trade.isGivenUp) return Reason.NONE;
        return passing.hasRoomToRefund(market, trade) ? Reason.NONE : Reason.VALUE_OVERFLOW;
    }

    @Override
    public void takeBack(Frame frame, Instrument market, Trade trade) {
        lapses.look();
        while (trade.isGivenUp) {
            Share share = shares.firstOf(trade.number);
            boolean isBuy = share.isBuy;
            int from = share.account;
            int to = isBuy ? trade.buyer : trade.seller;
            long lots = share.lots;
            passing.measure(market, trade, isBuy, from, to, lots);
            passing.pass();
            events.reversed(frame, trade, isBuy, from, to, lots, passing);
        }
    }

    /** Everything that can change a later decision, in a fixed order. */
    public void visit(LongConsumer state) {
        pending.visit(state);
        shares.visit(state);
        lapses.visit(state);
    }
}
