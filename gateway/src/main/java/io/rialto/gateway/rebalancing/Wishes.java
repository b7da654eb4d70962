package io.rialto.gateway.rebalancing;

import io.rialto.feeds.Feeds;
import io.rialto.feeds.balances.Balance;
import io.rialto.feeds.costs.CostMethod;
import io.rialto.feeds.listing.Asset;
import io.rialto.feeds.listing.Instrument;
import io.rialto.feeds.market.Book;
import io.rialto.feeds.market.Level;
import io.rialto.feeds.portfolio.Portfolio;
import io.rialto.feeds.rebalancing.Plan;
import io.rialto.feeds.rebalancing.Rebalancer;
import io.rialto.feeds.rebalancing.Target;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is wanted, held against what there is as of one frame. */
final class Wishes {
    private final Feeds feeds;
    private final Listed listed;
    private final int account;
    private final Portfolio portfolio;

    /** @param sequence that it has seen */
    record Planned(Plan plan, Asset asset, long sequence) {}

    private Wishes(Feeds feeds, Listed listed, int account) {
        this.feeds = feeds;
        this.listed = listed;
        this.account = account;
        portfolio = feeds.portfolios().of(account, CostMethod.AVERAGE);
    }

    static Planned plan(Feeds feeds, Listed listed, int account, RebalanceForm form) {
        return feeds.atOnce(() -> new Wishes(feeds, listed, account).plan(form));
    }

    private Planned plan(RebalanceForm form) {
        if (portfolio.asset() == 0) throw Problem.at("targets", ProblemCode.INVALID_VALUE, "nothing is listed yet");
        Asset cash = listed.asset(portfolio.asset());
        Map<Asset, BigDecimal> weights = new LinkedHashMap<>(form.weights());
        BigInteger rest = BigInteger.ZERO;
        for (Portfolio.AssetValue owned : portfolio.assets()) {
            Asset asset = listed.asset(owned.asset());
            BigInteger worth = worth(asset, owned, cash);
            if (asset.equals(cash) || weights.containsKey(asset) || worth.signum() == 0) continue;
            if (form.sellsOthers() && market(asset, cash).isPresent()) weights.put(asset, BigDecimal.ZERO);
            else rest = rest.add(worth);
        }
        Balance money = feeds.balances().balance(account, cash.number());
        Rebalancer rebalancer = new Rebalancer(
                cash.scale(),
                BigInteger.valueOf(money.totalMinor()),
                BigInteger.valueOf(money.availableMinor()),
                rest,
                form.threshold());
        List<Target> targets = new ArrayList<>();
        weights.forEach((asset, weight) -> targets.add(target(asset, weight, cash)));
        return new Planned(rebalancer.plan(targets), cash, portfolio.now().sequence());
    }

    /** Of the balance alone: a margin is bound to its positions. */
    private BigInteger worth(Asset asset, Portfolio.AssetValue owned, Asset cash) {
        long balance = feeds.balances().balance(account, asset.number()).totalMinor();
        return owned.price()
                .map(price -> BigDecimal.valueOf(balance, asset.scale())
                        .multiply(price)
                        .movePointRight(cash.scale())
                        .setScale(0, RoundingMode.FLOOR)
                        .toBigIntegerExact())
                .orElse(BigInteger.ZERO);
    }

    /** The first that was listed, by which the asset is valued. */
    private Optional<Instrument> market(Asset asset, Asset cash) {
        return feeds.listings().instruments().items().stream()
                .filter(each -> each.contract().isEmpty()
                        && each.base().equals(asset)
                        && each.quote().equals(cash))
                .findFirst();
    }

    private Target target(Asset asset, BigDecimal weight, Asset cash) {
        Instrument market = market(asset, cash)
                .orElseThrow(() -> Problem.at(
                        "targets",
                        ProblemCode.INVALID_VALUE,
                        "must be assets with a market against " + cash.code() + "; what is no target stays in it",
                        asset.code()));
        Balance owned = feeds.balances().balance(account, asset.number());
        Book book = feeds.books().book(market.number(), 1);
        return new Target(
                market,
                weight,
                BigDecimal.valueOf(owned.totalMinor(), asset.scale()),
                BigDecimal.valueOf(owned.availableMinor(), asset.scale()),
                feeds.portfolios().mark(market.number()),
                best(book.bids(), market),
                best(book.asks(), market),
                feeds.fees().of(account, List.of(market)).items().get(0));
    }

    private static Optional<BigDecimal> best(List<Level> levels, Instrument market) {
        BigDecimal tick = BigDecimal.valueOf(market.tickMantissa(), market.tickScale());
        return levels.stream().findFirst().map(level -> tick.multiply(BigDecimal.valueOf(level.priceTicks())));
    }
}
