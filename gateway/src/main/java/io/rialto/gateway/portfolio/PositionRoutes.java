package io.rialto.gateway.portfolio;

import io.rialto.feeds.Feeds;
import io.rialto.feeds.exposure.Exposure;
import io.rialto.feeds.margin.ContractMargin;
import io.rialto.feeds.portfolio.CostMethod;
import io.rialto.feeds.portfolio.Portfolio;
import io.rialto.gateway.access.Scope;
import io.rialto.gateway.form.Decimals;
import io.rialto.gateway.form.Field;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.market.Terms;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What an account bought less what it sold, below zero it is short; what that cost and gained by one of the views of cost.
 */
public final class PositionRoutes implements RouteGroup {
    private final Feeds feeds;
    private final Listed listed;

    public PositionRoutes(Feeds feeds, Listed listed) {
        this.feeds = feeds;
        this.listed = listed;
    }

    @Override
    public void addTo(Routes routes) {
        routes.read("/portfolio/positions", Scope.READ, this::positions, "method")
                .says("The account's positions")
                .with(Field.choice("method", CostMethod.class).optional())
                .answers(200, Items.class);
    }

    /**
     * @param quantity as the venue counts it for reduce-only orders, where it does; else as owned
     * @param marginMode null but of a contract; {@code positionMargin} is what an isolated position has for itself
     * @param liquidationPrice of a contract's position: at which mark it is liquidated while all else stays; null where none does it
     * @param owned of an asset also less the fees that were paid in it: what the cost is of
     */
    private record Item(
            String symbol,
            String side,
            String quantity,
            String owned,
            String cost,
            String averagePrice,
            String markPrice,
            String sessionMark,
            String unrealised,
            String realised,
            String fees,
            String funding,
            String marginMode,
            String positionMargin,
            String liquidationPrice,
            String bankruptcyPrice,
            long sequence) {}

    private record Items(String account, CostMethod method, List<Item> items, long sequence) {}

    private record Seen(Portfolio portfolio, Map<Integer, Long> counted, Map<Integer, ContractMargin> contracts) {}

    private Answer positions(Call call) {
        int account = listed.readAccount(call);
        CostMethod method = call.choice("method", CostMethod.class).orElse(CostMethod.AVERAGE);
        Seen seen = feeds.atOnce(
                () -> new Seen(feeds.portfolios().of(account, method), counted(account), contracts(account)));
        List<Item> items = seen.portfolio.positions().stream()
                .map(position -> item(
                        position,
                        Optional.ofNullable(seen.counted.get(position.instrument())),
                        Optional.ofNullable(seen.contracts.get(position.instrument()))))
                .toList();
        return Answer.ok(new Items(
                Integer.toString(account), method, items, seen.portfolio.now().sequence()));
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

    private Item item(Portfolio.Position position, Optional<Long> countedMinor, Optional<ContractMargin> contract) {
        Terms terms = listed.terms(position.instrument());
        int side = position.quantity().signum();
        String owned = terms.quantity(position.quantity());
        return new Item(
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
