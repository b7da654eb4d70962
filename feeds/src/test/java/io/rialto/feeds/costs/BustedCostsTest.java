package io.rialto.feeds.costs;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

/** Bought 100 for 10,000 and 50 for 5,150, sold 60 for 6,300. */
class BustedCostsTest {
    private final PositionCosts costs = new PositionCosts();

    private void trades() {
        costs.trade(1, BigDecimal.valueOf(100), BigInteger.valueOf(10_000));
        costs.trade(2, BigDecimal.valueOf(50), BigInteger.valueOf(5_150));
        costs.trade(3, BigDecimal.valueOf(-60), BigInteger.valueOf(6_300));
    }

    private void has(CostMethod method, long quantity, long costMinor, long realisedMinor) {
        CostBook book = costs.by(method);
        assertThat(book.quantity()).isEqualByComparingTo(BigDecimal.valueOf(quantity));
        assertThat(book.costMinor()).isEqualTo(costMinor);
        assertThat(book.realisedMinor()).isEqualTo(realisedMinor);
    }

    @Test
    void aBustedTradeWasNeverMade() {
        trades();
        assertThat(costs.takeBack(2)).isTrue();
        has(CostMethod.AVERAGE, 40, 4_000, 300);
        has(CostMethod.FIFO, 40, 4_000, 300);
        has(CostMethod.LIFO, 40, 4_000, 300);
    }

    @Test
    void whatWasTradedBeforeItStays() {
        costs.trade(BigDecimal.valueOf(10), BigInteger.valueOf(900));
        trades();
        costs.takeBack(3);
        has(CostMethod.AVERAGE, 160, 16_050, 0);
        costs.takeBack(1);
        costs.takeBack(2);
        has(CostMethod.LIFO, 10, 900, 0);
    }

    @Test
    void aTradeThatIsNotKnownIsNotTakenBack() {
        trades();
        assertThat(costs.takeBack(4)).isFalse();
        has(CostMethod.AVERAGE, 90, 9_090, 240);
    }
}
