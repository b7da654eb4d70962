package io.rialto.gateway.sessions;

import io.rialto.gateway.access.Signatures;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Refresh tokens: 256 random bits each, kept as a hash, good once. All that were made in one session are a family.
 *
 * <p>Thread-safe; every method works within its caller's transaction.
 */
final class RefreshTokens {
    private static final int TOKEN_BYTES = 32;
    private static final int ID_BYTES = 16;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /** What became of a token that was shown. */
    record Shown(String session, boolean isFirstTime) {}

    RefreshTokens(Clock clock) {
        this.clock = clock;
    }

    /** A name that nobody can guess. */
    String newSession() {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }

    String add(Handle transaction, String session) {
        byte[] secret = new byte[TOKEN_BYTES];
        random.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        transaction.execute(
                "INSERT INTO refresh_token (hash, session, created_millis) VALUES (?, ?, ?)",
                hash(token),
                session,
                clock.millis());
        return token;
    }

    /** Spends a token, if nobody has; empty when there never was one. */
    Optional<Shown> show(Handle transaction, String token) {
        byte[] hash = hash(token);
        int spent = transaction.execute(
                "UPDATE refresh_token SET used_millis = ? WHERE hash = ? AND used_millis IS NULL",
                clock.millis(),
                hash);
        return transaction
                .createQuery("SELECT session FROM refresh_token WHERE hash = :hash")
                .bind("hash", hash)
                .mapTo(String.class)
                .findOne()
                .map(session -> new Shown(session, spent == 1));
    }

    private static byte[] hash(String token) {
        return Signatures.sha256().digest(token.getBytes(StandardCharsets.UTF_8));
    }
}
