package io.rialto.feeds.analysis;

import static io.rialto.feeds.analysis.DailyReturns.PLACES;

import io.rialto.feeds.portfolio.Portfolio;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * What an account's daily returns say about its risk. Losses are parts of what it is worth, above zero for a loss.
 *
 * <p>Threading: immutable.
 */
public record RiskFigures(
        Figure valueAtRisk95,
        Figure valueAtRisk99,
        Figure expectedShortfall95,
        Figure expectedShortfall99,
        Figure sharpe,
        Figure sortino,
        Figure beta) {
    private static final int LEAST_FOR_TAIL = 250;
    private static final int LEAST_FOR_RATIO = 30;
    private static final int LEAST_FOR_BETA = 60;
    private static final BigDecimal YEAR_ROOT = BigDecimal.valueOf(365).sqrt(PLACES);

    public static RiskFigures of(Portfolio portfolio) {
        SortedMap<Long, BigDecimal> byDay = DailyReturns.ofAccount(portfolio);
        List<BigDecimal> returns = List.copyOf(byDay.values());
        return new RiskFigures(
                valueAtRisk(returns, 5),
                valueAtRisk(returns, 1),
                shortfall(returns, 5),
                shortfall(returns, 1),
                sharpe(returns),
                sortino(returns),
                beta(byDay, DailyReturns.ofBenchmark(portfolio)));
    }

    static Figure valueAtRisk(List<BigDecimal> returns, int percent) {
        String formula = "the loss of the k-th worst of n daily returns, k = ceil(n * " + percent
                + " / 100), not interpolated, at least 0";
        if (returns.size() < LEAST_FOR_TAIL) return tooFew(formula, returns.size(), LEAST_FOR_TAIL);
        List<BigDecimal> worst = worst(returns, percent);
        return Figure.of(loss(worst.get(worst.size() - 1)), formula, returns.size(), LEAST_FOR_TAIL);
    }

    static Figure shortfall(List<BigDecimal> returns, int percent) {
        String formula = "the loss of the mean of the k worst of n daily returns, k = ceil(n * " + percent
                + " / 100), at least 0";
        if (returns.size() < LEAST_FOR_TAIL) return tooFew(formula, returns.size(), LEAST_FOR_TAIL);
        return Figure.of(loss(Samples.mean(worst(returns, percent))), formula, returns.size(), LEAST_FOR_TAIL);
    }

    static Figure sharpe(List<BigDecimal> returns) {
        String formula = "mean / standard deviation (n - 1) of daily returns * sqrt(365), no riskless return";
        return ratio(returns, formula, Samples::deviation, "the returns do not vary");
    }

    static Figure sortino(List<BigDecimal> returns) {
        String formula = "mean of daily returns / root of the mean square of those below 0 (n) * sqrt(365)";
        return ratio(returns, formula, Samples::downsideDeviation, "no day lost");
    }

    static Figure beta(SortedMap<Long, BigDecimal> returns, SortedMap<Long, BigDecimal> ofBenchmark) {
        String formula = "covariance / variance of the benchmark's daily returns (n - 1); the benchmark is the market "
                + "that was listed first";
        List<BigDecimal> own = new ArrayList<>();
        List<BigDecimal> others = new ArrayList<>();
        returns.forEach((day, gained) -> {
            if (!ofBenchmark.containsKey(day)) return;
            own.add(gained);
            others.add(ofBenchmark.get(day));
        });
        if (own.size() < LEAST_FOR_BETA) return tooFew(formula, own.size(), LEAST_FOR_BETA);
        BigDecimal variance = Samples.covariance(others, others);
        if (variance.signum() == 0)
            return Figure.without("the benchmark does not vary", formula, own.size(), LEAST_FOR_BETA);
        BigDecimal beta = Samples.covariance(own, others).divide(variance, PLACES);
        return Figure.of(beta, formula, own.size(), LEAST_FOR_BETA);
    }

    private interface Deviation {
        BigDecimal of(List<BigDecimal> samples);
    }

    private static Figure ratio(List<BigDecimal> returns, String formula, Deviation deviation, String whenZero) {
        int samples = returns.size();
        if (samples < LEAST_FOR_RATIO) return tooFew(formula, samples, LEAST_FOR_RATIO);
        BigDecimal by = deviation.of(returns);
        if (by.signum() == 0) return Figure.without(whenZero, formula, samples, LEAST_FOR_RATIO);
        BigDecimal ratio = Samples.mean(returns).divide(by, PLACES).multiply(YEAR_ROOT, PLACES);
        return Figure.of(ratio, formula, samples, LEAST_FOR_RATIO);
    }

    private static List<BigDecimal> worst(List<BigDecimal> returns, int percent) {
        int count = (returns.size() * percent + 99) / 100;
        return returns.stream().sorted().limit(count).toList();
    }

    private static BigDecimal loss(BigDecimal gained) {
        return gained.negate().max(BigDecimal.ZERO);
    }

    private static Figure tooFew(String formula, int samples, int least) {
        return Figure.without("fewer than " + least + " daily returns", formula, samples, least);
    }
}
