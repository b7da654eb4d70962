package io.rialto.gateway.http;

import io.rialto.gateway.ingress.KeptFrame;
import io.rialto.gateway.ingress.LineTimes;
import io.rialto.gateway.ingress.Outcome;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemBody;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * What a route answers: a status, a body that becomes JSON, and headers of its own.
 *
 * <p>Immutable.
 *
 * @param times of the command that it is about, in the line
 * @param sequence of the frame that it led to; 0 for none
 */
public record Answer(
        int status, Object body, String contentType, Map<String, String> headers, LineTimes times, long sequence) {
    /** A body that is written as it is made, and never held whole: on the thread of its request, once. */
    public interface Streamed {
        void writeTo(OutputStream out) throws IOException;
    }

    private static final String JSON = "application/json";
    private static final int UNAUTHORIZED = 401;

    /** RFC 9110, section 15.5.2: who is not let in is told how he would be. */
    private static final Map<String, String> WAYS_IN = Map.of("WWW-Authenticate", "Bearer realm=\"rialto\"");

    public Answer(int status, Object body, String contentType, Map<String, String> headers) {
        this(status, body, contentType, headers, LineTimes.NONE, 0);
    }

    public static Answer ok(Object body) {
        return of(200, body);
    }

    public static Answer created(Object body) {
        return of(201, body);
    }

    public static Answer of(int status, Object body) {
        return new Answer(status, body, JSON, Map.of());
    }

    /**
     * A decided command: either it was refused, and the refusal is the answer, or what it made is. Told again, a refusal
     * carries the correlation id of then: the body is the same to the letter.
     */
    public static Answer decided(Outcome outcome, Function<KeptFrame, Answer> made) {
        Optional<Answer> refused = outcome.frame()
                .refusal()
                .map(refusal -> of(
                        Problem.refused(refusal.reason(), refusal.operation(), outcome.sequence()),
                        outcome.frame().correlation()));
        return refused.orElseGet(() -> made.apply(outcome.frame()))
                .replayed(outcome.isReplayed())
                .timed(outcome.times())
                .at(outcome.sequence());
    }

    public static Answer of(Problem problem, UUID correlation) {
        Object body = ProblemBody.of(problem, correlation.toString());
        Map<String, String> headers = problem.status() == UNAUTHORIZED ? WAYS_IN : Map.of();
        Answer answer = new Answer(problem.status(), body, ProblemBody.CONTENT_TYPE, headers).at(problem.sequence());
        return problem.retryAfterSeconds() == 0
                ? answer
                : answer.with("Retry-After", Long.toString(problem.retryAfterSeconds()));
    }

    /** As another kind of text. */
    public Answer as(String type) {
        return new Answer(status, body, type, headers, times, sequence);
    }

    /** The outcome of an earlier request with the same key, told again. */
    public Answer replayed(boolean isReplayed) {
        return isReplayed ? with("Idempotent-Replayed", "true") : this;
    }

    public Answer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, body, contentType, more, times, sequence);
    }

    private Answer timed(LineTimes line) {
        return new Answer(status, body, contentType, headers, line, sequence);
    }

    /** About what that frame holds. */
    public Answer at(long frame) {
        return new Answer(status, body, contentType, headers, times, frame);
    }
}
