package io.rialto.gateway.analysis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.Optional;

/**
 * How much of what an account has positions in is one position.
 *
 * @param value the part of the largest; null with a reason
 * @param herfindahl the sum of the squares of all parts
 */
record Concentration(
        String value, String largest, String herfindahl, String formula, int samples, int minimum, String reason) {
    private static final int PLACES = 8;
    private static final String FORMULA = "worth of the largest position / worth of all positions";

    static Concentration of(Holdings holdings) {
        BigDecimal all = new BigDecimal(holdings.worthMinor());
        Optional<Holdings.Holding> largest =
                holdings.items().stream().max(Comparator.comparing(Holdings.Holding::worthMinor));
        int count = holdings.items().size();
        if (all.signum() == 0)
            return new Concentration(null, null, null, FORMULA, count, 1, "no position is worth anything");
        BigDecimal squares = holdings.items().stream()
                .map(each -> new BigDecimal(each.worthMinor()).pow(2))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Concentration(
                part(new BigDecimal(largest.orElseThrow().worthMinor()), all),
                largest.orElseThrow().name(),
                part(squares, all.pow(2)),
                FORMULA,
                count,
                1,
                null);
    }

    private static String part(BigDecimal of, BigDecimal all) {
        return of.divide(all, PLACES, RoundingMode.HALF_EVEN).toPlainString();
    }
}
