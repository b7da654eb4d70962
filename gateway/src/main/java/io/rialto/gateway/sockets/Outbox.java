package io.rialto.gateway.sockets;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rialto.gateway.form.Json;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.measures.Measure;
import io.rialto.gateway.measures.Measures;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemBody;
import io.rialto.gateway.problem.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

/** What goes out on one connection. Never waits: who reads too slowly is let go. Thread-safe. */
final class Outbox {
    private static final int MOST_UNSENT = 1_000;
    private static final int POLICY = 1008;
    private static final int NORMAL = 1000;

    private final Session session;
    private final Measures measures;
    private final AtomicInteger unsent = new AtomicInteger();

    Outbox(Session session, Measures measures) {
        this.session = session;
        this.measures = measures;
    }

    /** @param id as the client chose it; null without one */
    private record Reply(String op, Long id, int status, Object data) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Failure(String op, Long id, int status, ProblemCode code, Object data) {}

    /** @param begunNanos when the operation came, as {@link System#nanoTime} tells it */
    void answer(String op, Long id, Answer answer, long begunNanos) {
        answer(op, id, answer);
        measures.record(Measure.WEBSOCKET_LATENCY, System.nanoTime() - begunNanos);
    }

    void answer(String op, Long id, Answer answer) {
        boolean isProblem = answer.body() instanceof ProblemBody;
        send(
                isProblem
                        ? new Failure("error", id, answer.status(), ((ProblemBody) answer.body()).code(), answer.body())
                        : new Reply(op, id, answer.status(), answer.body()));
    }

    void refuse(Long id, Problem problem) {
        ProblemBody body = ProblemBody.of(problem, UUID.randomUUID().toString());
        send(new Failure("error", id, problem.status(), problem.code(), body));
    }

    void close() {
        session.close(NORMAL, "logged out", Callback.NOOP);
    }

    void close(String reason) {
        session.close(POLICY, reason, Callback.NOOP);
    }

    private void send(Object message) {
        if (unsent.incrementAndGet() > MOST_UNSENT) {
            session.close(POLICY, "answers are not read", Callback.NOOP);
            return;
        }
        String text = new String(Json.bytes(message), StandardCharsets.UTF_8);
        measures.record(Measure.BROADCAST_COUNT, 1);
        session.sendText(text, Callback.from(unsent::decrementAndGet, failure -> unsent.decrementAndGet()));
    }
}
