package io.rialto.feeds.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.feeds.costs.CostMethod;
import io.rialto.feeds.portfolio.EquityPoint;
import io.rialto.feeds.portfolio.Portfolio;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RiskFiguresTest {
    private static final long DAY = 86_400_000_000_000L;

    private final List<EquityPoint> days = new ArrayList<>();
    private final List<Portfolio.Mark> marks = new ArrayList<>();

    private void day(int number, long equity, long transfers) {
        BigInteger own = BigInteger.valueOf(equity - transfers);
        days.add(new EquityPoint(
                number * DAY,
                number,
                BigInteger.valueOf(equity),
                own,
                BigInteger.ZERO,
                BigInteger.ZERO,
                BigInteger.valueOf(transfers)));
    }

    private Portfolio portfolio(int today) {
        Portfolio.Drawdown none = new Portfolio.Drawdown(BigInteger.ZERO, BigInteger.ZERO);
        EquityPoint last = days.isEmpty() ? EquityPoint.NONE : days.get(days.size() - 1);
        return new Portfolio(
                100,
                1,
                CostMethod.AVERAGE,
                last,
                List.of(),
                List.of(),
                today * DAY,
                last,
                List.of(),
                Long.MIN_VALUE,
                days,
                Long.MIN_VALUE,
                none,
                none,
                marks);
    }

    private static List<BigDecimal> returns(int count) {
        List<BigDecimal> returns = new ArrayList<>();
        for (int i = 1; i <= count; i++) returns.add(BigDecimal.valueOf(i % 2 == 0 ? i : -i, 4));
        return returns;
    }

    private static void is(Figure figure, String value) {
        BigDecimal rounded = figure.value().orElseThrow().setScale(6, RoundingMode.HALF_EVEN);
        assertThat(rounded).isEqualByComparingTo(value);
        assertThat(figure.reason()).isEmpty();
    }

    @Test
    void lossesAreThoseOfTheWorstReturns() {
        // The worst of 250 are -249, -247, ... in 1/10,000; 5 % of them are 12.5, so the 13th: -225.
        is(RiskFigures.valueAtRisk(returns(250), 5), "0.0225");
        is(RiskFigures.valueAtRisk(returns(250), 1), "0.0245");
        is(RiskFigures.shortfall(returns(250), 5), "0.0237");
        is(RiskFigures.shortfall(returns(250), 1), "0.0247");
        List<BigDecimal> gains = returns(250).stream().map(BigDecimal::abs).toList();
        is(RiskFigures.valueAtRisk(gains, 5), "0");
    }

    @Test
    void belowItsLeastNumberOfSamplesThereIsAReasonAndNoFigure() {
        Figure figure = RiskFigures.valueAtRisk(returns(249), 5);
        assertThat(figure.value()).isEmpty();
        assertThat(figure.reason()).contains("fewer than 250 daily returns");
        assertThat(figure.samples()).isEqualTo(249);
        assertThat(RiskFigures.sharpe(returns(29)).reason()).isPresent();
        assertThat(RiskFigures.sharpe(returns(30)).reason()).isEmpty();
        assertThat(RiskFigures.of(portfolio(5)).beta().samples()).isZero();
    }

    @Test
    void ratiosAreTheMeanOverHowReturnsVary() {
        // 15 times 0.03, 15 times -0.01: mean 0.01, deviation 0.02 * sqrt(30 / 29), downside 0.01 * sqrt(1 / 2).
        List<BigDecimal> returns = new ArrayList<>();
        for (int i = 0; i < 15; i++) returns.addAll(List.of(new BigDecimal("0.03"), new BigDecimal("-0.01")));
        is(RiskFigures.sharpe(returns), "9.391929");
        is(RiskFigures.sortino(returns), "27.018512");
        List<BigDecimal> same = returns.stream().map(any -> BigDecimal.ONE).toList();
        assertThat(RiskFigures.sharpe(same).reason()).contains("the returns do not vary");
        assertThat(RiskFigures.sortino(same).reason()).contains("no day lost");
    }

    @Test
    void betaIsHowTheMarketsReturnsAreFollowed() {
        TreeMap<Long, BigDecimal> market = new TreeMap<>();
        TreeMap<Long, BigDecimal> own = new TreeMap<>();
        for (int i = 0; i < 60; i++) {
            market.put((long) i, returns(60).get(i));
            own.put((long) i, returns(60).get(i).multiply(new BigDecimal("1.5")).add(new BigDecimal("0.01")));
        }
        own.put(999L, BigDecimal.TEN);
        is(RiskFigures.beta(own, market), "1.5");
        market.remove(0L);
        assertThat(RiskFigures.beta(own, market).reason()).contains("fewer than 60 daily returns");
    }

    @Test
    void aDayOfWhichNothingIsToldReturnedNothing() {
        day(1, 1_000, 1_000);
        day(4, 1_100, 1_000);
        var returns = DailyReturns.ofAccount(portfolio(6));
        assertThat(returns.keySet()).containsExactly(2 * DAY, 3 * DAY, 4 * DAY, 5 * DAY, 6 * DAY);
        assertThat(returns.get(4 * DAY)).isEqualByComparingTo("0.1");
        assertThat(returns.values().stream().filter(each -> each.signum() == 0)).hasSize(4);
        assertThat(DailyReturns.ofAccount(portfolio(1_000))).hasSize(500);
    }

    @Test
    void moneyBroughtInIsNoReturn() {
        day(1, 0, 0);
        day(2, 1_100, 1_000);
        day(3, 2_100, 2_000);
        day(4, 600, 500);
        var returns = DailyReturns.ofAccount(portfolio(4));
        assertThat(returns.get(2 * DAY)).isEqualByComparingTo("0.1"); // of what came in
        assertThat(returns.get(3 * DAY)).isEqualByComparingTo("0");
        assertThat(returns.get(4 * DAY)).isEqualByComparingTo("0");
    }

    @Test
    void theBenchmarksReturnsAreThoseOfItsPrice() {
        marks.add(new Portfolio.Mark(DAY, new BigDecimal("100")));
        marks.add(new Portfolio.Mark(3 * DAY, new BigDecimal("90")));
        var returns = DailyReturns.ofBenchmark(portfolio(3));
        assertThat(returns.get(2 * DAY)).isEqualByComparingTo("0");
        assertThat(returns.get(3 * DAY)).isEqualByComparingTo("-0.1");
    }
}
