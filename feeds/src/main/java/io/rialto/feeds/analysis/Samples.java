package io.rialto.feeds.analysis;

import static io.rialto.feeds.analysis.DailyReturns.PLACES;

import java.math.BigDecimal;
import java.util.List;

/** Sums over samples, to sixteen places. */
final class Samples {
    private Samples() {}

    static BigDecimal mean(List<BigDecimal> samples) {
        BigDecimal sum = BigDecimal.ZERO;
        for (BigDecimal sample : samples) sum = sum.add(sample);
        return sum.divide(BigDecimal.valueOf(samples.size()), PLACES);
    }

    /** Of two that belong together, over one less than there are. */
    static BigDecimal covariance(List<BigDecimal> samples, List<BigDecimal> others) {
        BigDecimal mean = mean(samples);
        BigDecimal otherMean = mean(others);
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < samples.size(); i++) {
            sum = sum.add(samples.get(i).subtract(mean).multiply(others.get(i).subtract(otherMean)));
        }
        return sum.divide(BigDecimal.valueOf(samples.size() - 1L), PLACES);
    }

    static BigDecimal deviation(List<BigDecimal> samples) {
        return covariance(samples, samples).sqrt(PLACES);
    }

    /** Of what is below zero, from zero, over all. */
    static BigDecimal downsideDeviation(List<BigDecimal> samples) {
        return mean(samples.stream()
                        .map(each -> each.min(BigDecimal.ZERO).pow(2))
                        .toList())
                .sqrt(PLACES);
    }
}
