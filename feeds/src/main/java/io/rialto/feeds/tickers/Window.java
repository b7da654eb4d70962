package io.rialto.feeds.tickers;

import io.rialto.feeds.prints.PrintLog;
import io.rialto.feeds.prints.Wide;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.OptionalLong;

/**
 * The trades of one instrument that are not a day old yet, added up.
 *
 * <p>Threading: the writing thread; questions only read.
 */
final class Window {
    static final long LENGTH = 24L * 3_600 * 1_000_000_000L;
    private static final int VOLUME = 0;
    private static final int QUOTE = 2;

    private final PrintLog log;
    private final long[] sums = new long[4];
    private final Extreme highest = new Extreme(true);
    private final Extreme lowest = new Extreme(false);
    private long head;
    private long trades;
    private boolean isStale;
    private long changedSequence;

    Window(PrintLog log) {
        this.log = log;
        head = log.oldest();
    }

    PrintLog log() {
        return log;
    }

    /** When its oldest trade leaves it; the longest of all times when there is none. */
    long dueNanos() {
        return head < log.end() ? log.timeNanos(head) + LENGTH : Long.MAX_VALUE;
    }

    boolean beginsAt(long index) {
        return head == index;
    }

    void add(long index) {
        count(index, 1);
        highest.add(log, index);
        lowest.add(log, index);
    }

    /** What is a day old at this moment goes out. */
    void expire(long nowNanos) {
        while (dueNanos() <= nowNanos) leave();
        highest.dropBelow(head);
        lowest.dropBelow(head);
    }

    /** The log forgets what lies below. */
    void forget(long below) {
        while (head < below) leave();
        highest.dropBelow(head);
        lowest.dropBelow(head);
    }

    private void leave() {
        if (log.stands(head)) count(head, -1);
        head++;
    }

    void takeOut(long index) {
        if (index < head) return;
        count(index, -1);
        isStale |= highest.holds(index) || lowest.holds(index);
    }

    void putBack(long index) {
        if (index < head) return;
        count(index, 1);
        isStale = true;
    }

    private void count(long index, int sign) {
        trades += sign;
        if (sign > 0) {
            Wide.add(sums, VOLUME, log.lots(index));
            Wide.add(sums, QUOTE, log.notionalMinor(index));
        } else {
            Wide.subtract(sums, VOLUME, log.lots(index));
            Wide.subtract(sums, QUOTE, log.notionalMinor(index));
        }
    }

    /** Finds highest and lowest anew, when a trade that was one of them stands no longer. */
    void freshen() {
        if (!isStale) return;
        isStale = false;
        highest.clear();
        lowest.clear();
        for (long i = head; i < log.end(); i++) {
            if (!log.stands(i)) continue;
            highest.add(log, i);
            lowest.add(log, i);
        }
    }

    void refine(long lotFactor) {
        Wide.multiply(sums, VOLUME, lotFactor);
    }

    void lose() {
        head = log.end();
        trades = 0;
        Arrays.fill(sums, 0);
        highest.clear();
        lowest.clear();
    }

    /** Whether this frame is the first to say so of it. */
    boolean changes(long sequence) {
        boolean isFirst = changedSequence != sequence;
        changedSequence = sequence;
        return isFirst;
    }

    long changedSequence() {
        return changedSequence;
    }

    long trades() {
        return trades;
    }

    BigInteger volume() {
        return Wide.value(sums, VOLUME);
    }

    BigInteger quoteMinor() {
        return Wide.value(sums, QUOTE);
    }

    OptionalLong high() {
        return trades == 0 ? OptionalLong.empty() : OptionalLong.of(highest.price(log));
    }

    OptionalLong low() {
        return trades == 0 ? OptionalLong.empty() : OptionalLong.of(lowest.price(log));
    }

    /** The first trade in it that stands. */
    OptionalLong open() {
        for (long i = head; i < log.end(); i++) if (log.stands(i)) return OptionalLong.of(log.price(i));
        return OptionalLong.empty();
    }

    /** The newest trade that stood before it. */
    OptionalLong before() {
        long index = log.standingBefore(head);
        return index < 0 ? OptionalLong.empty() : OptionalLong.of(log.price(index));
    }

    /** Since when it is whole: a day before, or behind what the log forgot. */
    long fromNanos(long nowNanos) {
        return Math.max(nowNanos - LENGTH, log.forgottenNanos());
    }
}
