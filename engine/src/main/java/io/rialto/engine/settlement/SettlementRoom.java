package io.rialto.engine.settlement;

import io.rialto.engine.agenda.Consequence;
import io.rialto.engine.calendar.CalendarDesk;
import io.rialto.engine.calendar.Calendars;
import io.rialto.engine.ledger.Balances;
import io.rialto.engine.ledger.Treasury;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.listing.Instruments;
import io.rialto.protocol.Reason;
import io.rialto.protocol.RunSettlementDecoder;
import io.rialto.protocol.SetSettlementTermsDecoder;
import io.rialto.protocol.frame.Frame;
import java.util.function.LongConsumer;

/**
 * Clearing of what settles later than it trades: terms and calendars, obligations, and the cycles that settle them.
 *
 * <p>A market without terms settles at once and knows nothing of this. Threading: the core's thread only.
 */
public final class SettlementRoom {
    private final CalendarDesk calendar;
    private final SettlementTerms terms = new SettlementTerms();
    private final KeptTrades kept = new KeptTrades();
    private final Obligations obligations;
    private final Novations novations;
    private final SettlementRun run;
    private final SettlementDesk desk;

    public SettlementRoom(Instruments instruments, Balances balances, Treasury treasury) {
        obligations = new Obligations(treasury);
        calendar = new CalendarDesk(instruments);
        Calendars calendars = calendar.calendars();
        novations = new Novations(balances, treasury, terms, calendars, obligations, kept);
        run = new SettlementRun(instruments, balances, treasury, calendars, obligations, novations);
        desk = new SettlementDesk(instruments, calendars, terms, novations, run);
    }

    /** UNKNOWN_COMMAND for a command of others. */
    public Reason decide(Frame frame, int type) {
        switch (type) {
            case SetSettlementTermsDecoder.TEMPLATE_ID:
                return desk.setTerms(frame);
            case RunSettlementDecoder.TEMPLATE_ID:
                return desk.run(frame);
            default:
                return calendar.decide(frame, type);
        }
    }

    /** What a trade goes through that is kept or settles later. */
    public Novations novations() {
        return novations;
    }

    public Obligations obligations() {
        return obligations;
    }

    public KeptTrades kept() {
        return kept;
    }

    /** After how many failed cycles a member is bought in; 0: never. */
    public int buyInCycles(Instrument market) {
        return terms.buyInCycles(market);
    }

    /** A cycle that has begun follows to its end before anything else. */
    public Consequence cycle() {
        return run;
    }

    /** Everything that can change a later decision, in a fixed order. */
    public void visit(LongConsumer state) {
        calendar.visit(state);
        terms.visit(state);
        obligations.visit(state);
        kept.visit(state);
        state.accept(novations.lastSettledDay());
        run.visit(state);
    }
}
