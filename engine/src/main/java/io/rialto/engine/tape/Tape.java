package io.rialto.engine.tape;

import java.util.function.LongConsumer;

/**
 * The venue's last {@value #MOST} trades, of all its instruments, each at a place that follows from its number.
 *
 * <p>A trade's record is written when it is made, and again when something becomes of it. Amounts in minor units.
 * Threading: the core's thread only. Allocates only until so many trades were made as it keeps.
 */
public final class Tape {
    /** So many trades are kept, whatever they are of. */
    public static final int MOST = 1 << 16;

    /** A trade that counted to no volume. */
    public static final int NO_VOLUME = -1;

    private static final int PAGE_BITS = 8;
    private static final int PAGE_MASK = (1 << PAGE_BITS) - 1;

    // A record's longs.
    private static final int NUMBER = 0;
    private static final int TICKS = 1;
    private static final int LOTS = 2;
    private static final int TIME = 3;
    private static final int TICK_STEP = 4;
    private static final int LOT_STEP = 5;
    private static final int INSTRUMENT = 6; // and, above it, the volume's day
    private static final int PARTIES = 7; // the seller, and above him the buyer
    private static final int BUYER_FEE = 8;
    private static final int SELLER_FEE = 9;
    private static final int MARKS = 10;
    private static final int WIDTH = 11;

    private static final long HAD_TERMS = 1;
    private static final long IS_BUSTED = 2;

    private final long[][] pages = new long[MOST >> PAGE_BITS][];
    private long last;

    // The record that is being written.
    private long[] page;
    private int at;

    /** @param expectedTrades for so many there is room from the start */
    public Tape(int expectedTrades) {
        int most = Math.min(MOST, expectedTrades);
        for (int trade = 0; trade < most; trade += 1 << PAGE_BITS) pages[trade >> PAGE_BITS] = newPage();
    }

    private static long[] newPage() {
        return new long[WIDTH << PAGE_BITS];
    }

    /** A trade has been made; {@link #between} follows. */
    public void traded(long number, long priceTicks, long lots, long timeNanos, long tickStep, long lotStep) {
        begin(number);
        page[at + TICKS] = priceTicks;
        page[at + LOTS] = lots;
        page[at + TIME] = timeNanos;
        page[at + TICK_STEP] = tickStep;
        page[at + LOT_STEP] = lotStep;
    }

    private void begin(long number) {
        int place = (int) number & MOST - 1;
        page = pages[place >> PAGE_BITS];
        if (page == null) page = pages[place >> PAGE_BITS] = newPage();
        at = (place & PAGE_MASK) * WIDTH;
        page[at + NUMBER] = number;
        last = Math.max(last, number);
    }

    /** Whose the trade at hand is, and what each pays for it. */
    public void between(
            int instrument, int buyer, int seller, long buyerFee, long sellerFee, int volumeDay, boolean hasTerms) {
        page[at + INSTRUMENT] = pair(volumeDay, instrument);
        page[at + PARTIES] = pair(buyer, seller);
        page[at + BUYER_FEE] = buyerFee;
        page[at + SELLER_FEE] = sellerFee;
        page[at + MARKS] = hasTerms ? HAD_TERMS : 0;
    }

    private static long pair(int high, int low) {
        return (long) high << Integer.SIZE | low & 0xFFFF_FFFFL;
    }

    /** Reads a trade; false when it is not among the last ones. */
    public boolean find(long number, TapedTrade into) {
        int place = (int) number & MOST - 1;
        long[] found = pages[place >> PAGE_BITS];
        int from = (place & PAGE_MASK) * WIDTH;
        if (number < 1 || found == null || found[from + NUMBER] != number) return false;
        into.number = number;
        into.priceTicks = found[from + TICKS];
        into.lots = found[from + LOTS];
        into.timeNanos = found[from + TIME];
        into.tickStep = found[from + TICK_STEP];
        into.lotStep = found[from + LOT_STEP];
        into.instrument = (int) found[from + INSTRUMENT];
        into.volumeDay = (int) (found[from + INSTRUMENT] >> Integer.SIZE);
        into.seller = (int) found[from + PARTIES];
        into.buyer = (int) (found[from + PARTIES] >> Integer.SIZE);
        into.buyerFee = found[from + BUYER_FEE];
        into.sellerFee = found[from + SELLER_FEE];
        into.hadTerms = (found[from + MARKS] & HAD_TERMS) != 0;
        into.isBusted = (found[from + MARKS] & IS_BUSTED) != 0;
        return true;
    }

    /** Writes what became of a trade, or one that no orders made. */
    public void put(TapedTrade trade) {
        traded(trade.number, trade.priceTicks, trade.lots, trade.timeNanos, trade.tickStep, trade.lotStep);
        between(
                trade.instrument,
                trade.buyer,
                trade.seller,
                trade.buyerFee,
                trade.sellerFee,
                trade.volumeDay,
                trade.hadTerms);
        if (trade.isBusted) page[at + MARKS] |= IS_BUSTED;
    }

    /** A trade is taken back, if it is still among the last ones. */
    public void busted(long number) {
        int place = (int) number & MOST - 1;
        long[] found = pages[place >> PAGE_BITS];
        int from = (place & PAGE_MASK) * WIDTH;
        if (found != null && found[from + NUMBER] == number) found[from + MARKS] |= IS_BUSTED;
    }

    /** Everything that can change a later decision, in a fixed order. */
    public void visit(LongConsumer state) {
        for (long number = Math.max(1, last - MOST + 1); number <= last; number++) {
            int place = (int) number & MOST - 1;
            long[] found = pages[place >> PAGE_BITS];
            int from = (place & PAGE_MASK) * WIDTH;
            if (found == null || found[from + NUMBER] != number) continue;
            for (int part = 0; part < WIDTH; part++) state.accept(found[from + part]);
        }
        state.accept(0);
    }
}
