package io.rialto.feeds.candles;

import io.rialto.feeds.prints.PrintLog;
import io.rialto.feeds.prints.Wide;
import java.util.Arrays;

/**
 * The newest candles of one instrument and interval, oldest first, in rows of one array that is used round and round once
 * it is full. A candle all of whose trades were taken out stays as a row that counts no trade.
 */
final class CandleRows {
    static final int COLUMNS = 15;
    static final int STARTS = 0;
    static final int OPEN = 1;
    static final int HIGH = 2;
    static final int LOW = 3;
    static final int CLOSE = 4;
    static final int VOLUME = 5;
    static final int QUOTE = 7;
    static final int BOUGHT = 9;
    static final int TRADES = 11;
    static final int FIRST = 12;
    static final int LAST = 13;
    static final int CHANGED = 14;
    private static final int INITIAL_ROWS = 4;

    private final int capacity;
    private long[] cells;
    private int allocated;
    private long added;
    private long lostBelow = Long.MIN_VALUE;

    CandleRows(int capacity) {
        this.capacity = capacity;
        allocated = Math.min(INITIAL_ROWS, capacity);
        cells = new long[allocated * COLUMNS];
    }

    long[] cells() {
        return cells;
    }

    /** The first index that is kept. */
    long oldest() {
        return Math.max(0, added - allocated);
    }

    /** Behind the newest index. */
    long end() {
        return added;
    }

    boolean isEmpty() {
        return added == oldest();
    }

    /** Where in the cells a candle is. */
    int at(long index) {
        return (int) (index % allocated) * COLUMNS;
    }

    long starts(long index) {
        return cells[at(index) + STARTS];
    }

    /** From when on all are kept; the least long when none was let go. */
    long wholeFromNanos() {
        return oldest() == 0 ? lostBelow : starts(oldest());
    }

    /** Whether all that begin at a moment or later are kept. */
    boolean isWholeFrom(long timeNanos) {
        return wholeFromNanos() <= timeNanos;
    }

    /** The first kept index that begins at a moment or later. */
    long from(long timeNanos) {
        long low = oldest();
        long high = added;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (starts(middle) < timeNanos) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    /** The candle that begins at a moment; -1 when it is not kept. */
    long find(long startNanos) {
        long index = from(startNanos);
        return index < added && starts(index) == startNanos ? index : -1;
    }

    /** A new candle, empty. Answers where its cells are. */
    int append(long startNanos) {
        if (added == allocated && allocated < capacity) grow();
        int at = at(added++);
        clear(at, startNanos);
        return at;
    }

    void clear(int at, long startNanos) {
        Arrays.fill(cells, at, at + COLUMNS, 0);
        cells[at + STARTS] = startNanos;
    }

    /** All are let go. */
    void lose(long beforeNanos) {
        added = 0;
        lostBelow = beforeNanos;
    }

    void refine(long priceFactor, long lotFactor) {
        for (long i = oldest(); i < added; i++) {
            int at = at(i);
            for (int price = OPEN; price <= CLOSE; price++) {
                cells[at + price] = Math.multiplyExact(cells[at + price], priceFactor);
            }
            Wide.multiply(cells, at + VOLUME, lotFactor);
            Wide.multiply(cells, at + BOUGHT, lotFactor);
        }
    }

    /** Puts a trade behind those that are in a candle already. */
    static void add(long[] cells, int at, PrintLog log, long index) {
        long price = log.price(index);
        long lots = log.lots(index);
        if (cells[at + TRADES] == 0) {
            cells[at + OPEN] = price;
            cells[at + HIGH] = price;
            cells[at + LOW] = price;
            cells[at + FIRST] = log.sequence(index);
        } else {
            if (price > cells[at + HIGH]) cells[at + HIGH] = price;
            if (price < cells[at + LOW]) cells[at + LOW] = price;
        }
        cells[at + CLOSE] = price;
        cells[at + LAST] = log.sequence(index);
        cells[at + CHANGED] = Math.max(cells[at + CHANGED], log.sequence(index));
        cells[at + TRADES]++;
        Wide.add(cells, at + VOLUME, lots);
        Wide.add(cells, at + QUOTE, log.notionalMinor(index));
        if (log.isTakerBuy(index)) Wide.add(cells, at + BOUGHT, lots);
    }

    /** Puts a candle behind those that are in a longer one already. */
    static void merge(long[] cells, int at, long[] part, int from) {
        cells[at + CHANGED] = Math.max(cells[at + CHANGED], part[from + CHANGED]);
        if (part[from + TRADES] == 0) return;
        if (cells[at + TRADES] == 0) {
            cells[at + OPEN] = part[from + OPEN];
            cells[at + HIGH] = part[from + HIGH];
            cells[at + LOW] = part[from + LOW];
            cells[at + FIRST] = part[from + FIRST];
        } else {
            cells[at + HIGH] = Math.max(cells[at + HIGH], part[from + HIGH]);
            cells[at + LOW] = Math.min(cells[at + LOW], part[from + LOW]);
        }
        cells[at + CLOSE] = part[from + CLOSE];
        cells[at + LAST] = part[from + LAST];
        cells[at + TRADES] += part[from + TRADES];
        Wide.add(cells, at + VOLUME, part, from + VOLUME);
        Wide.add(cells, at + QUOTE, part, from + QUOTE);
        Wide.add(cells, at + BOUGHT, part, from + BOUGHT);
    }

    private void grow() {
        allocated = (int) Math.min(capacity, allocated * 2L);
        cells = Arrays.copyOf(cells, allocated * COLUMNS);
    }
}
