package io.rialto.engine.tape;

import io.rialto.engine.lifecycle.ParameterDesk;
import io.rialto.engine.lifecycle.ParameterRule;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.listing.Instruments;
import io.rialto.engine.matching.Fills;
import io.rialto.protocol.InstrumentParameter;
import io.rialto.protocol.Reason;

/**
 * Looks trades up by their number: the venue's last {@value Tape#MOST}, each for as many days as its instrument keeps
 * them.
 *
 * <p>Threading: the core's thread only. Allocates nothing.
 */
public final class TapeSearch {
    private static final int USUAL_DAYS = 30;
    private static final int MOST_DAYS = 365;
    private static final long DAY_NANOS = 24L * 60 * 60 * 1_000_000_000;

    private final Instruments instruments;
    private final Fills fills;
    private final Tape tape;

    public TapeSearch(Instruments instruments, Fills fills, Tape tape) {
        this.instruments = instruments;
        this.fills = fills;
        this.tape = tape;
    }

    /** The parameter is known from now on. */
    public static void makeKnown(ParameterDesk desk) {
        desk.knows(InstrumentParameter.TRADES_KEPT_DAYS, ParameterRule.noneOrBetween(0, MOST_DAYS));
    }

    /** UNKNOWN_TRADE, TRADE_NOT_KEPT, or NONE when the trade was read. */
    public Reason find(long number, long nowNanos, TapedTrade into) {
        if (number < 1 || number > fills.lastTrade()) return Reason.UNKNOWN_TRADE;
        boolean isKept = number > fills.lastTrade() - Tape.MOST
                && tape.find(number, into)
                && day(nowNanos) - day(into.timeNanos) <= daysKept(into.instrument);
        return isKept ? Reason.NONE : Reason.TRADE_NOT_KEPT;
    }

    private long daysKept(int instrument) {
        long days = instruments.get(instrument).parameter(InstrumentParameter.TRADES_KEPT_DAYS);
        return days == Instrument.NONE ? USUAL_DAYS : days;
    }

    private static long day(long timeNanos) {
        return Math.floorDiv(timeNanos, DAY_NANOS);
    }
}
