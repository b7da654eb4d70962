package io.rialto.gateway.http;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a route answers: a status, a body that becomes JSON, and headers of its own.
 *
 * <p>Immutable.
 */
public record Answer(int status, Object body, String contentType, Map<String, String> headers) {
    private static final String JSON = "application/json";

    public static Answer ok(Object body) {
        return of(200, body);
    }

    public static Answer created(Object body) {
        return of(201, body);
    }

    public static Answer of(int status, Object body) {
        return new Answer(status, body, JSON, Map.of());
    }

    /** The outcome of an earlier request with the same key, told again. */
    public Answer replayed(boolean isReplayed) {
        return isReplayed ? with("Idempotent-Replayed", "true") : this;
    }

    public Answer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, body, contentType, more);
    }

    Answer as(String type) {
        return new Answer(status, body, type, headers);
    }
}
