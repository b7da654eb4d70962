package io.rialto.feeds.returns;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What was earned over a period as a part of what was there; or why nothing can be said.
 *
 * @param rate 0.05 is five per cent, over the whole period
 */
public record Return(Optional<BigDecimal> rate, Optional<Undefined> why) {
    /** Why there is no rate. */
    public enum Undefined {
        /** At some time nothing, or less, was there and yet something was earned. */
        NOTHING_INVESTED,
        /** No rate explains what came of what was paid in. */
        NO_SOLUTION,
        /** More than one rate does. */
        SEVERAL_SOLUTIONS,
        /** The period has no length. */
        NO_TIME,
        /** What was paid in and out in the period is no longer all kept. */
        FLOWS_NOT_KEPT
    }

    static Return of(BigDecimal rate) {
        return new Return(Optional.of(rate), Optional.empty());
    }

    static Return not(Undefined why) {
        return new Return(Optional.empty(), Optional.of(why));
    }
}
