package io.rialto.gateway.factors;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;

/**
 * Codes of six digits that an authenticator shows for thirty seconds (RFC 6238, SHA-1, as all of them know it); the one before and the
 * one after count too, since clocks differ. Thread-safe.
 */
final class TimedCodes {
    private static final int SECRET_BYTES = 20;
    private static final String ISSUER = "Rialto";

    private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();
    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    TimedCodes(Clock clock) {
        this.clock = clock;
    }

    byte[] newSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return secret;
    }

    /** As people type it into an authenticator. */
    static String text(byte[] secret) {
        return Base32.toBase32String(secret).replace("=", "");
    }

    /** As an authenticator reads it from a picture. */
    static String uri(byte[] secret, String email) {
        String label = URLEncoder.encode(ISSUER + ":" + email, StandardCharsets.UTF_8);
        return "otpauth://totp/" + label + "?secret=" + text(secret) + "&issuer=" + ISSUER;
    }

    /** The step of time that the code is of; empty when it is of none that counts now. */
    OptionalLong step(byte[] secret, String code) {
        long length = generator.getTimeStep().toMillis();
        long now = Math.floorDiv(clock.millis(), length);
        OptionalLong found = OptionalLong.empty();
        for (long step = now - 1; step <= now + 1; step++) {
            if (same(at(secret, Instant.ofEpochMilli(step * length)), code)) found = OptionalLong.of(step);
        }
        return found;
    }

    private String at(byte[] secret, Instant moment) {
        try {
            return generator.generateOneTimePasswordString(new SecretKeySpec(secret, generator.getAlgorithm()), moment);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("a second factor's secret must be a key", e);
        }
    }

    private static boolean same(String left, String right) {
        return MessageDigest.isEqual(left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }
}
