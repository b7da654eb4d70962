package io.rialto.feeds.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rialto.feeds.past.Flow;
import io.rialto.feeds.portfolio.EquityPoint;
import io.rialto.feeds.returns.Return.Undefined;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Accounts that are worth so much on some days, and are paid so much in between. */
class PerformanceRulesTest {
    private static final long DAY = 86_400_000_000_000L;

    private static EquityPoint worth(double day, long minor) {
        BigInteger worth = BigInteger.valueOf(minor);
        BigInteger none = BigInteger.ZERO;
        return new EquityPoint((long) (day * DAY), 0, worth, worth, none, none, none);
    }

    private static Flow paid(double day, long minor, long after) {
        return new Flow((long) (day * DAY), 0, BigInteger.valueOf(minor), BigInteger.valueOf(after));
    }

    private static Performance of(List<EquityPoint> points, Flow... flows) {
        return Performance.of(points, List.of(flows));
    }

    private static void is(Return told, String rate) {
        assertThat(told.rate().orElseThrow()).isEqualByComparingTo(rate);
    }

    private static void isNot(Return told, Undefined why) {
        assertThat(told).isEqualTo(Return.not(why));
    }

    @Test
    void withoutFlowsBothReturnsAreTheGrowth() {
        Performance told = of(List.of(worth(0, 1_000), worth(30, 1_050)));
        is(told.timeWeighted(), "0.05");
        is(told.moneyWeighted(), "0.05");
    }

    /** 1,000 grow to 1,200, 800 are paid in, 2,000 fall to 1,800: 1.2 * 0.9. */
    @Test
    void whatIsPaidInDoesNotChangeTheTimeWeightedReturn() {
        Performance told = of(List.of(worth(0, 1_000), worth(100, 1_800)), paid(50, 800, 2_000));
        is(told.timeWeighted(), "0.08");
        is(of(List.of(worth(0, 1_000), worth(100, 960)), paid(50, -400, 800)).timeWeighted(), "0.44");
    }

    /** 1,000 x + 1,000 x^0.5 = 2,310 has x^0.5 = 1.1: r = 0.21. */
    @Test
    void theMoneyWeightedReturnExplainsTheEndByWhenMoneyCame() {
        Performance told = of(List.of(worth(0, 1_000), worth(100, 2_310)), paid(50, 1_000, 2_100));
        is(told.moneyWeighted(), "0.21");
        is(told.timeWeighted(), "0.21");
    }

    /** 1,000 gain 10 per cent, then 9,000 more lose 10: who had little gained, the money lost. */
    @Test
    void theyDifferWhereMuchCameBeforeTheFall() {
        Performance told = of(List.of(worth(0, 1_000), worth(100, 9_090)), paid(50, 9_000, 10_100));
        is(told.timeWeighted(), "-0.01");
        assertThat(told.moneyWeighted().rate().orElseThrow()).isNegative();
    }

    /** -100 x^0 + 230 x^0.5 - 132 x: x^0.5 is 1.1 or 1.2, as in the textbooks. */
    @Test
    void severalRatesAreSaidToBeSeveral() {
        Performance told = of(List.of(worth(0, 10_000), worth(100, -13_200)), paid(50, -23_000, -12_000));
        isNot(told.moneyWeighted(), Undefined.SEVERAL_SOLUTIONS);
    }

    @Test
    void whereNoRateExplainsItThatIsSaid() {
        isNot(of(List.of(worth(0, 100), worth(9, -5))).moneyWeighted(), Undefined.NO_SOLUTION);
        isNot(of(List.of(worth(0, 0), worth(9, 0))).moneyWeighted(), Undefined.NOTHING_INVESTED);
        isNot(of(List.of(worth(3, 100), worth(3, 100))).moneyWeighted(), Undefined.NO_TIME);
        is(of(List.of(worth(0, 100), worth(9, 0))).moneyWeighted(), "-1");
    }

    @Test
    void whoGainsFromNothingHasNoTimeWeightedReturn() {
        isNot(of(List.of(worth(0, 0), worth(9, 5))).timeWeighted(), Undefined.NOTHING_INVESTED);
        is(of(List.of(worth(0, 0), worth(9, 110)), paid(3, 100, 100)).timeWeighted(), "0.1");
        is(of(List.of(worth(0, 100), worth(9, 0)), paid(3, -120, 0)).timeWeighted(), "0.2");
    }

    /** The index goes 1, 1.2, 0.9, 1.08, 0.972, 1.5; a payment at 0.9 moves nothing. */
    @Test
    void theDeepestFallTellsWhenItBeganAndEnded() {
        Performance told = of(
                List.of(
                        worth(0, 1_000),
                        worth(1, 1_200),
                        worth(2, 900),
                        worth(4, 2_160),
                        worth(5, 1_944),
                        worth(6, 3_000)),
                paid(3, 900, 1_800));
        assertThat(told.drawdown()).contains(new Drawdown(DAY, 2 * DAY, new BigDecimal("0.2500000000")));
        is(told.timeWeighted(), "0.5");
        assertThat(of(List.of(worth(0, 1), worth(1, 2)))
                        .drawdown()
                        .orElseThrow()
                        .fraction())
                .isZero();
    }

    @Test
    void aFallThatAWithdrawalFollowsIsSeen() {
        Performance told = of(List.of(worth(0, 1_000), worth(9, 500)), paid(4, -400, 500));
        assertThat(told.drawdown()).contains(new Drawdown(0, 4 * DAY, new BigDecimal("0.1000000000")));
    }

    /** One unit that is bought at the start, and units bought and given back by each flow at the worth of one. */
    @Test
    void seededAccountsAgreeWithCountingUnits() {
        for (long seed : new long[] {1, 2, 3, System.nanoTime()}) {
            Random random = new Random(seed);
            for (int account = 0; account < 500; account++) unitsAgree(random, "seed " + seed + " account " + account);
        }
    }

    private static void unitsAgree(Random random, String where) {
        double rate = 1;
        double units = 1_000_000_000_000L;
        List<EquityPoint> points = new ArrayList<>(List.of(worth(0, (long) units)));
        List<Flow> flows = new ArrayList<>();
        double peak = 1;
        double deepest = 0;
        for (int day = 1; day <= 30; day++) {
            if (random.nextInt(4) == 0) {
                long before = Math.round(units * rate);
                long amount = random.nextLong(-before / 2, before * 2);
                units += amount / rate;
                flows.add(paid(day - 0.5, amount, before + amount));
            }
            rate *= 0.9 + random.nextDouble() * 0.21;
            peak = Math.max(peak, rate);
            deepest = Math.max(deepest, 1 - rate / peak);
            points.add(worth(day, Math.round(units * rate)));
        }
        Performance told = Performance.of(points, flows);
        assertThat(told.timeWeighted().rate().orElseThrow().doubleValue())
                .as(where)
                .isCloseTo(rate - 1, within(1e-7));
        assertThat(told.drawdown().orElseThrow().fraction().doubleValue())
                .as(where)
                .isCloseTo(deepest, within(1e-7));
        explainsTheEnd(told.moneyWeighted(), points, flows, where);
    }

    /** Compounded at the rate, everything that was paid in makes what is there. */
    private static void explainsTheEnd(Return told, List<EquityPoint> points, List<Flow> flows, String where) {
        if (told.rate().isEmpty()) {
            assertThat(told.why()).as(where).contains(Undefined.SEVERAL_SOLUTIONS);
            return;
        }
        double growth = 1 + told.rate().get().doubleValue();
        double made = points.get(0).equity().doubleValue() * growth;
        for (Flow flow : flows) {
            made += flow.amountMinor().doubleValue() * Math.pow(growth, 1 - flow.timeNanos() / (30.0 * DAY));
        }
        double end = points.get(30).equity().doubleValue();
        double paid = flows.stream()
                .mapToDouble(flow -> flow.amountMinor().abs().doubleValue())
                .sum();
        assertThat(made).as(where).isCloseTo(end, within((paid + 1e12) * 1e-6));
    }
}
