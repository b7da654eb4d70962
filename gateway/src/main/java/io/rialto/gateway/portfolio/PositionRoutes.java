package io.rialto.gateway.portfolio;

import io.rialto.feeds.costs.CostMethod;
import io.rialto.gateway.access.Scope;
import io.rialto.gateway.form.Field;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.market.Listed;

/**
 * What an account bought less what it sold, below zero it is short; what that cost and gained by one of the views of cost.
 */
public final class PositionRoutes implements RouteGroup {
    private final Positions positions;
    private final Listed listed;

    public PositionRoutes(Positions positions, Listed listed) {
        this.positions = positions;
        this.listed = listed;
    }

    @Override
    public void addTo(Routes routes) {
        routes.read("/portfolio/positions", Scope.READ, this::positions, "method")
                .says("The account's positions")
                .with(Field.choice("method", CostMethod.class).optional())
                .answers(200, Positions.Items.class);
    }

    private Answer positions(Call call) {
        CostMethod method = call.choice("method", CostMethod.class).orElse(CostMethod.AVERAGE);
        return Answer.ok(positions.of(listed.readAccount(call), method));
    }
}
