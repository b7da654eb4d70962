package io.rialto.feeds.candles;

import io.rialto.feeds.prints.Wide;
import java.util.Arrays;

/**
 * The candles of one interval as they are now, the second at hand among them.
 *
 * <p>Threading: behind the position's gate.
 */
final class CandleReading {
    private final Interval interval;
    private final CandleRows rows;
    private final long nowNanos;
    private final boolean isBeside;
    private final long[] newest;

    /** @param nowNanos the line's time */
    CandleReading(CandleBook book, Interval interval, long nowNanos) {
        this.interval = interval;
        this.nowNanos = nowNanos;
        rows = book.rows(interval);
        CandleRows seconds = book.rows(Interval.ONE_SECOND);
        boolean hasSecond = interval != Interval.ONE_SECOND && !seconds.isEmpty();
        int second = hasSecond ? seconds.at(seconds.end() - 1) : 0;
        long start = hasSecond ? interval.start(seconds.cells()[second]) : 0;
        boolean isInNewest = hasSecond && !rows.isEmpty() && rows.starts(rows.end() - 1) == start;
        isBeside = hasSecond && !isInNewest;
        newest = new long[CandleRows.COLUMNS];
        if (isInNewest) System.arraycopy(rows.cells(), rows.at(rows.end() - 1), newest, 0, newest.length);
        else if (!hasSecond && !rows.isEmpty()) {
            System.arraycopy(rows.cells(), rows.at(rows.end() - 1), newest, 0, newest.length);
        }
        if (hasSecond) CandleRows.merge(newest, 0, seconds.cells(), second);
        if (isBeside) newest[CandleRows.STARTS] = start;
    }

    /** The first index, whether its candle counts trades or not. */
    long oldest() {
        return rows.oldest();
    }

    long end() {
        return rows.end() + (isBeside ? 1 : 0);
    }

    long starts(long index) {
        return index == end() - 1 ? newest[CandleRows.STARTS] : rows.starts(index);
    }

    boolean hasTrades(long index) {
        return cells(index)[at(index) + CandleRows.TRADES] != 0;
    }

    /** The first index that begins at a moment or later. */
    long from(long timeNanos) {
        long index = rows.from(timeNanos);
        return index == rows.end() && isBeside && starts(index) < timeNanos ? index + 1 : index;
    }

    Candle candle(long index) {
        long[] cells = cells(index);
        int at = at(index);
        long starts = cells[at + CandleRows.STARTS];
        return new Candle(
                starts,
                interval.end(starts),
                cells[at + CandleRows.OPEN],
                cells[at + CandleRows.HIGH],
                cells[at + CandleRows.LOW],
                cells[at + CandleRows.CLOSE],
                Wide.value(cells, at + CandleRows.VOLUME),
                Wide.value(cells, at + CandleRows.QUOTE),
                Wide.value(cells, at + CandleRows.BOUGHT),
                cells[at + CandleRows.TRADES],
                cells[at + CandleRows.FIRST],
                cells[at + CandleRows.LAST],
                cells[at + CandleRows.CHANGED],
                interval.end(starts) <= nowNanos);
    }

    /** All of a candle's numbers, in one order for good. */
    long[] numbers(long index) {
        return Arrays.copyOfRange(cells(index), at(index), at(index) + CandleRows.COLUMNS);
    }

    private long[] cells(long index) {
        return index == end() - 1 ? newest : rows.cells();
    }

    private int at(long index) {
        return index == end() - 1 ? 0 : rows.at(index);
    }
}
