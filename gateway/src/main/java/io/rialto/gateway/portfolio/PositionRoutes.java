package io.rialto.gateway.portfolio;

import io.rialto.feeds.Feeds;
import io.rialto.feeds.exposure.AccountExposure;
import io.rialto.feeds.exposure.Exposure;
import io.rialto.feeds.margin.AccountMargin;
import io.rialto.feeds.margin.ContractMargin;
import io.rialto.feeds.margin.ContractPosition;
import io.rialto.gateway.access.Scope;
import io.rialto.gateway.form.Decimals;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.market.Terms;
import java.util.ArrayList;
import java.util.List;

/**
 * What an account bought less what it sold, below zero it is short: in contracts, with what that cost, and in those other
 * markets that keep count.
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
        routes.read("/portfolio/positions", Scope.READ, this::positions);
    }

    private record Item(
            String symbol,
            String side,
            String quantity,
            String cost,
            String averagePrice,
            String markPrice,
            String unrealised,
            String realised,
            String fees,
            long sequence) {}

    private record Items(String account, List<Item> items, long sequence) {}

    private record Both(AccountExposure kept, AccountMargin contracts) {}

    private Answer positions(Call call) {
        int account = listed.readAccount(call);
        Both both = feeds.atOnce(
                () -> new Both(feeds.exposures().of(account), feeds.margins().of(account)));
        List<Item> items = new ArrayList<>();
        for (Exposure kept : both.kept.items()) items.add(item(kept));
        for (ContractMargin contract : both.contracts.contracts()) {
            if (contract.position().changedSequence() > 0) items.add(item(contract));
        }
        return Answer.ok(new Items(Integer.toString(account), items, both.kept.sequence()));
    }

    private Item item(Exposure position) {
        Terms terms = listed.terms(position.instrument());
        String quantity =
                Decimals.text(position.baseMinor(), terms.instrument().base().scale());
        return new Item(
                terms.instrument().symbol(),
                side(position.baseMinor()),
                quantity,
                null,
                null,
                null,
                null,
                null,
                null,
                position.changedSequence());
    }

    private Item item(ContractMargin contract) {
        Terms terms = listed.terms(contract.instrument());
        ContractPosition position = contract.position();
        long size = Math.abs(position.lots());
        return new Item(
                terms.instrument().symbol(),
                side(position.lots()),
                terms.quantity(position.lots()),
                terms.quote(position.costMinor()),
                size == 0 ? null : terms.averagePrice(position.costMinor(), size),
                contract.markTicks().isPresent()
                        ? terms.price(contract.markTicks().getAsLong())
                        : null,
                terms.quote(contract.unrealisedMinor()),
                terms.quote(position.realisedMinor()),
                terms.quote(position.feesMinor()),
                position.changedSequence());
    }

    private static String side(long bought) {
        if (bought == 0) return "FLAT";
        return bought > 0 ? "LONG" : "SHORT";
    }
}
