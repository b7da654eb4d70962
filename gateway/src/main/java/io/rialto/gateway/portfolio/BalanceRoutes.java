package io.rialto.gateway.portfolio;

import io.rialto.feeds.balances.AccountBalances;
import io.rialto.feeds.balances.Balances;
import io.rialto.feeds.statements.Period;
import io.rialto.feeds.statements.Purse;
import io.rialto.feeds.statements.Statement;
import io.rialto.gateway.access.Scope;
import io.rialto.gateway.archive.WholeHistory;
import io.rialto.gateway.form.Field;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import java.util.List;
import java.util.OptionalLong;

/** What an account owns, what of it is bound, and what is free. */
public final class BalanceRoutes implements RouteGroup {
    private final Balances balances;
    private final WholeHistory whole;
    private final Listed listed;

    public BalanceRoutes(Balances balances, WholeHistory whole, Listed listed) {
        this.whole = whole;
        this.balances = balances;
        this.listed = listed;
    }

    @Override
    public void addTo(Routes routes) {
        routes.read("/portfolio/balances", Scope.READ, this::balances, "at")
                .says("Total, available and held of every asset, now or behind a frame of the past")
                .with(Field.whole("at", 0, Long.MAX_VALUE)
                        .optional()
                        .says("the sequence of that frame; then only totals are told"))
                .answers(200, Items.class);
    }

    private record Items(String account, List<BalanceBody> items, long sequence) {}

    private Answer balances(Call call) {
        int account = listed.readAccount(call);
        OptionalLong at = call.whole("at", 0, Long.MAX_VALUE);
        return at.isPresent() ? Answer.ok(past(account, at.getAsLong())) : now(account);
    }

    /** What moved since is counted back; what is no longer known is never guessed. */
    private Items past(int account, long at) {
        Statement since = whole.statement(account, Period.ofSequences(at, Long.MAX_VALUE));
        if (at > since.sequence()) {
            String rule = "must be at most the newest frame, " + since.sequence();
            throw Problem.at("at", ProblemCode.INVALID_VALUE, rule, Long.toString(at));
        }
        if (!since.isWhole()) {
            String how =
                    "movements back to it are no longer kept here: rialto replay account reads them from the journal";
            throw Problem.at("at", ProblemCode.NO_LONGER_KEPT, how, Long.toString(at));
        }
        List<BalanceBody> items = since.lines().stream()
                .filter(line -> line.purse() == Purse.BALANCE)
                .map(line -> BalanceBody.of(line.openingMinor(), listed.asset(line.asset()), at))
                .toList();
        return new Items(Integer.toString(account), items, at);
    }

    private Answer now(int account) {
        AccountBalances all = balances.balances(account);
        List<BalanceBody> items = all.items().stream()
                .map(each -> BalanceBody.of(each, listed.asset(each.asset())))
                .toList();
        return Answer.ok(new Items(Integer.toString(account), items, all.sequence()));
    }
}
