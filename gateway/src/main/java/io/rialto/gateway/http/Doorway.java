package io.rialto.gateway.http;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.rialto.feeds.position.FeedsStopped;
import io.rialto.gateway.access.Authenticator;
import io.rialto.gateway.access.Caller;
import io.rialto.gateway.form.Json;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What every request goes through, in this order: size (while the body is read), credentials, scope, names of the query
 * parameters, freshness, then its route. The signature covers the raw body, so the body is read first; everything that
 * depends on who asks comes after who asks is known.
 *
 * <p>Thread-safe.
 */
public final class Doorway {
    private static final Logger LOG = LoggerFactory.getLogger(Doorway.class);

    private final Authenticator authenticator;
    private final Freshness freshness;

    public Doorway(Authenticator authenticator, Freshness freshness) {
        this.authenticator = authenticator;
        this.freshness = freshness;
    }

    void pass(Route route, Context context) {
        UUID correlation = Correlation.of(context.req());
        Call.Request request = request(context, correlation);
        Caller caller = route.scope().isPresent() ? authenticated(request) : Caller.NOBODY;
        answer(context, correlation, answered(route, new Call(request, caller)));
    }

    /** All that comes once it is known who asks. What goes wrong on the way is an answer like all others. */
    public CompletableFuture<Answer> answered(Route route, Call call) {
        return begun(route, call)
                .handle((answer, failure) -> failure == null
                        ? answer
                        : failed(route.kind(), failure, call.request().correlation()));
    }

    private CompletableFuture<Answer> begun(Route route, Call call) {
        try {
            admit(route, call);
            return route.handler().answer(call).toCompletableFuture();
        } catch (RuntimeException failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }

    private void admit(Route route, Call call) {
        route.scope().ifPresent(scope -> {
            if (!call.caller().may(scope)) {
                throw Problem.of(ProblemCode.FORBIDDEN, "the key needs the scope " + scope.word());
            }
        });
        for (String name : call.request().query().keySet()) {
            if (!route.parameters().contains(name) && !isAccount(route, name)) {
                throw Problem.at(Problem.name(name), ProblemCode.UNKNOWN_FIELD, "the parameter is not known here");
            }
        }
        if (route.kind() == Route.Kind.READ) {
            freshness.await(call.whole("minSequence", 0, Long.MAX_VALUE).orElse(0));
        }
    }

    /** Every signed read may name an account; {@link Call#readAccount} decides whether that is allowed. */
    private static boolean isAccount(Route route, String name) {
        return name.equals("account")
                && route.kind() == Route.Kind.READ
                && route.scope().isPresent();
    }

    private Caller authenticated(Call.Request request) {
        return authenticator.caller(
                request::header, request.method(), request.path(), request.rawQuery(), request.body());
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
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff");
        answer.headers().forEach(context::header);
        if (answer.body() instanceof String file) context.result(file);
        else context.result(Json.bytes(answer.body()));
    }
}
