package io.rialto.feeds.trailing;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A price in other ticks. A tick is its mantissa times a hundred plus its decimal places. */
final class Steps {
    private static final int PLACES = 100;

    private Steps() {}

    /** Half a tick goes down; at least one. */
    static long nearest(long ticks, long oldStep, long newStep) {
        BigDecimal price = BigDecimal.valueOf(ticks).multiply(value(oldStep));
        BigDecimal count = price.divide(value(newStep), 0, RoundingMode.HALF_DOWN);
        return count.max(BigDecimal.ONE).min(BigDecimal.valueOf(Long.MAX_VALUE)).longValueExact();
    }

    private static BigDecimal value(long step) {
        return BigDecimal.valueOf(step / PLACES, (int) (step % PLACES));
    }
}
