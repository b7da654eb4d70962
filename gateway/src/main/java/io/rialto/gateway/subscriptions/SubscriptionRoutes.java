package io.rialto.gateway.subscriptions;

import io.rialto.gateway.access.Scope;
import io.rialto.gateway.form.Fields;
import io.rialto.gateway.form.Times;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.inbox.Readers;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.notices.NoticeType;
import io.rialto.gateway.notices.Priority;
import io.rialto.gateway.notices.Wish;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.IntUnaryOperator;

/** The caller's own subscriptions to notifications. */
final class SubscriptionRoutes implements RouteGroup {
    private static final String ALL = "/notifications/subscriptions";
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Subscriptions subscriptions;
    private final Listed listed;
    private final IntUnaryOperator firmOf;

    SubscriptionRoutes(Subscriptions subscriptions, Listed listed, IntUnaryOperator firmOf) {
        this.subscriptions = subscriptions;
        this.listed = listed;
        this.firmOf = firmOf;
    }

    @Override
    public void addTo(Routes routes) {
        routes.read(ALL, Scope.READ, this::list)
                .says("What I want to be told of")
                .answers(200, Items.class);
        routes.write("POST", ALL, Scope.READ, this::add)
                .says("Want to be told of something")
                .takes(SubscriptionForm.FIELDS)
                .answers(201, Body.class);
        routes.write("DELETE", ALL, Scope.READ, this::remove, "id")
                .says("Take one subscription back, or all of them without an id")
                .takes(Fields.NONE)
                .answers(200, Items.class);
    }

    private record Body(
            String id,
            Subscription.Kind kind,
            Wish.Scope scope,
            String firm,
            List<NoticeType> types,
            Priority minPriority,
            String symbol,
            String threshold,
            String filter,
            String createdAt) {
        static Body of(Subscription its) {
            Wish wish = its.wish();
            return new Body(
                    Integer.toString(its.id()),
                    its.kind(),
                    wish.scope(),
                    wish.firm() == 0 ? null : Integer.toString(wish.firm()),
                    wish.types().stream().sorted().toList(),
                    wish.least(),
                    wish.symbol().orElse(null),
                    wish.threshold().map(BigDecimal::toPlainString).orElse(null),
                    wish.filter().text().isEmpty() ? null : wish.filter().text(),
                    Times.text(its.createdMillis() * NANOS_PER_MILLI));
        }
    }

    private record Items(List<Body> items) {
        static Items of(List<Subscription> all) {
            return new Items(all.stream().map(Body::of).toList());
        }
    }

    private Answer list(Call call) {
        return Answer.ok(Items.of(subscriptions.kept(Readers.read(call))));
    }

    private CompletionStage<Answer> add(Call call) {
        SubscriptionForm form = new SubscriptionForm(call.form(), listed, call.caller(), firmOf);
        Subscription made = subscriptions.add(Readers.own(call), form.kind(), form.wish());
        return CompletableFuture.completedFuture(Answer.created(Body.of(made)));
    }

    private CompletionStage<Answer> remove(Call call) {
        call.form().knows(Fields.NONE);
        Optional<Integer> id = call.parameter("id")
                .map(text -> (int) call.whole("id", 1, Integer.MAX_VALUE).getAsLong());
        List<Subscription> gone = subscriptions.remove(Readers.own(call), id);
        if (id.isPresent() && gone.isEmpty()) {
            throw Problem.at("id", ProblemCode.NOT_FOUND, "there is no such subscription");
        }
        return CompletableFuture.completedFuture(Answer.ok(Items.of(gone)));
    }
}
