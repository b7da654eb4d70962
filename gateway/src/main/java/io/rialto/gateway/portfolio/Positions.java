package io.rialto.gateway.portfolio;

import io.rialto.feeds.Feeds;
import io.rialto.feeds.costs.CostMethod;
import io.rialto.feeds.exposure.Exposure;
import io.rialto.feeds.margin.ContractMargin;
import io.rialto.feeds.portfolio.Portfolio;
import io.rialto.gateway.form.Decimals;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.market.Terms;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** An account's positions as the feeds know them, put together as of one frame. Thread-safe. */
public final class Positions {
    private final Feeds feeds;
    private final Listed listed;

    public Positions(Feeds feeds, Listed listed) {
        this.feeds = feeds;
        this.listed = listed;
    }

    /** All of an account. */
    public record Items(String account, CostMethod method, List<PositionBody> items, long sequence) {}

    private record Seen(Portfolio portfolio, Map<Integer, Long> counted, Map<Integer, ContractMargin> contracts) {}

    /** By one view of cost. */
    public Items of(int account, CostMethod method) {
        Seen seen = feeds.atOnce(
                () -> new Seen(feeds.portfolios().of(account, method), counted(account), contracts(account)));
        List<PositionBody> items = seen.portfolio.positions().stream()
                .map(position -> item(
                        position,
                        Optional.ofNullable(seen.counted.get(position.instrument())),
                        Optional.ofNullable(seen.contracts.get(position.instrument()))))
                .toList();
        return new Items(
                Integer.toString(account), method, items, seen.portfolio.now().sequence());
    }

    private Map<Integer, Long> counted(int account) {
        Map<Integer, Long> counted = new HashMap<>();
        for (Exposure kept : feeds.exposures().of(account).items()) counted.put(kept.instrument(), kept.baseMinor());
        return counted;
    }

    private Map<Integer, ContractMargin> contracts(int account) {
        Map<Integer, ContractMargin> contracts = new HashMap<>();
        for (ContractMargin contract : feeds.margins().of(account).contracts())
            contracts.put(contract.instrument(), contract);
        return contracts;
    }

    private PositionBody item(
            Portfolio.Position position, Optional<Long> countedMinor, Optional<ContractMargin> contract) {
        Terms terms = listed.terms(position.instrument());
        int side = position.quantity().signum();
        String owned = terms.quantity(position.quantity());
        return new PositionBody(
                terms.instrument().symbol(),
                side == 0 ? "FLAT" : side > 0 ? "LONG" : "SHORT",
                countedMinor
                        .map(minor ->
                                Decimals.text(minor, terms.instrument().base().scale()))
                        .orElse(owned),
                owned,
                terms.quote(position.costMinor()),
                side == 0
                        ? null
                        : terms.averagePrice(
                                position.costMinor(), position.quantity().abs()),
                position.mark().map(terms::price).orElse(null),
                position.sessionMark().map(terms::price).orElse(null),
                position.unrealisedMinor().map(terms::quote).orElse(null),
                terms.quote(position.realisedMinor()),
                terms.quote(position.feesMinor()),
                terms.quote(position.fundingMinor()),
                contract.map(each -> each.isIsolated() ? "ISOLATED" : "CROSS").orElse(null),
                contract.filter(ContractMargin::isIsolated)
                        .map(each -> terms.quote(each.ownMinor()))
                        .orElse(null),
                price(contract.map(ContractMargin::liquidationTicks), terms),
                price(contract.map(ContractMargin::bankruptcyTicks), terms),
                position.changedSequence());
    }

    private static String price(Optional<OptionalLong> ticks, Terms terms) {
        return ticks.isPresent() && ticks.get().isPresent()
                ? terms.price(ticks.get().getAsLong())
                : null;
    }
}
