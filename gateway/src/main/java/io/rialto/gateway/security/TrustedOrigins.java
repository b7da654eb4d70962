package io.rialto.gateway.security;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The pages that may ask this venue: those of its own, and a list to the letter. Immutable.
 *
 * <p>Source: the Fetch standard, cross-origin resource sharing.
 */
final class TrustedOrigins {
    static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
    static final String ASKED_HEADERS =
            "Authorization, X-Second-Factor, Content-Type, Idempotency-Key, X-API-Key, X-API-Timestamp,"
                    + " X-API-Nonce, X-API-Signature, X-API-Window, X-Correlation-Id, X-Reason, X-Rialto-Timings";
    static final String TOLD_HEADERS =
            "X-Correlation-Id, Retry-After, Server-Timing, Idempotent-Replayed, RateLimit, RateLimit-Policy,"
                    + " X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset";
    static final String SECONDS_KEPT = "600";

    private static final String LOCAL = "localhost";
    private static final Pattern LOCALS = Pattern.compile("https?://(localhost|127\\.0\\.0\\.1|\\[::1])(:[0-9]{1,5})?");

    private final List<String> origins;

    TrustedOrigins(List<String> origins) {
        this.origins = List.copyOf(origins);
    }

    /** @param own scheme and authority of the venue's own pages, as the request names them */
    boolean trust(String origin, String own) {
        if (origin.equals(own) || origins.contains(origin)) return true;
        return origins.contains(LOCAL) && LOCALS.matcher(origin).matches();
    }
}
