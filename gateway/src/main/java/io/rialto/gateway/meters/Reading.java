package io.rialto.gateway.meters;

import java.util.concurrent.TimeUnit;

/**
 * How a meter stands after it was asked. Times in milliseconds, rounded up.
 *
 * @param remaining what may still be spent now
 * @param waitMillis until the charge would pass; 0 when it did
 * @param resetMillis until nothing counts as spent any more
 */
public record Reading(Charge charge, long remaining, long waitMillis, long resetMillis) {
    static long millis(long nanos) {
        long step = TimeUnit.MILLISECONDS.toNanos(1);
        return nanos / step + (nanos % step == 0 ? 0 : 1);
    }

    public boolean isPassed() {
        return waitMillis == 0;
    }

    /** As if the charge had been returned. */
    public Reading givenBack() {
        return new Reading(
                charge, Math.min(charge.quota().most(), remaining + charge.weight()), waitMillis, resetMillis);
    }
}
