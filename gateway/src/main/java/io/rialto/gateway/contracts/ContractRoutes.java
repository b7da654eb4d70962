package io.rialto.gateway.contracts;

import io.rialto.feeds.margin.Margins;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.ingress.Ingress;
import io.rialto.gateway.market.Listed;
import java.util.List;

/** All that only contracts have: funding, settlement and the insurance fund. */
public final class ContractRoutes implements RouteGroup {
    private final List<RouteGroup> groups;

    public ContractRoutes(Ingress ingress, Margins margins, Listed listed, String ack) {
        groups = List.of(
                new FundingRoutes(ingress, margins, listed, ack),
                new SettlementRoutes(ingress, margins, listed, ack),
                new InsuranceRoutes(ingress, margins, listed, ack));
    }

    @Override
    public void addTo(Routes routes) {
        for (RouteGroup group : groups) group.addTo(routes);
    }
}
