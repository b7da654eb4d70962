package io.rialto.engine.allocation;

import io.rialto.engine.book.Book;
import io.rialto.engine.lifecycle.ParameterDesk;
import io.rialto.engine.lifecycle.ParameterRule;
import io.rialto.engine.listing.Instrument;
import io.rialto.protocol.InstrumentParameter;
import io.rialto.protocol.Phase;
import io.rialto.protocol.Reason;
import io.rialto.protocol.Side;
import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * How each instrument's orders share a price: its parameters, and its lead market makers. All of it changes between
 * sessions only, so that nobody's place is worth something else from one order to the next.
 *
 * <p>Threading: the core's thread only. Allocates only to grow.
 */
public final class Allocations {
    private static final int WHOLE_BPS = 10_000;
    private static final byte CLOSED = (byte) Phase.CLOSED.value();
    private static final byte PRE_OPEN = (byte) Phase.PRE_OPEN.value();
    private static final LeadMakers NOBODY = new LeadMakers();

    private LeadMakers[] leads = new LeadMakers[16];

    /** The parameters of sharing are known from now on. */
    public static void make(ParameterDesk desk) {
        desk.knows(InstrumentParameter.MATCHING_ALGORITHM, between(0, Instrument.PRO_RATA));
        desk.knows(InstrumentParameter.PRO_RATA_MIN_LOTS, between(1, Long.MAX_VALUE));
        desk.knows(InstrumentParameter.FIFO_SHARE_BPS, between(1, WHOLE_BPS));
        desk.knows(InstrumentParameter.TOP_MIN_LOTS, between(1, Long.MAX_VALUE));
        desk.knows(InstrumentParameter.TOP_MAX_LOTS, between(1, Long.MAX_VALUE));
    }

    /** Whether orders may share by other rules from now on: also before an instrument's first session. */
    static boolean isBetweenSessions(Instrument market) {
        if (market.phase() == CLOSED || market.phase() == PRE_OPEN) return true;
        Book book = market.book();
        return market.lastTradeTicks() == 0 && book.isEmpty(Side.BUY) && book.isEmpty(Side.SELL);
    }

    LeadMakers leads(int instrument) {
        boolean hasSome = instrument < leads.length && leads[instrument] != null;
        return hasSome ? leads[instrument] : NOBODY;
    }

    void assign(int instrument, int account, int shareBps) {
        if (instrument >= leads.length) leads = Arrays.copyOf(leads, Math.max(instrument + 1, leads.length << 1));
        if (leads[instrument] == null) leads[instrument] = new LeadMakers();
        leads[instrument].assign(account, shareBps);
    }

    /** Everything that can change a later decision, in a fixed order. */
    public void visit(LongConsumer state) {
        for (int instrument = 0; instrument < leads.length; instrument++) {
            if (leads[instrument] == null || leads[instrument].count() == 0) continue;
            state.accept(instrument);
            leads[instrument].visit(state);
        }
    }

    private static ParameterRule between(long least, long most) {
        ParameterRule range = ParameterRule.noneOrBetween(least, most);
        return (market, value) -> {
            Reason refusal = range.check(market, value);
            if (refusal != Reason.NONE) return refusal;
            return isBetweenSessions(market) ? Reason.NONE : Reason.ALLOCATION_WITHIN_SESSION;
        };
    }
}
