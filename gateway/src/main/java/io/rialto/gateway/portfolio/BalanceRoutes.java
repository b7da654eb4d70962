package io.rialto.gateway.portfolio;

import io.rialto.feeds.balances.AccountBalances;
import io.rialto.feeds.balances.Balances;
import io.rialto.gateway.access.Scope;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.market.Listed;
import java.util.List;

/** What an account owns, what of it is bound, and what is free. */
public final class BalanceRoutes implements RouteGroup {
    private final Balances balances;
    private final Listed listed;

    public BalanceRoutes(Balances balances, Listed listed) {
        this.balances = balances;
        this.listed = listed;
    }

    @Override
    public void addTo(Routes routes) {
        routes.read("/portfolio/balances", Scope.READ, this::balances)
                .says("Total, available and held of every asset")
                .answers(200, Items.class);
    }

    private record Items(String account, List<BalanceBody> items, long sequence) {}

    private Answer balances(Call call) {
        int account = listed.readAccount(call);
        AccountBalances all = balances.balances(account);
        List<BalanceBody> items = all.items().stream()
                .map(each -> BalanceBody.of(each, listed.asset(each.asset())))
                .toList();
        return Answer.ok(new Items(Integer.toString(account), items, all.sequence()));
    }
}
