package io.rialto.gateway.access;

import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells who sent a request, or why it is not taken: a person by the token he bears, or a program by its signature. A nonce
 * is spent only by a request that is otherwise good.
 *
 * <p>Thread-safe. Answers with {@link Problem}s; never says which part of a secret was wrong.
 */
public final class Authenticator implements AutoCloseable {
    public static final String AUTHORIZATION = "Authorization";
    public static final String SECOND_FACTOR = "X-Second-Factor";
    public static final String KEY = "X-API-Key";
    public static final String TIMESTAMP = "X-API-Timestamp";
    public static final String NONCE = "X-API-Nonce";
    public static final String SIGNATURE = "X-API-Signature";
    public static final String WINDOW = "X-API-Window";

    private static final Pattern BEARERS = Pattern.compile("[Bb]earer +([A-Za-z0-9._~+/=-]{1,4096})");
    private static final Pattern MILLIS = Pattern.compile("[0-9]{1,15}");
    private static final Pattern NONCES = Pattern.compile("[!-~]{1,64}");
    private static final long FUTURE_MILLIS = 1_000;

    /** Windows in milliseconds, and how many nonces may be alive at once. */
    public record Windows(long normalMillis, long widestMillis, int nonceLimit) {}

    private final KeyRing keys;
    private final Bearers bearers;
    private final NonceLog nonces;
    private final Windows windows;
    private final Clock clock;

    private Authenticator(KeyRing keys, Bearers bearers, NonceLog nonces, Windows windows, Clock clock) {
        this.keys = keys;
        this.bearers = bearers;
        this.nonces = nonces;
        this.windows = windows;
        this.clock = clock;
    }

    /** Loads the nonces that are still alive from the venue's data directory. */
    public static Authenticator open(Path data, KeyRing keys, Bearers bearers, Windows windows, Clock clock)
            throws IOException {
        NonceLog nonces =
                NonceLog.open(data.resolve("nonces"), windows.widestMillis, windows.nonceLimit, clock.millis());
        return new Authenticator(keys, bearers, nonces, windows, clock);
    }

    @Override
    public void close() throws IOException {
        nonces.close();
    }

    /**
     * @param header the value of a header, empty when absent
     * @param path as it was sent, not decoded; likewise the query
     * @param address from which it was sent
     */
    public Caller caller(
            UnaryOperator<String> header, String method, String path, String rawQuery, byte[] body, String address) {
        String authorization = header.apply(AUTHORIZATION);
        if (!authorization.isEmpty()) return bearer(authorization, header.apply(KEY));
        String keyId = required(header, KEY);
        for (String name : List.of(TIMESTAMP, NONCE, SIGNATURE)) required(header, name);
        ApiKey key =
                keys.find(keyId).orElseThrow(() -> Problem.at(KEY, ProblemCode.UNKNOWN_KEY, "the key is not known"));
        try {
            Caller caller = signed(key, header, method + "\n" + path + "\n" + rawQuery, body, address);
            keys.usage().used(keyId);
            return caller;
        } catch (Problem refused) {
            keys.usage().failed(keyId);
            throw refused;
        }
    }

    private Caller signed(ApiKey key, UnaryOperator<String> header, String request, byte[] body, String address) {
        String timestamp = required(header, TIMESTAMP);
        String nonce = required(header, NONCE);
        String signature = required(header, SIGNATURE);
        long nowMillis = clock.millis();
        long timestampMillis = timely(timestamp, window(header.apply(WINDOW)), nowMillis);
        if (!NONCES.matcher(nonce).matches()) {
            throw Problem.at(NONCE, ProblemCode.INVALID_VALUE, "must be 1..64 printable ASCII characters", nonce);
        }
        if (!key.isSigned(Signatures.signedText(request, timestamp, nonce, body), signature, nowMillis)) {
            throw Problem.at(
                    SIGNATURE,
                    ProblemCode.INVALID_SIGNATURE,
                    "the signature must be lower-case hex HMAC-SHA256, or base64 Ed25519, of METHOD, path, raw query,"
                            + " timestamp, nonce and sha256hex(body), joined by newlines");
        }
        isTaken(key, address, nowMillis);
        spend(key.id(), nonce, timestampMillis, nowMillis);
        return key.caller();
    }

    /** Told only to who proved that he has the key. */
    private void isTaken(ApiKey key, String address, long nowMillis) {
        if (keys.isShut(key)) throw Problem.at(KEY, ProblemCode.USER_DISABLED, ProblemCode.USER_DISABLED.title());
        switch (key.statusAt(nowMillis)) {
            case ACTIVE -> {}
            case INACTIVE -> throw Problem.at(KEY, ProblemCode.KEY_INACTIVE, "the key is switched off");
            case EXPIRED -> throw Problem.at(KEY, ProblemCode.KEY_EXPIRED, "the key has expired");
            case REVOKED -> throw Problem.at(KEY, ProblemCode.KEY_REVOKED, "the key is revoked");
        }
        if (!key.terms().addresses().holds(address)) {
            throw Problem.at(KEY, ProblemCode.ADDRESS_NOT_ALLOWED, "the key is not taken from this address");
        }
    }

    /** The same caller as he is now, on a connection that stays: refuses whose session or key has ended. */
    public Caller again(Caller caller, String address) {
        if (caller.isPerson()) return bearers.again(caller);
        ApiKey key = keys.find(caller.keyId())
                .orElseThrow(() -> Problem.at(KEY, ProblemCode.UNKNOWN_KEY, "the key is not known"));
        isTaken(key, address, clock.millis());
        return key.caller();
    }

    /** Whether he came by a key that signs no more. */
    public boolean hasEnded(Caller caller) {
        return caller.key() > 0 && !keys.isActive(caller.keyId());
    }

    /** Called when keys may have ended. */
    public void whenKeysEnd(Runnable listener) {
        keys.whenEnded(listener);
    }

    /** Before something sensitive is done: who has a second factor shows it again. Programs have none. */
    public void confirm(Caller caller, UnaryOperator<String> header, String address) {
        if (caller.isPerson()) bearers.confirm(caller, header.apply(SECOND_FACTOR), address);
    }

    private Caller bearer(String authorization, String keyId) {
        if (!keyId.isEmpty()) {
            throw Problem.at(KEY, ProblemCode.INVALID_VALUE, KEY + " must not stand beside " + AUTHORIZATION);
        }
        Matcher bearer = BEARERS.matcher(authorization);
        if (!bearer.matches()) {
            String rule = "must be Bearer and an access token";
            throw Problem.at(AUTHORIZATION, ProblemCode.INVALID_TOKEN, rule);
        }
        return bearers.caller(bearer.group(1));
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
