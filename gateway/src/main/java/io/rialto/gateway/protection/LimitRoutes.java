package io.rialto.gateway.protection;

import io.rialto.feeds.listing.Listing;
import io.rialto.feeds.protection.Limit;
import io.rialto.feeds.protection.Protection;
import io.rialto.gateway.access.Scope;
import io.rialto.gateway.form.Field;
import io.rialto.gateway.form.Fields;
import io.rialto.gateway.form.Form;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.ingress.Ingress;
import io.rialto.gateway.market.Listed;
import io.rialto.protocol.AccountLimit;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** An account's limits. One administrator may tighten them; to loosen one takes two. */
public final class LimitRoutes implements RouteGroup {
    private static final Fields SET_FIELDS = Fields.of(
            Field.text("account"),
            Field.text("symbol").optional(),
            Field.choice("limit", AccountLimit.class),
            Field.text("value").orNull());

    private final Ingress ingress;
    private final Protection protection;
    private final Listed listed;
    private final String ack;

    public LimitRoutes(Ingress ingress, Protection protection, Listed listed, String ack) {
        this.ingress = ingress;
        this.protection = protection;
        this.listed = listed;
        this.ack = ack;
    }

    @Override
    public void addTo(Routes routes) {
        routes.write("POST", "/admin/limits", Scope.ADMIN, this::set)
                .says("Set or tighten a limit of an account")
                .takes(SET_FIELDS)
                .answers(200, Body.class);
        routes.read("/admin/limits", Scope.ADMIN, this::limits)
                .says("The limits of an account")
                .answers(200, Items.class);
    }

    private record Body(String account, String symbol, String limit, String value, long sequence, String ack) {}

    private record Items(String account, List<Body> items, long sequence) {}

    private CompletionStage<Answer> set(Call call) {
        Form form = call.form().knows(SET_FIELDS);
        LimitForm asked = LimitForm.of(form, listed);
        return ingress.cancel(
                        call.origin(),
                        ProtectionCommands.limit(asked.account(), asked.instrument(), asked.limit(), asked.value()))
                .thenApply(outcome -> Answer.decided(
                        outcome,
                        frame -> Answer.ok(body(
                                new Limit(
                                        asked.account(),
                                        asked.instrument(),
                                        asked.limit(),
                                        asked.value(),
                                        frame.sequence()),
                                ack))));
    }

    private Answer limits(Call call) {
        int account = listed.readAccount(call);
        Listing<Limit> all = protection.limits(account);
        return Answer.ok(new Items(
                Integer.toString(account),
                all.items().stream().map(limit -> body(limit, ack)).toList(),
                all.sequence()));
    }

    private Body body(Limit limit, String promised) {
        return new Body(
                Integer.toString(limit.account()),
                limit.instrument() == 0
                        ? null
                        : listed.terms(limit.instrument()).instrument().symbol(),
                limit.limit().name(),
                LimitForm.text(limit.limit(), limit.value(), limit.instrument(), listed),
                limit.sequence(),
                promised);
    }
}
