package io.rialto.engine.settlement;

import io.rialto.engine.calendar.BusinessDays;
import io.rialto.engine.listing.Instrument;
import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * When trades of each instrument settle, as it was told last.
 *
 * <p>Threading: the core's thread only. Allocates only to grow.
 */
final class SettlementTerms {
    static final int MOST_DAYS = 30;

    private static final int NONE = -1;

    private long[] cutOffs = new long[0]; // by instrument
    private int[] days = new int[0];
    private boolean[] owedIsFree = new boolean[0];
    private int[] buyInCycles = new int[0];

    private boolean areSet(int instrument) {
        return instrument < days.length && days[instrument] != NONE;
    }

    boolean equal(int instrument, long cutOffNanos, int ofDays, boolean isFree, int cycles) {
        return areSet(instrument)
                && cutOffs[instrument] == cutOffNanos
                && days[instrument] == ofDays
                && owedIsFree[instrument] == isFree
                && buyInCycles[instrument] == cycles;
    }

    void set(Instrument market, long cutOffNanos, int ofDays, boolean isFree, int cycles) {
        int instrument = market.number();
        if (instrument >= days.length) grow(instrument + 1);
        cutOffs[instrument] = cutOffNanos;
        days[instrument] = ofDays;
        owedIsFree[instrument] = isFree;
        buyInCycles[instrument] = cycles;
        market.clears(ofDays > 0);
    }

    /** Business days after that of the trade. */
    int days(Instrument market) {
        return days[market.number()];
    }

    /** The day that a trade belongs to, business day or not. */
    int tradeDay(Instrument market, long timeNanos) {
        int day = BusinessDays.dayOf(timeNanos);
        long timeOfDay = Math.floorMod(timeNanos, BusinessDays.DAY_NANOS);
        return timeOfDay < cutOffs[market.number()] ? day : day + 1;
    }

    /** Whether a seller may use what he owes until it is due. */
    boolean owedIsFree(Instrument market) {
        return owedIsFree[market.number()];
    }

    /** 0: nobody is bought in. */
    int buyInCycles(Instrument market) {
        return areSet(market.number()) ? buyInCycles[market.number()] : 0;
    }

    private void grow(int length) {
        int old = days.length;
        cutOffs = Arrays.copyOf(cutOffs, length);
        days = Arrays.copyOf(days, length);
        owedIsFree = Arrays.copyOf(owedIsFree, length);
        buyInCycles = Arrays.copyOf(buyInCycles, length);
        Arrays.fill(days, old, length, NONE);
    }

    void visit(LongConsumer state) {
        for (int instrument = 1; instrument < days.length; instrument++) {
            if (!areSet(instrument)) continue;
            state.accept((long) instrument << 32 | days[instrument]);
            state.accept(cutOffs[instrument]);
            state.accept(buyInCycles[instrument] << 1 | (owedIsFree[instrument] ? 1 : 0));
        }
        state.accept(0);
    }
}
