package io.rialto.bench.load;

import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** What came of the requests of one stretch, in microseconds from when each was due. Of one thread. */
final class Tally {
    private static final long LONGEST_MICROS = 120_000_000;
    private static final int DIGITS = 3;
    private static final int TOO_MANY = 429;
    private static final int BUSY = 503;

    /** A request that broke with its connection, or had no answer at the end. */
    static final int BROKEN = 0;

    private final Histogram accepted = new Histogram(LONGEST_MICROS, DIGITS);
    private final Histogram refused = new Histogram(LONGEST_MICROS, DIGITS);
    private final Histogram sentLate = new Histogram(LONGEST_MICROS, DIGITS);
    private final Map<Integer, Long> others = new TreeMap<>();

    void sent(long lateNanos) {
        sentLate.recordValue(micros(lateNanos));
    }

    void answered(int status, long nanos) {
        if (status / 100 == 2) accepted.recordValue(micros(nanos));
        else if (status == TOO_MANY || status == BUSY) refused.recordValue(micros(nanos));
        else others.merge(status, 1L, Long::sum);
    }

    private static long micros(long nanos) {
        return Math.min(LONGEST_MICROS, Math.max(0, nanos / 1_000));
    }

    void add(Tally more) {
        accepted.add(more.accepted);
        refused.add(more.refused);
        sentLate.add(more.sentLate);
        more.others.forEach((status, count) -> others.merge(status, count, Long::sum));
    }

    Histogram accepted() {
        return accepted;
    }

    Histogram refused() {
        return refused;
    }

    /** How long after it was due each was sent. */
    Histogram sentLate() {
        return sentLate;
    }

    /** Answers of any other status, by status. */
    Map<Integer, Long> others() {
        return others;
    }

    long other() {
        return others.values().stream().mapToLong(Long::longValue).sum();
    }
}
