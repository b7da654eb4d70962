package io.rialto.feeds.candles;

import io.rialto.feeds.prints.PrintLog;
import java.util.Arrays;
import java.util.List;

/**
 * All candles of one instrument. A trade goes into the second at hand alone; when a later second has its first trade, the
 * one before is put into every longer candle. So a trade costs the same however many intervals there are.
 *
 * <p>Threading: the writing thread; questions only read.
 */
final class CandleBook {
    private static final List<Interval> ALL = Interval.all();
    private static final Interval SECOND = Interval.ONE_SECOND;

    private final PrintLog log;
    private final CandleRows seconds;
    private final CandleRows[] rows = new CandleRows[ALL.size()];
    private final long[] ends = new long[ALL.size()];
    private long uncorrected;

    CandleBook(PrintLog log, CandlesKept kept) {
        this.log = log;
        for (Interval interval : ALL) rows[interval.ordinal()] = new CandleRows(kept.of(interval));
        seconds = rows[0];
        forgetEnds();
    }

    PrintLog log() {
        return log;
    }

    CandleRows rows(Interval interval) {
        return rows[interval.ordinal()];
    }

    /** How often a candle could not be worked out again. */
    long uncorrected() {
        return uncorrected;
    }

    void add(long index) {
        long timeNanos = log.timeNanos(index);
        if (timeNanos >= ends[0]) begin(timeNanos);
        CandleRows.add(seconds.cells(), seconds.at(seconds.end() - 1), log, index);
    }

    private void begin(long timeNanos) {
        if (!seconds.isEmpty()) roll();
        long start = SECOND.start(timeNanos);
        seconds.append(start);
        ends[0] = SECOND.end(start);
    }

    private void roll() {
        int second = seconds.at(seconds.end() - 1);
        long start = seconds.cells()[second];
        for (int i = 1; i < rows.length; i++) {
            CandleRows longer = rows[i];
            int at = start < ends[i] ? longer.at(longer.end() - 1) : begin(ALL.get(i), start);
            CandleRows.merge(longer.cells(), at, seconds.cells(), second);
        }
    }

    private int begin(Interval interval, long timeNanos) {
        long start = interval.start(timeNanos);
        ends[interval.ordinal()] = interval.end(start);
        return rows(interval).append(start);
    }

    /** A trade that was made in one of them stands no longer, or again: they are worked out anew. */
    void correct(long index, long sequence) {
        long timeNanos = log.timeNanos(index);
        long start = SECOND.start(timeNanos);
        long row = seconds.find(start);
        boolean isAtHand = row == seconds.end() - 1;
        if (row >= 0) correctSecond(row, start, sequence);
        if (isAtHand) return;
        boolean[] isRight = new boolean[ALL.size()];
        isRight[0] = row >= 0 && log.isWholeFrom(start);
        for (int i = 1; i < rows.length; i++) isRight[i] = correct(ALL.get(i), timeNanos, isRight, sequence);
    }

    private void correctSecond(long row, long start, long sequence) {
        if (log.isWholeFrom(start)) addTrades(seconds, seconds.at(row), start, SECOND.end(start), sequence);
        else uncorrected++;
    }

    /** Whether it is right now; false also when it is not kept. */
    private boolean correct(Interval interval, long timeNanos, boolean[] isRight, long sequence) {
        CandleRows longer = rows(interval);
        long start = interval.start(timeNanos);
        long row = longer.find(start);
        if (row < 0) return false;
        long end =
                Math.min(interval.end(start), seconds.starts(seconds.end() - 1)); // the second at hand is not in it yet
        for (int i = interval.ordinal() - 1; i >= 0; i--) {
            if (isRight[i] && interval.isMadeOf(ALL.get(i)) && rows[i].isWholeFrom(start)) {
                addCandles(longer, longer.at(row), rows[i], start, end, sequence);
                return true;
            }
        }
        if (log.isWholeFrom(start)) {
            addTrades(longer, longer.at(row), start, end, sequence);
            return true;
        }
        uncorrected++;
        return false;
    }

    private void addTrades(CandleRows rows, int at, long start, long end, long sequence) {
        rows.clear(at, start);
        for (long i = log.from(start); i < log.end() && log.timeNanos(i) < end; i++) {
            if (log.stands(i)) CandleRows.add(rows.cells(), at, log, i);
        }
        rows.cells()[at + CandleRows.CHANGED] = sequence;
    }

    private static void addCandles(CandleRows rows, int at, CandleRows parts, long start, long end, long sequence) {
        rows.clear(at, start);
        for (long i = parts.from(start); i < parts.end() && parts.starts(i) < end; i++) {
            CandleRows.merge(rows.cells(), at, parts.cells(), parts.at(i));
        }
        rows.cells()[at + CandleRows.CHANGED] = sequence;
    }

    void refine(long priceFactor, long lotFactor) {
        for (CandleRows each : rows) each.refine(priceFactor, lotFactor);
    }

    /** @param timeNanos of the frame by which all is let go */
    void lose(long timeNanos) {
        for (CandleRows each : rows) each.lose(timeNanos);
        forgetEnds();
    }

    private void forgetEnds() {
        Arrays.fill(ends, Long.MIN_VALUE);
    }
}
