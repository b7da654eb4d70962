package io.rialto.gateway.requests;

import io.rialto.feeds.requests.RequestOutcome;
import io.rialto.feeds.requests.Requests;
import io.rialto.gateway.access.Scope;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.Freshness;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.ingress.Command;
import io.rialto.gateway.ingress.Ingress;
import io.rialto.gateway.ingress.RequestKey;
import io.rialto.protocol.FenceRequestEncoder;
import io.rialto.protocol.Reason;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** What became of a request whose answer was lost; with a fence, an unknown outcome becomes a definite one. */
public final class RequestRoutes implements RouteGroup {
    private final Ingress ingress;
    private final Freshness freshness;
    private final Requests requests;

    public RequestRoutes(Ingress ingress, Freshness freshness, Requests requests) {
        this.ingress = ingress;
        this.freshness = freshness;
        this.requests = requests;
    }

    @Override
    public void addTo(Routes routes) {
        routes.readLater("/requests/{key}", Scope.READ, this::outcome, "fence")
                .says("What became of a request, by its idempotency key")
                .answers(200, Body.class);
    }

    /** How a request stands. */
    private enum Status {
        EXECUTED,
        REJECTED,
        IN_FLIGHT,
        NEVER_SEEN
    }

    private record Body(String key, Status status, Long sequence, Reason reason, boolean fenced) {}

    private CompletionStage<Answer> outcome(Call call) {
        int actor = call.caller().actor();
        RequestKey key = RequestKey.of(call.part("key"));
        boolean isInFlight = ingress.isInFlight(actor, key);
        Optional<RequestOutcome> known = known(actor, key);
        if (known.isPresent()) return done(decided(call.part("key"), known.get()));
        if (isInFlight) return done(new Body(call.part("key"), Status.IN_FLIGHT, null, null, false));
        if (call.flag("fence")) return fence(call, actor, key);
        return done(new Body(call.part("key"), Status.NEVER_SEEN, null, null, false));
    }

    private Optional<RequestOutcome> known(int actor, RequestKey key) {
        freshness.await(0);
        return requests.outcome(actor, key.high(), key.low()).item();
    }

    private CompletionStage<Answer> fence(Call call, int actor, RequestKey key) {
        return ingress.cancel(call.origin().keyless(), fence(actor, key)).thenApply(outcome -> {
            Body none = new Body(call.part("key"), Status.NEVER_SEEN, outcome.sequence(), null, false);
            return Answer.ok(known(actor, key)
                    .map(found -> decided(call.part("key"), found))
                    .orElse(none));
        });
    }

    private static Body decided(String key, RequestOutcome outcome) {
        return switch (outcome.state()) {
            case EXECUTED -> new Body(key, Status.EXECUTED, outcome.outcomeSequence(), null, false);
            case REJECTED -> new Body(key, Status.REJECTED, outcome.outcomeSequence(), outcome.reason(), false);
            case FENCED -> new Body(key, Status.NEVER_SEEN, outcome.outcomeSequence(), null, true);
        };
    }

    private static CompletionStage<Answer> done(Body body) {
        return CompletableFuture.completedFuture(Answer.ok(body));
    }

    private static Command fence(int account, RequestKey key) {
        return frame -> {
            FenceRequestEncoder command = new FenceRequestEncoder()
                    .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader());
            command.account(account).keyHigh(key.high()).keyLow(key.low());
            frame.commandEncoded(FenceRequestEncoder.TEMPLATE_ID, command.encodedLength());
        };
    }
}
