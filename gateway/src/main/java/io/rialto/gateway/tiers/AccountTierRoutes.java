package io.rialto.gateway.tiers;

import io.rialto.feeds.listing.Account;
import io.rialto.gateway.access.Scope;
import io.rialto.gateway.form.Field;
import io.rialto.gateway.form.Fields;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.limits.LimitBook;
import io.rialto.gateway.limits.Tier;
import io.rialto.gateway.market.Listed;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** How much an account may ask. In force with its next request. */
public final class AccountTierRoutes implements RouteGroup {
    private static final String PATH = "/admin/accounts/{id}/tier";
    private static final Fields TIER_FIELDS = Fields.of(Field.choice("tier", Tier.class));

    private final LimitBook book;
    private final Listed listed;

    public AccountTierRoutes(LimitBook book, Listed listed) {
        this.book = book;
        this.listed = listed;
    }

    @Override
    public void addTo(Routes routes) {
        routes.write("POST", PATH, Scope.ADMIN, this::move)
                .says("Move an account to another tier of limits")
                .takes(TIER_FIELDS)
                .answers(200, Body.class);
        routes.read(PATH, Scope.ADMIN, this::tier)
                .says("The account's tier of limits")
                .answers(200, Body.class);
    }

    private record Body(String account, Tier tier, long sequence) {}

    private CompletionStage<Answer> move(Call call) {
        Account account = listed.account("id", call.part("id"));
        book.move(account.number(), call.form().knows(TIER_FIELDS).choice("tier", Tier.class));
        return CompletableFuture.completedFuture(Answer.ok(body(account)));
    }

    private Answer tier(Call call) {
        return Answer.ok(body(listed.account("id", call.part("id"))));
    }

    private Body body(Account account) {
        return new Body(Integer.toString(account.number()), book.tier(account.number()), account.sequence());
    }
}
