package io.rialto.gateway.schedule;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.function.UnaryOperator;

/**
 * The seeds of random ends: made from a secret of the venue, the instrument and the planned moment, so that nobody else
 * can know one before it is told, and a venue that was restarted in the middle of a call still does.
 */
final class Seeds {
    private final UnaryOperator<byte[]> secret;

    /** @param high of sixteen bytes the first eight, big endian */
    record Seed(long high, long low) {
        /** SHA-256 of the sixteen bytes, as four numbers. */
        ByteBuffer hash() {
            return ByteBuffer.wrap(
                    sha256(ByteBuffer.allocate(16).putLong(high).putLong(low).array()));
        }

        /** How much longer than its least duration the call is. */
        long extraNanos(long windowNanos) {
            return Long.remainderUnsigned(low, windowNanos);
        }
    }

    /** @param secret turns a name into bytes that only this venue can make of it */
    Seeds(UnaryOperator<byte[]> secret) {
        this.secret = secret;
    }

    Seed of(String symbol, Instant planned) {
        byte[] name = ("call of " + symbol + " at " + planned).getBytes(StandardCharsets.UTF_8);
        ByteBuffer made = ByteBuffer.wrap(sha256(secret.apply(name)));
        return new Seed(made.getLong(), made.getLong());
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
