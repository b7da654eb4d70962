package io.rialto.feeds;

import static io.rialto.feeds.History.ALICE;
import static io.rialto.feeds.History.BOB;
import static io.rialto.feeds.History.BTC;
import static io.rialto.feeds.History.BTC_USD;
import static io.rialto.feeds.History.SECOND;
import static io.rialto.feeds.History.USD;
import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.feeds.costs.CostMethod;
import io.rialto.feeds.portfolio.EquityPoint;
import io.rialto.feeds.portfolio.Portfolio;
import io.rialto.protocol.FeePolicy;
import io.rialto.protocol.FundsDepositedDecoder;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Alice has one bitcoin; what it is worth is told in cents, at prices in cents. */
class EquityCurveRulesTest {
    private static final long HOUR = 3_600 * SECOND;
    private static final long ONE_BITCOIN = 100_000_000;

    private final History history = History.listed();
    private long transfers;

    private void deposit(int asset, long amountMinor) {
        history.tick(told -> told.funds(FundsDepositedDecoder.TEMPLATE_ID, ++transfers, ALICE, asset, amountMinor));
    }

    private void marks(long priceTicks) {
        history.tick(told -> told.marked(BTC_USD, priceTicks));
    }

    private void later(long nanos) {
        history.passes(nanos);
        history.tick(told -> {});
    }

    private Portfolio alice() {
        return history.feeds.portfolios().of(ALICE, CostMethod.AVERAGE);
    }

    private static List<Long> equities(List<EquityPoint> points) {
        return points.stream().map(point -> point.equity().longValueExact()).toList();
    }

    @Test
    void everyFullHourThatChangedSomethingIsAPoint() {
        deposit(BTC, ONE_BITCOIN);
        marks(10_000);
        later(HOUR);
        marks(11_000);
        marks(12_000);
        later(HOUR);
        later(HOUR);
        marks(9_000);
        later(5 * HOUR);

        assertThat(equities(alice().hours())).containsExactly(10_000L, 12_000L, 9_000L);
        assertThat(alice().hours()).extracting(EquityPoint::timeNanos).containsExactly(HOUR, 2 * HOUR, 8 * HOUR);
        assertThat(alice().now().equity()).isEqualTo(9_000);
    }

    @Test
    void whatHasNoPriceCountsWhenItFirstHasOne() {
        deposit(BTC, ONE_BITCOIN);
        deposit(USD, 500);
        assertThat(alice().now().equity()).isEqualTo(500);
        marks(10_000);
        assertThat(alice().now().transfers()).isEqualTo(10_500);
        assertThat(alice().now().profit()).isZero();
        marks(10_001);
        assertThat(alice().now().profit()).isOne();
    }

    @Test
    void aFirstTradeIsNoLoss() {
        deposit(USD, 50_000);
        history.tick(told -> told.funds(FundsDepositedDecoder.TEMPLATE_ID, ++transfers, BOB, BTC, ONE_BITCOIN));
        Told.Order sold = history.rests(history.sells(BOB, 200, 10_000));
        Told.Order bought = history.buys(ALICE, 200, 10_000);
        Told.Money money = new Told.Money(10_000, ONE_BITCOIN, 0, 0, -ONE_BITCOIN, -10_000, FeePolicy.RECEIVED);
        history.places(bought, "", 0, told -> told.accepted(bought, 0).traded(1, sold, bought, 200, 0, 0, money));

        assertThat(alice().now().profit()).isZero();
        assertThat(alice().now().equity()).isEqualTo(50_000);
        marks(10_100);
        assertThat(alice().now().profit()).isEqualTo(100);
        assertThat(history.feeds.portfolios().of(BOB, CostMethod.FIFO).now().transfers())
                .isEqualTo(10_000);
    }

    @Test
    void aSessionBeginsAtMidnight() {
        deposit(BTC, ONE_BITCOIN);
        marks(10_000);
        later(24 * HOUR);
        marks(10_500);
        later(HOUR);

        Portfolio portfolio = alice();
        assertThat(portfolio.sessionNanos()).isEqualTo(24 * HOUR);
        assertThat(portfolio.session().equity()).isEqualTo(10_000);
        assertThat(portfolio.now().since(portfolio.session()).price()).isEqualTo(500);
        assertThat(equities(portfolio.days())).containsExactly(10_000L);
        later(24 * HOUR);
        assertThat(equities(alice().days())).containsExactly(10_000L, 10_500L);
        assertThat(history.feeds.portfolios().of(BOB, CostMethod.FIFO).days()).isEmpty();
    }

    @Test
    void moneyThatComesInMovesThePeakAlong() {
        deposit(BTC, ONE_BITCOIN);
        marks(10_000);
        deposit(USD, 10_000);
        later(HOUR);
        marks(12_000);
        later(HOUR);
        marks(6_000);
        later(HOUR);
        assertThat(alice().drawdown()).isEqualTo(new Portfolio.Drawdown(minor(6_000), minor(22_000)));
        deposit(USD, 4_000);
        assertThat(alice().drawdown()).isEqualTo(new Portfolio.Drawdown(minor(6_000), minor(26_000)));
        marks(13_000);
        assertThat(alice().drawdown().minor()).isZero();
        assertThat(alice().mostDrawdown()).isEqualTo(new Portfolio.Drawdown(minor(6_000), minor(22_000)));
    }

    private static BigInteger minor(long amount) {
        return BigInteger.valueOf(amount);
    }
}
