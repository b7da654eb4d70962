package io.rialto.gateway.portfolio;

import io.rialto.feeds.exposure.AccountExposure;
import io.rialto.feeds.exposure.Exposure;
import io.rialto.feeds.exposure.Exposures;
import io.rialto.feeds.listing.Instrument;
import io.rialto.gateway.access.Scope;
import io.rialto.gateway.form.Decimals;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.market.Listed;
import java.util.List;

/** What an account bought less what it sold, in those markets that keep count: below zero it is short. */
public final class PositionRoutes implements RouteGroup {
    private final Exposures exposures;
    private final Listed listed;

    public PositionRoutes(Exposures exposures, Listed listed) {
        this.exposures = exposures;
        this.listed = listed;
    }

    @Override
    public void addTo(Routes routes) {
        routes.read("/portfolio/positions", Scope.READ, this::positions);
    }

    private record Item(String symbol, String side, String quantity, long sequence) {}

    private record Items(String account, List<Item> items, long sequence) {}

    private Answer positions(Call call) {
        int account = listed.readAccount(call);
        AccountExposure all = exposures.of(account);
        List<Item> items = all.items().stream().map(this::item).toList();
        return Answer.ok(new Items(Integer.toString(account), items, all.sequence()));
    }

    private Item item(Exposure position) {
        Instrument market = listed.terms(position.instrument()).instrument();
        String quantity = Decimals.text(position.baseMinor(), market.base().scale());
        return new Item(market.symbol(), side(position.baseMinor()), quantity, position.changedSequence());
    }

    private static String side(long baseMinor) {
        if (baseMinor == 0) return "FLAT";
        return baseMinor > 0 ? "LONG" : "SHORT";
    }
}
