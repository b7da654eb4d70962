package io.rialto.gateway.sockets;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rialto.gateway.fanout.Reader;
import io.rialto.gateway.form.Json;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.measures.Measure;
import io.rialto.gateway.measures.Measures;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemBody;
import io.rialto.gateway.problem.ProblemCode;
import java.util.Map;
import java.util.UUID;

/** What one connection is answered. Never waits: who does not read his answers is let go. Thread-safe. */
final class Outbox {
    private static final int NORMAL = 1000;
    private static final int GOING_AWAY = 1001;

    private final Reader reader;
    private final Measures measures;

    Outbox(Reader reader, Measures measures) {
        this.reader = reader;
        this.measures = measures;
    }

    /** @param id as the client chose it; null without one */
    private record Reply(String op, Long id, int status, Object data) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Failure(String op, Long id, int status, ProblemCode code, Object data) {}

    Reader reader() {
        return reader;
    }

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
        reader.part(NORMAL, "logged out");
    }

    void close(String reason) {
        reader.end(reason);
    }

    /** The venue is about to go: who wants to may come back later. */
    void goesAway() {
        send(Map.of("op", "shutdown", "reason", "the venue is closing"));
        reader.part(GOING_AWAY, "the venue is closing");
    }

    private void send(Object message) {
        measures.record(Measure.BROADCAST_COUNT, 1);
        reader.answer(Json.bytes(message));
    }
}
