package io.rialto.gateway.explorer;

import io.rialto.gateway.form.Times;
import io.rialto.gateway.ingress.History;
import io.rialto.gateway.ingress.KeptFrame;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;

/**
 * Reads through the journal for frames that pass a filter: so many frames a page and so long, and says where it stopped.
 * Thread-safe.
 */
final class FrameScan {
    private static final int BLOCK = 1_024;
    private static final long MOST_FRAMES = 500_000;
    private static final long MOST_NANOS = Duration.ofMillis(700).toNanos();

    private final JournalFrames journal;
    private final History history;

    FrameScan(JournalFrames journal, History history) {
        this.journal = journal;
        this.history = history;
    }

    /**
     * What a reading found.
     *
     * @param next the frame looked at last, when there is more behind it
     * @param looked how many frames it looked at
     */
    record Found(List<KeptFrame> frames, OptionalLong next, long looked) {}

    /** @param cursor the frame looked at last by the page before; 0 for the first */
    Found page(FrameFilter filter, boolean isNewestFirst, long cursor, int limit) {
        long from = Math.max(filter.from(), firstAt("from", filter.fromNanos(), filter.to()));
        long to = Math.min(filter.to(), firstAt("to", filter.toNanos(), filter.to()) - 1);
        if (cursor > 0) {
            if (isNewestFirst) to = Math.min(to, cursor - 1);
            else from = Math.max(from, cursor + 1);
        }
        long end = System.nanoTime() + MOST_NANOS;
        int block = filter.isOpen() ? Math.min(limit, BLOCK) : BLOCK;
        List<KeptFrame> found = new ArrayList<>();
        long looked = 0;
        while (from <= to && found.size() < limit && looked < MOST_FRAMES && System.nanoTime() - end < 0) {
            long first = isNewestFirst ? Math.max(from, to - block + 1) : from;
            long last = isNewestFirst ? to : Math.min(to, from + block - 1);
            List<KeptFrame> passing = passing(filter, first, last);
            looked += last - first + 1;
            if (isNewestFirst) Collections.reverse(passing);
            int room = limit - found.size();
            if (passing.size() > room) {
                found.addAll(passing.subList(0, room));
                return new Found(found, OptionalLong.of(passing.get(room - 1).sequence()), looked);
            }
            found.addAll(passing);
            if (isNewestFirst) to = first - 1;
            else from = last + 1;
        }
        if (from > to) return new Found(found, OptionalLong.empty(), looked);
        return new Found(found, OptionalLong.of(isNewestFirst ? to + 1 : from - 1), looked);
    }

    private List<KeptFrame> passing(FrameFilter filter, long first, long last) {
        Named named = new Named();
        List<KeptFrame> passing = new ArrayList<>();
        journal.read(first, last, frame -> {
            if (filter.passes(frame, named)) {
                passing.add(KeptFrame.of(frame.buffer(), frame.offset(), frame.length()));
            }
            return true;
        });
        return passing;
    }

    /** The first frame at that journal time or after it; journal time never falls. */
    private long firstAt(String field, long nanos, long newest) {
        if (nanos == Long.MIN_VALUE) return 1;
        if (nanos == Long.MAX_VALUE || newest == 0) return newest + 1;
        boolean isOutside = field.equals("from") ? nanos > time(newest) : nanos <= time(1);
        if (isOutside) {
            String rule = "must be inside of history, " + Times.text(time(1)) + " to " + Times.text(time(newest));
            throw Problem.at(field, ProblemCode.INVALID_VALUE, rule, Times.text(nanos));
        }
        return firstAt(nanos, newest);
    }

    private long firstAt(long nanos, long newest) {
        long low = 1;
        long high = newest + 1;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (time(middle) >= nanos) high = middle;
            else low = middle + 1;
        }
        return low;
    }

    long time(long sequence) {
        return history.frame(sequence)
                .orElseThrow(() -> new IllegalStateException("a frame of history must be there: " + sequence))
                .view()
                .timeNanos();
    }
}
