package io.rialto.feeds;

import io.rialto.engine.StateView;
import io.rialto.engine.simulation.DecidedFlow;
import io.rialto.feeds.costs.CostMethod;
import io.rialto.feeds.listing.Instrument;
import io.rialto.feeds.margin.ContractMargin;
import io.rialto.feeds.margin.ContractPosition;
import io.rialto.feeds.market.Trade;
import io.rialto.feeds.portfolio.EquityPoint;
import io.rialto.feeds.portfolio.Portfolio;
import io.rialto.protocol.frame.FrameView;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What accounts gained, as seeded flows make them gain it, beside what balances, margins and prices say after each frame. */
@Timeout(600)
class GainsThroughFeedsTest {
    private static final int SEEDS = 200;
    private static final int COMMANDS = 200;

    @Test
    void thePartsAreTheEquityAndAllViewsOfCostAgreeOnTheMoney() {
        for (long seed = 1; seed <= SEEDS; seed++) play(seed);
    }

    @Test
    void theSameOfFreshFlows() {
        long first = System.nanoTime();
        for (long seed = first; seed < first + SEEDS; seed++) play(seed);
    }

    static void play(long seed) {
        Feeds feeds = new Feeds(FeedsOptions.defaults());
        FrameView view = new FrameView();
        DecidedFlow.play(seed, COMMANDS, (core, frame) -> {
            feeds.onFrame(view.wrap(frame.buffer(), 0));
            StateView state = core.state();
            for (int account = 100; account < 100 + state.accountCount(); account++) {
                String where = "seed " + seed + " sequence " + core.sequence() + " account " + account;
                Portfolio average = feeds.portfolios().of(account, CostMethod.AVERAGE);
                equityIsWhatThereIs(feeds, average, where);
                averagesAreTheCores(feeds, average, where);
                for (CostMethod method : CostMethod.values()) {
                    viewsAgree(average, feeds.portfolios().of(account, method), where);
                }
            }
        });
    }

    private static void equityIsWhatThereIs(Feeds feeds, Portfolio portfolio, String where) {
        EquityPoint now = portfolio.now();
        BigInteger parts = now.price().add(now.fees()).add(now.funding()).add(now.transfers());
        BigInteger equity = equity(feeds, portfolio.account(), portfolio.asset());
        if (parts.equals(equity) && now.equity().equals(equity)) return;
        throw new AssertionError(where + " is worth " + equity + ": " + portfolio);
    }

    private static BigInteger equity(Feeds feeds, int account, int asset) {
        BigInteger sum = BigInteger.ZERO;
        for (var each : feeds.listings().assets().items()) {
            sum = sum.add(valued(feeds, asset, each.number(), each.scale(), amount(feeds, account, each.number())));
        }
        for (ContractMargin contract : feeds.margins().of(account).contracts()) {
            Instrument market =
                    feeds.listings().instrument(contract.instrument()).orElseThrow();
            BigInteger unrealised = unrealised(market, contract.position());
            sum = sum.add(
                    valued(feeds, asset, market.quote().number(), market.quote().scale(), unrealised));
        }
        return sum;
    }

    /** Money is one amount wherever it lies, valued and rounded once: free, as margin, or set apart for one contract. */
    private static BigInteger amount(Feeds feeds, int account, int asset) {
        BigInteger sum = BigInteger.valueOf(
                        feeds.balances().balance(account, asset).totalMinor())
                .add(BigInteger.valueOf(
                        feeds.margins().of(account).margin(asset).totalMinor()));
        for (ContractMargin contract : feeds.margins().of(account).contracts()) {
            Instrument market =
                    feeds.listings().instrument(contract.instrument()).orElseThrow();
            if (market.quote().number() == asset) sum = sum.add(BigInteger.valueOf(contract.ownMinor()));
        }
        return sum;
    }

    private static BigInteger unrealised(Instrument market, ContractPosition position) {
        OptionalLong mark = market.valuationTicks();
        if (mark.isEmpty()) return BigInteger.ZERO;
        Instrument.Contract contract = market.contract().orElseThrow();
        BigDecimal value = BigDecimal.valueOf(market.tickMantissa(), market.tickScale())
                .multiply(BigDecimal.valueOf(market.lotMantissa(), market.lotScale()))
                .multiply(BigDecimal.valueOf(contract.multiplierMantissa(), contract.multiplierScale()))
                .multiply(BigDecimal.valueOf(mark.getAsLong()))
                .multiply(BigDecimal.valueOf(position.lots()))
                .movePointRight(market.quote().scale());
        BigInteger cost = BigInteger.valueOf(position.costMinor());
        return value.toBigIntegerExact().subtract(position.lots() < 0 ? cost.negate() : cost);
    }

    private static BigInteger valued(Feeds feeds, int into, int asset, int scale, BigInteger amountMinor) {
        if (asset == into) return amountMinor;
        for (Instrument market : feeds.listings().instruments().items()) {
            boolean isSource = market.contract().isEmpty()
                    && market.base().number() == asset
                    && market.quote().number() == into;
            if (isSource) {
                return price(feeds, market)
                        .map(price -> new BigDecimal(amountMinor, scale)
                                .multiply(price)
                                .movePointRight(market.quote().scale())
                                .setScale(0, RoundingMode.FLOOR)
                                .toBigIntegerExact())
                        .orElse(BigInteger.ZERO);
            }
        }
        return BigInteger.ZERO;
    }

    private static Optional<BigDecimal> price(Feeds feeds, Instrument market) {
        if (market.markTicks().isPresent())
            return Optional.of(price(market, market.markTicks().getAsLong()));
        Optional<Trade> last = feeds.tape().last(market.number());
        if (last.isPresent()) {
            Instrument then = feeds.listings()
                    .instrumentInStepsOf(market.number(), last.get().sequence())
                    .orElseThrow();
            return Optional.of(price(then, last.get().priceTicks()));
        }
        OptionalLong reference = market.referencePriceTicks();
        return reference.isPresent() ? Optional.of(price(market, reference.getAsLong())) : Optional.empty();
    }

    private static BigDecimal price(Instrument market, long ticks) {
        return BigDecimal.valueOf(ticks).multiply(BigDecimal.valueOf(market.tickMantissa(), market.tickScale()));
    }

    private static void averagesAreTheCores(Feeds feeds, Portfolio portfolio, String where) {
        for (ContractMargin contract : feeds.margins().of(portfolio.account()).contracts()) {
            ContractPosition core = contract.position();
            if (core.changedSequence() == 0) continue;
            Portfolio.Position own = portfolio.positions().stream()
                    .filter(position -> position.instrument() == core.instrument())
                    .findFirst()
                    .orElseThrow();
            boolean isSame = own.costMinor().equals(BigInteger.valueOf(core.costMinor()))
                    && own.realisedMinor().equals(BigInteger.valueOf(core.realisedMinor()))
                    && own.feesMinor().equals(BigInteger.valueOf(core.feesMinor()))
                    && own.quantity().signum() == Long.signum(core.lots());
            if (!isSame) throw new AssertionError(where + ": " + own + " is not " + core);
        }
    }

    /** What was realised less what the position cost is the money that came in by trades, whoever is sold first. */
    private static void viewsAgree(Portfolio average, Portfolio other, String where) {
        for (int i = 0; i < average.positions().size(); i++) {
            Portfolio.Position one = average.positions().get(i);
            Portfolio.Position two = other.positions().get(i);
            boolean isSame = money(one).equals(money(two)) && one.quantity().compareTo(two.quantity()) == 0;
            if (!isSame) throw new AssertionError(where + " by " + other.method() + ": " + two + " is not " + one);
        }
    }

    private static BigInteger money(Portfolio.Position position) {
        BigInteger cost = position.costMinor();
        return position.realisedMinor().subtract(position.quantity().signum() < 0 ? cost.negate() : cost);
    }
}
