package io.rialto.feeds.analysis;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A figure and what it is made of.
 *
 * @param value empty with a reason
 * @param window over which samples were taken
 * @param samples that there were
 * @param least below so many there is no value
 */
public record Figure(
        Optional<BigDecimal> value, String formula, String window, int samples, int least, Optional<String> reason) {

    static Figure of(BigDecimal value, String formula, int samples, int least) {
        return new Figure(Optional.of(value), formula, DailyReturns.WINDOW, samples, least, Optional.empty());
    }

    static Figure without(String reason, String formula, int samples, int least) {
        return new Figure(Optional.empty(), formula, DailyReturns.WINDOW, samples, least, Optional.of(reason));
    }
}
