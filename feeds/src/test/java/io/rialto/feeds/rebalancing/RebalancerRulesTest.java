package io.rialto.feeds.rebalancing;

import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.feeds.fees.AccountFees;
import io.rialto.feeds.listing.Asset;
import io.rialto.feeds.listing.Instrument;
import io.rialto.protocol.FeePolicy;
import io.rialto.protocol.ListingStep;
import io.rialto.protocol.MarketRemainder;
import io.rialto.protocol.Phase;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Dollars with two decimals; coins in lots of a hundredth at prices in whole dollars. */
class RebalancerRulesTest {
    private static final Asset USD = new Asset(1, "USD", 2, 1);

    private long least = 1;
    private long most = 1_000_000;
    private long minNotional;
    private FeePolicy policy = FeePolicy.QUOTE;
    private int rate;
    private BigDecimal threshold = BigDecimal.ZERO;
    private BigInteger rest = BigInteger.ZERO;
    private long held;

    private Instrument market(int number) {
        Asset coin = new Asset(number + 1, "C" + number, 8, 1);
        return new Instrument(
                number,
                "C" + number + "-USD",
                coin,
                USD,
                1,
                0,
                1,
                2,
                least,
                most,
                minNotional,
                OptionalLong.empty(),
                OptionalLong.empty(),
                0,
                rate,
                policy,
                MarketRemainder.EXPIRE,
                true,
                Phase.CONTINUOUS,
                ListingStep.LISTED,
                Map.of(),
                OptionalLong.empty(),
                Optional.empty(),
                1);
    }

    private Target coin(int number, String weight, String owned, long bid, long ask) {
        Instrument market = market(number);
        BigDecimal all = new BigDecimal(owned);
        return new Target(
                market,
                new BigDecimal(weight),
                all,
                all,
                Optional.of(BigDecimal.valueOf(bid + ask).divide(BigDecimal.valueOf(2))),
                Optional.of(BigDecimal.valueOf(bid)),
                Optional.of(BigDecimal.valueOf(ask)),
                new AccountFees(100, number, 0, rate, 0, Optional.empty(), 0, 0, 0, 0));
    }

    private Plan plan(long dollars, Target... targets) {
        BigInteger cash = BigInteger.valueOf(dollars * 100);
        return new Rebalancer(2, cash, cash.subtract(BigInteger.valueOf(held)), rest, threshold).plan(List.of(targets));
    }

    private static void orders(Plan plan, String... told) {
        assertThat(plan.orders().stream()
                        .map(line -> line.side() + " " + line.quantity() + " "
                                + line.market().symbol() + " at " + line.price().orElseThrow()))
                .containsExactly(told);
    }

    private static void left(Plan plan, int line, Reason reason) {
        assertThat(plan.lines().get(line).isOrder()).isFalse();
        assertThat(plan.lines().get(line).reason()).contains(reason);
    }

    @Test
    void whatIsTooMuchIsSoldBeforeWhatIsMissingIsBought() {
        Plan plan = plan(1_000, coin(1, "0.25", "0", 100, 100), coin(2, "0.25", "5", 200, 200));
        orders(plan, "SELL 2.50 C2-USD at 200", "BUY 5.00 C1-USD at 100");
        assertThat(plan.cashAfterMinor()).isEqualTo(100_000);
        assertThat(plan.totalAfterMinor()).isEqualTo(200_000);
    }

    @Test
    void sellsAreAtTheBidAndBuysAtTheAsk() {
        Plan plan = plan(1_000, coin(1, "0.5", "0", 98, 102), coin(2, "0", "1", 198, 202));
        orders(plan, "SELL 1.00 C2-USD at 198", "BUY 5.87 C1-USD at 102");
    }

    /** 1,000 at a fee of 1 %: with f on x, x = 0.5 (1,000 - 0.01 x), x = 497.51. */
    @Test
    void theWeightsAreOfWhatFeesLeave() {
        rate = 100_000;
        Plan plan = plan(1_000, coin(1, "0.5", "0", 1, 1));
        orders(plan, "BUY 497.51 C1-USD at 1");
        assertThat(plan.cashAfterMinor()).isEqualTo(49_751);
        policy = FeePolicy.RECEIVED;
        Plan inBase = plan(1_000, coin(1, "0.5", "0", 1, 1));
        orders(inBase, "BUY 502.51 C1-USD at 1");
        assertThat(inBase.lines().get(0).ownedAfter()).isEqualByComparingTo("497.4849");
    }

    @Test
    void whatIsNearItsTargetIsLeftAlone() {
        threshold = new BigDecimal("0.05");
        left(plan(1_000, coin(1, "0.04", "0", 100, 100)), 0, Reason.WITHIN_THRESHOLD);
        orders(plan(1_000, coin(1, "0.05", "0", 100, 100)), "BUY 0.50 C1-USD at 100");
    }

    @Test
    void ordersTooSmallForTheMarketAreNotPlanned() {
        left(plan(1_000, coin(1, "0.0009", "0", 100, 100)), 0, Reason.BELOW_A_LOT);
        least = 100;
        left(plan(1_000, coin(1, "0.09", "0", 100, 100)), 0, Reason.BELOW_MIN_QUANTITY);
        minNotional = 10_001;
        left(plan(1_000, coin(1, "0.1", "0", 100, 100)), 0, Reason.BELOW_MIN_NOTIONAL);
        most = 200;
        Plan plan = plan(1_000, coin(1, "0.9", "0", 100, 100));
        orders(plan, "BUY 2.00 C1-USD at 100");
        assertThat(plan.lines().get(0).reason()).contains(Reason.AT_MAX_QUANTITY);
    }

    @Test
    void whatIsHeldIsNeitherSoldNorSpent() {
        Target bound = coin(2, "0", "5", 200, 200);
        Target half = new Target(
                bound.market(),
                bound.weight(),
                bound.owned(),
                BigDecimal.ONE,
                bound.mark(),
                bound.bid(),
                bound.ask(),
                bound.fees());
        Plan plan = plan(0, coin(1, "0.5", "0", 100, 100), coin(3, "0.3", "0", 100, 100), half);
        orders(plan, "SELL 1.00 C2-USD at 200", "BUY 1.25 C1-USD at 100", "BUY 0.75 C3-USD at 100");
        assertThat(plan.lines())
                .extracting(line -> line.reason().orElseThrow())
                .containsExactly(Reason.NOT_ENOUGH_CASH, Reason.NOT_ENOUGH_CASH, Reason.NOT_AVAILABLE);
        held = 95_000;
        orders(plan(1_000, coin(1, "0.5", "0", 100, 100)), "BUY 0.50 C1-USD at 100");
    }

    @Test
    void whatHasNoPriceIsSaid() {
        Target known = coin(1, "0.5", "1", 100, 100);
        Target unknown = new Target(
                known.market(),
                known.weight(),
                known.owned(),
                known.available(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                known.fees());
        left(plan(1_000, unknown), 0, Reason.NO_PRICE);
    }

    @Test
    void whatIsNoTargetCountsAndStays() {
        rest = BigInteger.valueOf(100_000);
        orders(plan(1_000, coin(1, "0.25", "0", 100, 100)), "BUY 5.00 C1-USD at 100");
    }

    /** Every order filled at its price: each asset is within a lot of its part, and what was there is still there, less the fees. */
    @Test
    void seededPlansOnceFilledAreWithinALotOfTheirTargets() {
        for (long seed : new long[] {1, 2, 3, System.nanoTime()}) {
            Random random = new Random(seed);
            for (int i = 0; i < 250; i++) fills(random, "seed " + seed + " plan " + i);
        }
    }

    private void fills(Random random, String where) {
        most = 1_000_000_000_000L;
        rate = random.nextInt(3) * 20_000;
        policy = random.nextBoolean() ? FeePolicy.QUOTE : FeePolicy.RECEIVED;
        List<Target> targets = new ArrayList<>();
        int left = 1_000;
        for (int number = 1; number <= 1 + random.nextInt(5); number++) {
            int weight = random.nextInt(left + 1);
            left -= weight;
            long bid = 1 + random.nextInt(2_000);
            String owned = BigDecimal.valueOf(random.nextInt(100_000), 3).toPlainString();
            targets.add(
                    coin(number, BigDecimal.valueOf(weight, 3).toPlainString(), owned, bid, bid + random.nextInt(3)));
        }
        Plan plan = plan(random.nextInt(100_000), targets.toArray(Target[]::new));
        BigDecimal total = new BigDecimal(plan.totalAfterMinor(), 2);
        assertThat(plan.cashAfterMinor().signum()).as(where).isNotNegative();
        BigDecimal paid = BigDecimal.ZERO;
        for (Line line : plan.lines()) {
            BigDecimal price = line.price().orElseThrow();
            BigDecimal notional = line.quantity().multiply(price);
            paid = paid.add(notional.multiply(BigDecimal.valueOf(rate, 7)));
            boolean isCut = line.reason()
                    .filter(why -> why == Reason.NOT_ENOUGH_CASH
                            || why == Reason.WITHIN_THE_SPREAD
                            || why == Reason.WITHIN_THRESHOLD)
                    .isPresent();
            if (isCut) continue;
            BigDecimal off = line.ownedAfter()
                    .multiply(price)
                    .subtract(line.target().weight().multiply(total));
            // What rounding down spares of fees makes the whole a little more.
            BigDecimal most = price.multiply(new BigDecimal("0.01")).add(new BigDecimal("1.00"));
            assertThat(off.abs()).as("%s %s", where, line).isLessThanOrEqualTo(most);
        }
        BigDecimal before = targets.stream()
                .map(target -> target.owned().multiply(priceOf(plan, target)))
                .reduce(new BigDecimal(plan.cashMinor(), 2), BigDecimal::add);
        assertThat(before.subtract(paid).subtract(total).abs()).as(where).isLessThanOrEqualTo(new BigDecimal("0.30"));
    }

    private static BigDecimal priceOf(Plan plan, Target target) {
        return plan.lines().stream()
                .filter(line -> line.target() == target)
                .findFirst()
                .flatMap(Line::price)
                .orElseThrow();
    }
}
