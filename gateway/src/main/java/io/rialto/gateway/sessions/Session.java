package io.rialto.gateway.sessions;

/**
 * A person's session: from his log-in until he logs out, somebody ends it, or its time is over. Times in milliseconds since
 * 1970. Immutable.
 */
public record Session(
        String id,
        int person,
        String address,
        String userAgent,
        long createdMillis,
        long seenMillis,
        long expiresMillis) {}
