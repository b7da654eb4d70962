package io.rialto.gateway.access;

import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Tells who signed a request, or why it is not taken. A nonce is spent only by a request that is otherwise good.
 *
 * <p>Thread-safe. Answers with {@link Problem}s; never says which part of a secret was wrong.
 */
public final class Authenticator implements AutoCloseable {
    public static final String KEY = "X-API-Key";
    public static final String TIMESTAMP = "X-API-Timestamp";
    public static final String NONCE = "X-API-Nonce";
    public static final String SIGNATURE = "X-API-Signature";
    public static final String WINDOW = "X-API-Window";

    private static final Pattern MILLIS = Pattern.compile("[0-9]{1,15}");
    private static final Pattern NONCES = Pattern.compile("[!-~]{1,64}");
    private static final long FUTURE_MILLIS = 1_000;

    /** Windows in milliseconds, and how many nonces may be alive at once. */
    public record Windows(long normalMillis, long widestMillis, int nonceLimit) {}

    private final KeyRing keys;
    private final NonceLog nonces;
    private final Windows windows;
    private final Clock clock;

    private Authenticator(KeyRing keys, NonceLog nonces, Windows windows, Clock clock) {
        this.keys = keys;
        this.nonces = nonces;
        this.windows = windows;
        this.clock = clock;
    }

    /** Loads the nonces that are still alive from the venue's data directory. */
    public static Authenticator open(Path data, KeyRing keys, Windows windows, Clock clock) throws IOException {
        NonceLog nonces =
                NonceLog.open(data.resolve("nonces"), windows.widestMillis, windows.nonceLimit, clock.millis());
        return new Authenticator(keys, nonces, windows, clock);
    }

    @Override
    public void close() throws IOException {
        nonces.close();
    }

    /**
     * @param header the value of a header, empty when absent
     * @param path as it was sent, not decoded; likewise the query
     */
    public Caller caller(UnaryOperator<String> header, String method, String path, String rawQuery, byte[] body) {
        String keyId = required(header, KEY);
        String timestamp = required(header, TIMESTAMP);
        String nonce = required(header, NONCE);
        String signature = required(header, SIGNATURE);
        ApiKey key =
                keys.find(keyId).orElseThrow(() -> Problem.at(KEY, ProblemCode.UNKNOWN_KEY, "the key is not known"));
        long nowMillis = clock.millis();
        long timestampMillis = timely(timestamp, window(header.apply(WINDOW)), nowMillis);
        if (!NONCES.matcher(nonce).matches()) {
            throw Problem.at(NONCE, ProblemCode.INVALID_VALUE, "must be 1..64 printable ASCII characters", nonce);
        }
        String text = Signatures.signedText(method, path, rawQuery, timestamp, nonce, body);
        if (!Signatures.same(Signatures.sign(key.secret(), text), signature)) {
            throw Problem.at(
                    SIGNATURE,
                    ProblemCode.INVALID_SIGNATURE,
                    "the signature must be lower-case hex HMAC-SHA256 of METHOD, path, raw query, timestamp, nonce and"
                            + " sha256hex(body), joined by newlines");
        }
        spend(keyId, nonce, timestampMillis, nowMillis);
        return key.caller();
    }

    private static String required(UnaryOperator<String> header, String name) {
        String value = header.apply(name);
        if (value.isEmpty()) throw Problem.at(name, ProblemCode.MISSING_CREDENTIALS, "header " + name + " is required");
        return value;
    }

    private long window(String asked) {
        if (asked.isEmpty()) return windows.normalMillis;
        if (!MILLIS.matcher(asked).matches()
                || Long.parseLong(asked) < 1
                || Long.parseLong(asked) > windows.widestMillis) {
            String rule = "must be 1.." + windows.widestMillis + " milliseconds";
            throw Problem.at(WINDOW, ProblemCode.INVALID_VALUE, rule, asked);
        }
        return Long.parseLong(asked);
    }

    private static long timely(String timestamp, long windowMillis, long nowMillis) {
        boolean isNumber = MILLIS.matcher(timestamp).matches();
        long ageMillis = isNumber ? nowMillis - Long.parseLong(timestamp) : Long.MAX_VALUE;
        if (ageMillis > windowMillis || ageMillis < -FUTURE_MILLIS) {
            String rule = "must be milliseconds since 1970, at most " + windowMillis + " ms old and " + FUTURE_MILLIS
                    + " ms ahead of " + nowMillis;
            throw Problem.at(TIMESTAMP, ProblemCode.STALE_TIMESTAMP, rule, timestamp);
        }
        return Long.parseLong(timestamp);
    }

    private void spend(String keyId, String nonce, long timestampMillis, long nowMillis) {
        switch (nonces.take(keyId, nonce, timestampMillis, nowMillis)) {
            case FRESH -> {}
            case REUSED -> throw Problem.at(NONCE, ProblemCode.NONCE_REUSED, "the nonce was used before");
            case FULL -> throw Problem.retry(ProblemCode.BUSY, 1, "too many signed requests are alive at once");
        }
    }
}
