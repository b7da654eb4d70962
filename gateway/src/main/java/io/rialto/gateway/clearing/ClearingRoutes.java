package io.rialto.gateway.clearing;

import io.rialto.feeds.Feeds;
import io.rialto.feeds.clearing.Clearing;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.ingress.Ingress;
import io.rialto.gateway.market.Listed;
import java.util.List;

/** All of clearing and settlement. */
public final class ClearingRoutes implements RouteGroup {
    private final List<RouteGroup> groups;

    public ClearingRoutes(Ingress ingress, Feeds feeds, Listed listed, String ack) {
        Clearing clearing = feeds.clearing();
        groups = List.of(
                new ObligationRoutes(clearing, listed),
                new CycleRoutes(ingress, clearing, listed, ack),
                new SettlementTermRoutes(ingress, clearing, listed, ack),
                new CalendarRoutes(ingress, clearing, listed, ack),
                new BustRoutes(ingress, feeds.busts(), listed, ack),
                new ReconciliationRoutes(feeds, listed));
    }

    @Override
    public void addTo(Routes routes) {
        for (RouteGroup group : groups) group.addTo(routes);
    }
}
