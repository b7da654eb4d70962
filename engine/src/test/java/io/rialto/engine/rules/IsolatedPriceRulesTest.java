package io.rialto.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.engine.liquidation.IsolatedPrice;
import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A price of 100,000.00 is 10,000,000 ticks of one minor unit. */
class IsolatedPriceRulesTest {
    private static final int HALF_PER_CENT = 50_000;

    private static IsolatedPrice position(long lots) {
        return new IsolatedPrice(lots, 10_000_000, 500_000, 1);
    }

    @Test
    void thePricesOfTheRulebook() {
        assertThat(position(1).liquidationTicks(HALF_PER_CENT, 0)).isEqualTo(9_547_739);
        assertThat(position(1).bankruptcyTicks()).isEqualTo(9_500_000);
        assertThat(position(-1).liquidationTicks(HALF_PER_CENT, 0)).isEqualTo(10_447_761);
        assertThat(position(-1).bankruptcyTicks()).isEqualTo(10_500_000);
    }

    @Test
    void aTiersConstantMovesItAway() {
        assertThat(position(1).liquidationTicks(HALF_PER_CENT, 1_000)).isEqualTo(9_546_734);
        assertThat(position(-1).liquidationTicks(HALF_PER_CENT, 1_000)).isEqualTo(10_448_756);
    }

    @Test
    void aLongPositionThatIsCoveredWholeEndsAtNoPrice() {
        IsolatedPrice covered = new IsolatedPrice(10, 1_000, 1_000, 1);
        assertThat(covered.liquidationTicks(HALF_PER_CENT, 0)).isZero();
        assertThat(covered.bankruptcyTicks()).isZero();
        assertThat(new IsolatedPrice(-10, 1_000, 1_000, 1).bankruptcyTicks()).isEqualTo(200);
    }

    /** Equity against maintenance, a tick to either side. */
    @Test
    void oneTickBeyondIsLiquidatedAndOneTickBeforeIsNot() {
        SplittableRandom dice = new SplittableRandom(14);
        for (int i = 0; i < 10_000; i++) {
            long lots = dice.nextLong(1, 1_000) * (dice.nextBoolean() ? 1 : -1);
            long tickMinor = dice.nextLong(1, 50);
            long cost = Math.abs(lots) * tickMinor * dice.nextLong(1_000, 1_000_000);
            long margin = cost / dice.nextLong(2, 100);
            int rate = dice.nextInt(1, 200_000);
            IsolatedPrice price = new IsolatedPrice(lots, cost, margin, tickMinor);
            long ticks = price.liquidationTicks(rate, 0);
            long away = lots > 0 ? 1 : -1;
            String what = "position " + price + " rate " + rate;
            assertThat(isDue(price, rate, ticks - away)).as(what).isTrue();
            assertThat(isDue(price, rate, ticks + away)).as(what).isFalse();
        }
    }

    private static boolean isDue(IsolatedPrice position, int rate, long markTicks) {
        BigDecimal value = BigDecimal.valueOf(markTicks)
                .multiply(BigDecimal.valueOf(position.tickMinor()))
                .multiply(BigDecimal.valueOf(Math.abs(position.lots())));
        BigDecimal gained = value.subtract(BigDecimal.valueOf(position.costMinor()));
        BigDecimal unrealised = position.lots() > 0 ? gained : gained.negate();
        BigDecimal equity = BigDecimal.valueOf(position.marginMinor()).add(unrealised);
        return equity.compareTo(value.multiply(BigDecimal.valueOf(rate, 7))) <= 0;
    }
}
