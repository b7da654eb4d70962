package io.rialto.engine.settlement;

import java.util.function.LongConsumer;

/**
 * The trades of instruments with settlement terms, until they are settled and thirty days old: what a bust needs to know.
 *
 * <p>Kept in the order of their numbers. Money in minor units. Threading: the core's thread only. Allocates only to grow.
 */
public final class KeptTrades {
    /** No such trade is kept. */
    public static final int NONE = -1;

    private static final int DAYS_KEPT = 30;
    private static final int FEW = 64;

    /** One trade, between an add and what becomes of it. Of one that settled at once, owed is what moved. */
    public static final class Trade {
        public long number;
        public long priceTicks;
        public long lots;
        public long notionalMinor;
        public long buyerOwes;
        public long buyerReceives;
        public long sellerOwes;
        public long sellerReceives;
        public long heldMinor;
        public long tickStep;
        public long lotStep;
        public int instrument;
        public int buyer;
        public int seller;

        /** Settlement date of what was novated; else the day of the trade. */
        public int day;

        /** UTC day on which it was made, by which volumes count. */
        public int madeOn;

        public boolean isNovated;
        public boolean isVolume;
        public boolean isBusted;

        /** Some of it is with an account that did not execute it. */
        public boolean isGivenUp;
    }

    private Trade[] trades = new Trade[FEW]; // a ring
    private int head;
    private int count;

    /** The next trade's place, to be filled; what is old enough to be forgotten is. */
    Trade add(long number, int today, int lastSettledDay) {
        while (count > 0 && isOld(trades[head], today, lastSettledDay)) {
            head = head + 1 & trades.length - 1;
            count--;
        }
        if (count == trades.length) grow();
        int place = head + count++ & trades.length - 1;
        if (trades[place] == null) trades[place] = new Trade();
        Trade trade = trades[place];
        trade.number = number;
        trade.madeOn = today;
        trade.isBusted = false;
        trade.isGivenUp = false;
        return trade;
    }

    private static boolean isOld(Trade trade, int today, int lastSettledDay) {
        return trade.day < today - DAYS_KEPT && (!trade.isNovated || trade.day <= lastSettledDay);
    }

    /** Its place, or {@link #NONE}. */
    public int find(long number) {
        int low = 0;
        int high = count - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            long found = at(middle).number;
            if (found == number) return middle;
            if (found < number) low = middle + 1;
            else high = middle - 1;
        }
        return NONE;
    }

    /** Good until the next add. */
    public Trade at(int place) {
        return trades[head + place & trades.length - 1];
    }

    private void grow() {
        Trade[] more = new Trade[trades.length << 1];
        for (int i = 0; i < count; i++) more[i] = at(i);
        trades = more;
        head = 0;
    }

    void visit(LongConsumer state) {
        for (int i = 0; i < count; i++) {
            Trade trade = at(i);
            state.accept(trade.number);
            state.accept((long) trade.instrument << 32 | trade.day);
            state.accept((long) trade.buyer << 32 | trade.seller);
            state.accept(trade.priceTicks);
            state.accept(trade.lots);
            state.accept(trade.notionalMinor);
            state.accept(trade.buyerOwes);
            state.accept(trade.buyerReceives);
            state.accept(trade.sellerOwes);
            state.accept(trade.sellerReceives);
            state.accept(trade.heldMinor);
            state.accept(trade.tickStep);
            state.accept(trade.lotStep);
            state.accept((long) trade.madeOn << 3
                    | (trade.isNovated ? 4 : 0)
                    | (trade.isVolume ? 2 : 0)
                    | (trade.isBusted ? 1 : 0));
        }
        state.accept(0);
    }
}
