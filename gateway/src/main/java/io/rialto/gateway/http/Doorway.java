package io.rialto.gateway.http;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.rialto.feeds.position.FeedsStopped;
import io.rialto.gateway.access.Authenticator;
import io.rialto.gateway.access.Caller;
import io.rialto.gateway.form.Json;
import io.rialto.gateway.ingress.LineTimes;
import io.rialto.gateway.keys.KeyWatch;
import io.rialto.gateway.limits.Passage;
import io.rialto.gateway.limits.Turnstile;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import io.rialto.gateway.security.Permissions;
import io.rialto.gateway.security.Scrapers;
import io.rialto.gateway.tracing.Traced;
import io.rialto.gateway.tracing.Tracing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What every request goes through behind the {@link io.rialto.gateway.security.Threshold}, in this order: bans and
 * limits of its address, size (while the body is read), credentials, bans and limits of its caller, scope, names of the query
 * parameters, freshness, the second factor if it is sensitive, terms of the key, the audit list, another administrator if it takes
 * two, then its route; the outcome goes to the audit list and to the measures before it is told. The address comes first, so that
 * guessing signatures costs something; the signature covers the raw body, so the body is read before it; everything that depends on who asks comes after who asks is known.
 *
 * <p>Thread-safe.
 */
public final class Doorway {
    private static final Logger LOG = LoggerFactory.getLogger(Doorway.class);

    private static final String TIMINGS = "X-Rialto-Timings";
    private static final String TRACE = "traceparent";
    private static final String NOWHERE = "/";

    private final Authenticator authenticator;
    private final Freshness freshness;
    private final Scrapers scrapers;
    private final Turnstile turnstile;
    private final KeyWatch watch;
    private final Route.Gate gate;
    private final Route.Trail trail;
    private final Tracing tracing;

    public Doorway(
            Authenticator authenticator,
            Freshness freshness,
            Scrapers scrapers,
            Turnstile turnstile,
            KeyWatch watch,
            Route.Gate gate,
            Route.Trail trail,
            Tracing tracing) {
        this.authenticator = authenticator;
        this.scrapers = scrapers;
        this.freshness = freshness;
        this.turnstile = turnstile;
        this.watch = watch;
        this.gate = gate;
        this.trail = trail;
        this.tracing = tracing;
    }

    void pass(Route route, Context context) {
        long arrivedNanos = System.nanoTime();
        UUID correlation = Correlation.of(context.req());
        boolean isOpen = route.scope().isEmpty();
        Passage passage = turnstile.enter(context.req().getRemoteAddr(), route.method(), route.path(), isOpen);
        check(passage, context);
        Call.Request request = request(context, correlation);
        Caller caller = isScraped(route, request, context)
                ? Caller.SCRAPER
                : isOpen ? Caller.NOBODY : identified(route, request, passage, context);
        answer(
                context,
                correlation,
                answered(route, new Call(request, caller), arrivedNanos).thenApply(answer -> timed(answer, request)));
    }

    /** Who asks for what is not there pays for it like for a page that is: or is told to ask less. */
    Problem astray(Context context, Problem problem) {
        boolean isCharged = problem.code() != ProblemCode.NOT_FOUND && problem.code() != ProblemCode.METHOD_NOT_ALLOWED;
        if (isCharged) return problem;
        try {
            check(turnstile.enter(context.req().getRemoteAddr(), "GET", NOWHERE, true), context);
            return problem;
        } catch (Problem refused) {
            return refused;
        }
    }

    /** Headers come first: refusals have them as well. */
    private static void check(Passage passage, Context context) {
        passage.headers().forEach(context::header);
        passage.check();
    }

    /** All that comes once it is known who asks. What goes wrong on the way is an answer like all others. */
    public CompletableFuture<Answer> answered(Route route, Call call) {
        return answered(route, call, System.nanoTime());
    }

    private CompletableFuture<Answer> answered(Route route, Call call, long arrivedNanos) {
        Route.Trace trace = trail.of(route, call);
        return begun(route, call, trace)
                .handle((answer, failure) -> failure == null
                        ? answer
                        : failed(route.kind(), failure, call.request().correlation()))
                .thenApply(trace::end)
                .whenComplete((answer, failure) -> watch.answered(call, answer.status()))
                .whenComplete((answer, failure) -> tracing.answered(traced(route, call, answer, arrivedNanos)));
    }

    private static Traced traced(Route route, Call call, Answer answer, long arrivedNanos) {
        return new Traced(
                route.method(),
                route.path(),
                call.request().header(TRACE),
                call.request().correlation(),
                answer.status(),
                arrivedNanos,
                answer.times());
    }

    private CompletableFuture<Answer> begun(Route route, Call call, Route.Trace trace) {
        try {
            admit(route, call);
            watch.check(route, call);
            trace.begin();
            Optional<Answer> stopped = route.told().isForTwo() ? stopped(call) : Optional.empty();
            if (stopped.isPresent()) return CompletableFuture.completedFuture(stopped.get());
            return route.handler().answer(call).toCompletableFuture();
        } catch (RuntimeException failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }

    private Optional<Answer> stopped(Call call) {
        Call.Request request = call.request();
        return gate.stop(call, request.method(), request.path(), request.body());
    }

    private void admit(Route route, Call call) {
        route.scope().ifPresent(scope -> {
            if (!Permissions.may(call.caller(), route.method(), route.path(), scope)) {
                String who =
                        call.caller().isPerson() ? "the role is not enough: this needs " : "the key needs the scope ";
                throw Problem.of(ProblemCode.FORBIDDEN, who + scope.word());
            }
        });
        for (String name : call.request().query().keySet()) {
            if (!route.parameters().contains(name) && !isAccount(route, name)) {
                throw Problem.at(Problem.name(name), ProblemCode.UNKNOWN_FIELD, "the parameter is not known here");
            }
        }
        // What nobody would read is not taken in silence.
        boolean takesBody =
                route.told().summary().isEmpty() || !route.told().bodies().isEmpty();
        if (!takesBody && call.request().body().length > 0) {
            throw Problem.at("body", ProblemCode.UNKNOWN_FIELD, "nothing is sent to this address");
        }
        if (route.kind() == Route.Kind.READ) {
            freshness.await(call.whole("minSequence", 0, Long.MAX_VALUE).orElse(0));
        }
        if (route.told().isSensitive()) {
            authenticator.confirm(call.caller(), call.request()::header, call.address());
        }
    }

    /** Every signed read may name an account; {@link Call#readAccount} decides whether that is allowed. */
    private static boolean isAccount(Route route, String name) {
        return name.equals("account")
                && route.kind() == Route.Kind.READ
                && route.scope().isPresent();
    }

    /** What programs read that cannot sign; a key that is shown counts like everywhere. */
    private boolean isScraped(Route route, Call.Request request, Context context) {
        return route.path().equals(Routes.METRICS)
                && request.header(Authenticator.KEY).isEmpty()
                && scrapers.know(context.req().getRemoteAddr());
    }

    private Caller identified(Route route, Call.Request request, Passage passage, Context context) {
        Caller caller = authenticated(route, request, passage);
        turnstile.known(passage, caller);
        check(passage, context);
        return caller;
    }

    private Caller authenticated(Route route, Call.Request request, Passage passage) {
        try {
            return authenticator.caller(
                    request::header,
                    request.method(),
                    request.path(),
                    request.rawQuery(),
                    request.body(),
                    request.address());
        } catch (Problem refused) {
            turnstile.failed(passage);
            trail.of(route, new Call(request, Caller.NOBODY)).end(Answer.of(refused, request.correlation()));
            throw refused;
        }
    }

    private static Call.Request request(Context context, UUID correlation) {
        Map<String, String> headers = new HashMap<>();
        context.headerMap().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        String query = context.queryString();
        return new Call.Request(
                context.req().getMethod(),
                context.req().getRequestURI(),
                query == null ? "" : query,
                context.pathParamMap(),
                context.queryParamMap(),
                headers,
                body(context),
                context.ip(),
                correlation);
    }

    /** What cannot be read to its end was not well sent; a body that is too large is told as such. */
    private static byte[] body(Context context) {
        try {
            return context.bodyAsBytes();
        } catch (HttpResponseException told) {
            throw told;
        } catch (Exception unreadable) {
            throw Problem.of(ProblemCode.MALFORMED_REQUEST, "the body could not be read to its end");
        }
    }

    private static void answer(Context context, UUID correlation, CompletableFuture<Answer> answer) {
        CompletableFuture<Void> written = answer.thenAccept(value -> write(context, correlation, value));
        if (written.isDone()) written.join();
        else context.future(() -> written);
    }

    /** How long the stages took, for who asks; an answer about no command of the line stays as it is. */
    private static Answer timed(Answer answer, Call.Request request) {
        boolean isAsked = request.header(TIMINGS).equals("true") && answer.times() != LineTimes.NONE;
        return isAsked ? answer.with("Server-Timing", answer.times().serverTiming()) : answer;
    }

    /** A command that was sent and whose answer then failed may have been carried out: it must not sound undone. */
    private static Answer failed(Route.Kind kind, Throwable failure, UUID correlation) {
        Problem problem = told(failure, correlation);
        boolean isUnsaid = problem.code() == ProblemCode.INTERNAL_ERROR || problem.code() == ProblemCode.FEEDS_BEHIND;
        boolean mayBeDone = kind == Route.Kind.WRITE && isUnsaid;
        return Answer.of(mayBeDone ? Problem.unknownOutcome("the answer could not be made") : problem, correlation);
    }

    /** What a failure looks like from outside: a problem as it is, anything else without a word about its inside. */
    public static Problem told(Throwable failure, UUID correlation) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof Problem problem) return problem;
        LOG.error("request failed correlation={}", correlation, cause);
        return cause instanceof FeedsStopped
                ? Problem.of(ProblemCode.FEEDS_BEHIND, "the feeds no longer follow the journal")
                : Problem.of(ProblemCode.INTERNAL_ERROR, "the failure was logged under the correlation id");
    }

    static void write(Context context, UUID correlation, Answer answer) {
        context.status(answer.status())
                .contentType(answer.contentType())
                .header(Correlation.HEADER, correlation.toString())
                .header("Cache-Control", "no-store");
        answer.headers().forEach(context::header);
        if (answer.body() instanceof String file) context.result(file);
        else if (answer.body() instanceof Answer.Streamed body) stream(body, context);
        else context.result(Json.bytes(answer.body()));
    }

    private static void stream(Answer.Streamed body, Context context) {
        try {
            body.writeTo(context.outputStream());
        } catch (IOException e) {
            throw new UncheckedIOException("the client went while it was answered", e);
        }
    }
}
