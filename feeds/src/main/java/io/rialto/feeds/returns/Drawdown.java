package io.rialto.feeds.returns;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * The deepest fall of the time-weighted index below its highest so far: {@code 1 - trough / peak}, ten decimals, half to even. Money
 * that comes in or goes out does not move the index. Of equal falls the first; of equal peaks the first.
 */
public record Drawdown(long peakNanos, long troughNanos, BigDecimal fraction) {
    private static final int SCALE = 10;

    /** Follows an index. */
    static final class Watch {
        private BigDecimal peak;
        private long peakNanos;
        private Optional<Drawdown> deepest = Optional.empty();

        void at(long timeNanos, BigDecimal index) {
            if (peak == null || index.compareTo(peak) > 0) {
                peak = index;
                peakNanos = timeNanos;
            }
            if (peak.signum() <= 0) return;
            BigDecimal fall =
                    BigDecimal.ONE.subtract(index.divide(peak, Growth.PLACES)).setScale(SCALE, RoundingMode.HALF_EVEN);
            boolean isDeeper = deepest.isEmpty() || fall.compareTo(deepest.get().fraction) > 0;
            if (isDeeper) deepest = Optional.of(new Drawdown(peakNanos, timeNanos, fall));
        }

        /** Empty without any point. */
        Optional<Drawdown> deepest() {
            return deepest;
        }
    }
}
