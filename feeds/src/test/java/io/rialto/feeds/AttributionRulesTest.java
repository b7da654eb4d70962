package io.rialto.feeds;

import static io.rialto.feeds.History.ALICE;
import static io.rialto.feeds.History.BOB;
import static io.rialto.feeds.History.BTC;
import static io.rialto.feeds.History.BTC_USD;
import static io.rialto.feeds.History.SECOND;
import static io.rialto.feeds.History.USD;
import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.feeds.candles.Interval;
import io.rialto.feeds.costs.CostMethod;
import io.rialto.feeds.portfolio.EquityPoint;
import io.rialto.feeds.returns.Attribution;
import io.rialto.feeds.returns.Curve;
import io.rialto.feeds.returns.Report;
import io.rialto.feeds.statements.Period;
import io.rialto.protocol.FeePolicy;
import io.rialto.protocol.FundsDepositedDecoder;
import java.math.BigInteger;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Alice brought a bitcoin at 100.00 and buys another; all is told in cents. */
class AttributionRulesTest {
    private static final long ONE_BITCOIN = 100_000_000;
    private static final long MINUTE = 60 * SECOND;
    private static final OptionalLong OPEN = OptionalLong.empty();

    private final History history = History.listed();
    private long transfers;

    private void deposit(int account, int asset, long amountMinor) {
        history.tick(told -> told.funds(FundsDepositedDecoder.TEMPLATE_ID, ++transfers, account, asset, amountMinor));
    }

    private void marks(long cents) {
        history.tick(told -> told.marked(BTC_USD, cents));
    }

    private void begins() {
        marks(10_000);
        for (int account : new int[] {ALICE, BOB}) {
            deposit(account, BTC, ONE_BITCOIN);
            deposit(account, USD, 5_000_000);
        }
    }

    /** @param feeMinor what Alice pays */
    private void alice(boolean buys, long cents, long feeMinor) {
        Told.Order maker = history.rests(buys ? history.sells(BOB, 200, cents) : history.buys(BOB, 200, cents));
        Told.Order taker = buys ? history.buys(ALICE, 200, cents) : history.sells(ALICE, 200, cents);
        Told.Money money = buys
                ? new Told.Money(cents, ONE_BITCOIN, 0, feeMinor, -ONE_BITCOIN, -cents - feeMinor, FeePolicy.QUOTE)
                : new Told.Money(cents, ONE_BITCOIN, 0, feeMinor, -cents, -ONE_BITCOIN, FeePolicy.QUOTE);
        long trade = history.nextTrade();
        history.places(taker, "", 0, told -> told.accepted(taker, 0).traded(trade, maker, taker, 200, 0, 0, money));
        marks(cents);
    }

    private Report report(OptionalLong from, OptionalLong to) {
        return history.feeds.returns().report(ALICE, CostMethod.FIFO, from, to, Interval.ONE_MINUTE);
    }

    private static void came(Report report, long realised, long unrealised, long fees, long price) {
        Attribution told = report.attribution();
        assertThat(told.lines())
                .containsExactly(new Attribution.Line(
                        BTC_USD, minor(realised), minor(unrealised), minor(fees), BigInteger.ZERO, minor(price)));
        assertThat(told.other()).isZero();
        assertThat(told.total()).isEqualTo(realised + unrealised + fees + price);
        assertThat(report.end().since(report.start()).profit()).isEqualTo(told.total());
    }

    private static BigInteger minor(long amount) {
        return BigInteger.valueOf(amount);
    }

    @Test
    void whatWasBoughtIsUnrealisedAndWhatWasBroughtIsThePricesEffect() {
        begins();
        alice(true, 10_000, 7);
        marks(11_000);
        came(report(OPEN, OPEN), 0, 1_000, -7, 1_000);
        alice(false, 11_200, 12);
        came(report(OPEN, OPEN), 1_200, 0, -19, 1_200);
    }

    @Test
    void aPeriodCountsFromItsBeginning() {
        begins();
        alice(true, 10_000, 7);
        marks(11_000);
        history.passes(MINUTE);
        long middle = history.timeNanos();
        alice(false, 11_200, 12);
        history.passes(MINUTE);
        long end = history.timeNanos();
        marks(20_000);

        came(report(OptionalLong.of(middle), OptionalLong.of(end)), 1_200, -1_000, -12, 200);
        Report whole = report(OPEN, OPEN);
        assertThat(whole.flows()).isEqualTo(2);
        assertThat(whole.isWhole()).isTrue();
    }

    @Test
    void whoIsPaidInTheMiddleEarnsTheSameRate() {
        begins();
        marks(12_000);
        history.passes(MINUTE);
        deposit(ALICE, USD, 5_000_000);
        marks(10_000);
        Report told = report(OPEN, OPEN);
        // 5,010,000 to 5,012,000; 10,012,000 to 10,010,000
        assertThat(told.timeWeighted().rate().orElseThrow()).isEqualByComparingTo("0.0001993616");
        assertThat(told.drawdown().orElseThrow().fraction()).isEqualByComparingTo("0.0001997603");
        assertThat(told.end().since(told.start()).profit()).isZero();
    }

    @Test
    void theCurveHasEveryIntervalAlsoThoseOfNothing() {
        begins();
        history.passes(MINUTE);
        marks(11_000);
        history.passes(3 * MINUTE);
        marks(12_000);

        Curve told = history.feeds.returns().curve(ALICE, Interval.ONE_MINUTE, OPEN, OPEN, 10);
        assertThat(told.items())
                .extracting(EquityPoint::timeNanos)
                .containsExactly(0L, MINUTE, 2 * MINUTE, 3 * MINUTE, 4 * MINUTE);
        assertThat(told.items().stream().map(point -> point.equity().intValueExact()))
                .containsExactly(0, 5_010_000, 5_011_000, 5_011_000, 5_011_000);
        assertThat(told.now().equity()).isEqualTo(5_012_000);
        Curve two = history.feeds.returns().curve(ALICE, Interval.ONE_MINUTE, OptionalLong.of(MINUTE), OPEN, 2);
        assertThat(two.items()).hasSize(2);
        assertThat(two.next()).hasValue(3 * MINUTE);
        Curve newest = history.feeds.returns().curve(ALICE, Interval.ONE_MINUTE, OPEN, OPEN, 1);
        assertThat(newest.items()).isEqualTo(told.items().subList(4, 5));
        assertThat(history.feeds
                        .returns()
                        .curve(ALICE, Interval.ONE_WEEK, OPEN, OPEN, 9)
                        .items())
                .isEmpty();
    }

    @Test
    void beforeTheFirstListingNothingIsWorthAnythingAlsoWhenItIsAskedForLater() {
        History young = new History(FeedsOptions.defaults());
        young.tick(told -> told.assetListed(BTC, "BTC", 8).assetListed(USD, "USD", 2));
        young.tick(told -> told.accountOpened(ALICE, 0));
        young.tick(told -> told.funds(FundsDepositedDecoder.TEMPLATE_ID, 1, ALICE, USD, 100));
        young.passes(2 * MINUTE);
        young.listInstrument(BTC_USD, "BTC-USD", null);
        young.passes(MINUTE);
        young.tick(told -> {});

        Curve told = young.feeds.returns().curve(ALICE, Interval.ONE_MINUTE, OPEN, OPEN, 9);
        assertThat(told.items())
                .extracting(point -> point.equity().intValueExact())
                .containsExactly(0, 0, 0, 100);
        assertThat(told.items())
                .extracting(point -> point.price().intValueExact())
                .containsOnly(0);
    }

    @Test
    void whatIsNoLongerKeptIsSaidAndNeverGuessed() {
        FeedsOptions few = new FeedsOptions(9, 9, 9, 9, 2, 9, true, Duration.ofHours(1), Duration.ofMillis(1));
        History brief = History.listed(few);
        long first = brief.tick(told -> told.funds(FundsDepositedDecoder.TEMPLATE_ID, 1, ALICE, USD, 100));
        long second = brief.tick(told -> told.funds(FundsDepositedDecoder.TEMPLATE_ID, 2, ALICE, USD, 20));
        var statements = brief.feeds.statements();
        var kept = statements.of(ALICE, Period.ofSequences(second, Long.MAX_VALUE));
        assertThat(kept.isWhole()).isTrue();
        assertThat(kept.lines().get(0).openingMinor()).isEqualTo(120);
        assertThat(statements
                        .of(ALICE, Period.ofSequences(first - 1, Long.MAX_VALUE))
                        .isWhole())
                .isFalse();
    }
}
