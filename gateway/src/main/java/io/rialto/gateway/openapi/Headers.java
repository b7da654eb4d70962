package io.rialto.gateway.openapi;

import io.rialto.gateway.http.Route;
import java.util.LinkedHashMap;
import java.util.Map;

/** Headers of requests and answers that are the same on many routes. */
final class Headers {
    private static final Map<String, Object> TEXT = Words.of("type", "string");
    private static final Map<String, Object> WHOLE = Words.of("type", "integer", "minimum", 0);

    private Headers() {}

    /** What answers can carry, to refer to. */
    static Map<String, Object> all() {
        return Words.of(
                "X-Correlation-Id",
                header(
                        "The id by which the request is found again in logs and history",
                        Words.of("type", "string", "format", "uuid")),
                "RateLimit-Policy",
                header("The limits in force, as draft-ietf-httpapi-ratelimit-headers has them", TEXT),
                "RateLimit",
                header("What is left of them", TEXT),
                "X-RateLimit-Limit",
                header("The tightest limit", WHOLE),
                "X-RateLimit-Remaining",
                header("What is left of it", WHOLE),
                "X-RateLimit-Reset",
                header("Seconds until it is whole again", WHOLE),
                "Retry-After",
                header("Seconds until it is worth asking again", WHOLE),
                "Idempotent-Replayed",
                header("The outcome of an earlier request with the same key, told again", Words.of("const", "true")),
                "Server-Timing",
                header("How long each stage took, in milliseconds, when X-Rialto-Timings asked for it", TEXT));
    }

    private static Map<String, Object> header(String words, Map<String, Object> schema) {
        return Words.of("description", words, "schema", schema);
    }

    static Map<String, Object> reference(String name) {
        return Words.of("$ref", "#/components/headers/" + name);
    }

    static Map<String, Object> ofEveryAnswer() {
        Map<String, Object> headers = new LinkedHashMap<>();
        all().keySet().stream()
                .filter(name -> name.startsWith("X-") || name.startsWith("RateLimit"))
                .forEach(name -> headers.put(name, reference(name)));
        return headers;
    }

    static Map<String, Object> ofGoodAnswer(Route route) {
        Map<String, Object> headers = ofEveryAnswer();
        if (route.kind() == Route.Kind.WRITE) {
            headers.put("Idempotent-Replayed", reference("Idempotent-Replayed"));
            headers.put("Server-Timing", reference("Server-Timing"));
        }
        return headers;
    }
}
