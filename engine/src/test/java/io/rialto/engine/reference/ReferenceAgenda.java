package io.rialto.engine.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;

/** What is to happen by itself: earliest first, then by kind, then by number. */
final class ReferenceAgenda {
    /** @param work false when the frame had no room: it comes again. What was taken back does nothing. */
    private record Due(long nanos, int kind, long number, BooleanSupplier work) {}

    private final List<Due> dues = new ArrayList<>();

    void add(long nanos, int kind, long number, BooleanSupplier work) {
        dues.add(new Due(nanos, kind, number, work));
        dues.sort(
                Comparator.comparingLong(Due::nanos).thenComparingInt(Due::kind).thenComparingLong(Due::number));
    }

    boolean isDue(long nowNanos) {
        return !dues.isEmpty() && dues.get(0).nanos <= nowNanos;
    }

    boolean areAllDone(long nowNanos) {
        while (isDue(nowNanos)) {
            if (!dues.get(0).work.getAsBoolean()) return false;
            dues.remove(0);
        }
        return true;
    }
}
