package io.rialto.gateway.rebalancing;

import io.rialto.feeds.Feeds;
import io.rialto.feeds.rebalancing.Line;
import io.rialto.feeds.requests.RequestOutcome;
import io.rialto.feeds.trading.SpecialTerms;
import io.rialto.gateway.access.Scope;
import io.rialto.gateway.entry.OrderForm;
import io.rialto.gateway.entry.Part;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.Freshness;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.ingress.History;
import io.rialto.gateway.ingress.Ingress;
import io.rialto.gateway.ingress.KeptFrame;
import io.rialto.gateway.ingress.Origin;
import io.rialto.gateway.ingress.Outcome;
import io.rialto.gateway.lists.Parts;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.market.Terms;
import io.rialto.gateway.orders.OrderBody;
import io.rialto.gateway.orders.OrderReplies;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import io.rialto.gateway.rebalancing.PlanBody.Result;
import io.rialto.gateway.rebalancing.Wishes.Planned;
import io.rialto.protocol.BatchMode;
import io.rialto.protocol.OrderType;
import io.rialto.protocol.PostOnly;
import io.rialto.protocol.Reason;
import io.rialto.protocol.SelfTradePrevention;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Plans orders toward target weights, and places them when that is asked for: as one batch, each as far as it goes, under the
 * request's key. A request that comes again is told what became of the orders of then; nothing is planned anew.
 */
public final class RebalanceRoutes implements RouteGroup {
    private final Ingress ingress;
    private final Freshness freshness;
    private final Feeds feeds;
    private final Listed listed;
    private final History history;
    private final OrderReplies replies;
    private final String ack;

    public RebalanceRoutes(
            Ingress ingress,
            Freshness freshness,
            Feeds feeds,
            Listed listed,
            History history,
            OrderReplies replies,
            String ack) {
        this.ingress = ingress;
        this.freshness = freshness;
        this.feeds = feeds;
        this.listed = listed;
        this.history = history;
        this.replies = replies;
        this.ack = ack;
    }

    @Override
    public void addTo(Routes routes) {
        routes.write("POST", "/portfolio/rebalance", Scope.TRADE, this::rebalance)
                .says("A plan of orders toward target weights; placed only when that is asked for")
                .takes(RebalanceForm.FIELDS)
                .answers(200, PlanBody.class);
    }

    private CompletionStage<Answer> rebalance(Call call) {
        int account = call.tradeAccount();
        RebalanceForm form = RebalanceForm.of(call.form(), listed);
        freshness.await(0);
        Origin origin = call.origin();
        Optional<KeptFrame> before = form.places() ? before(call, origin) : Optional.empty();
        if (before.isPresent()) return done(again(account, before.get()));
        Planned planned = Wishes.plan(feeds, listed, account, form);
        PlanBody body = PlanBody.of(account, planned, form, listed);
        if (!form.places() || planned.plan().orders().isEmpty()) return done(Answer.ok(body));
        List<Part> parts = planned.plan().orders().stream()
                .map(line -> part(line, form, account))
                .toList();
        return ingress.submit(origin, Parts.batch(account, BatchMode.BEST_EFFORT, parts))
                .thenApply(outcome -> Answer.decided(outcome, frame -> told(account, body, outcome)));
    }

    /** The frame in which the same request was decided; another request under its key is refused. */
    private Optional<KeptFrame> before(Call call, Origin origin) {
        if (!origin.hasKey()) return Optional.empty();
        Optional<RequestOutcome> known = feeds.requests()
                .outcome(call.caller().actor(), origin.keyHigh(), origin.keyLow())
                .item()
                .filter(outcome -> outcome.state() != RequestOutcome.State.FENCED);
        if (known.isPresent() && known.get().bodyHash() != origin.bodyHash()) {
            throw Problem.of(ProblemCode.REQUEST_KEY_REUSED, "the key belongs to another request");
        }
        return known.flatMap(outcome -> history.frame(outcome.outcomeSequence()));
    }

    private Answer again(int account, KeptFrame frame) {
        return Answer.decided(
                new Outcome(frame, true),
                kept -> Answer.ok(PlanBody.again(account, results(kept), kept.sequence(), ack)));
    }

    private Answer told(int account, PlanBody plan, Outcome outcome) {
        KeptFrame frame = outcome.frame();
        return Answer.ok(
                outcome.isReplayed()
                        ? PlanBody.again(account, results(frame), frame.sequence(), ack)
                        : plan.placed(results(frame), frame.sequence(), ack));
    }

    private List<Result> results(KeptFrame frame) {
        Map<Integer, Reason> refusals = Parts.refusals(frame.view());
        List<OrderBody> made = replies.made(frame);
        Iterator<OrderBody> next = made.iterator();
        List<Result> results = new ArrayList<>();
        for (int i = 0; i < made.size() + refusals.size(); i++) {
            Reason reason = refusals.get(i);
            results.add(new Result(
                    i, reason == null, reason == null ? null : reason.name(), reason == null ? next.next() : null));
        }
        return results;
    }

    private static Part part(Line line, RebalanceForm form, int account) {
        return new OrderForm(
                        new Terms(line.market()),
                        line.side(),
                        OrderType.LIMIT,
                        form.timeInForce(),
                        line.priceTicks(),
                        line.lots(),
                        0,
                        "",
                        PostOnly.NO,
                        SelfTradePrevention.ACCOUNT_DEFAULT,
                        SpecialTerms.NONE)
                .part(account);
    }

    private static CompletionStage<Answer> done(Answer answer) {
        return CompletableFuture.completedFuture(answer);
    }
}
