package io.rialto.engine.auction;

import io.rialto.engine.phases.SeedPromise;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.agrona.concurrent.UnsafeBuffer;

/** Whether a seed is the one that was committed to: SHA-256 of its sixteen bytes, big endian. Allocates nothing. */
final class SeedCheck {
    private static final int HASH_BYTES = 32;

    private final MessageDigest sha256;
    private final byte[] hash = new byte[HASH_BYTES];
    private final UnsafeBuffer words = new UnsafeBuffer(hash);

    SeedCheck() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }

    boolean keeps(SeedPromise promise, long seedHigh, long seedLow) {
        words.putLong(0, Long.reverseBytes(seedHigh));
        words.putLong(Long.BYTES, Long.reverseBytes(seedLow));
        digest();
        boolean isSame = true;
        for (int i = 0; i < HASH_BYTES / Long.BYTES; i++) {
            isSame &= Long.reverseBytes(words.getLong(i * Long.BYTES)) == promise.hash(i);
        }
        return isSame;
    }

    private void digest() {
        sha256.update(hash, 0, HASH_BYTES / 2);
        try {
            sha256.digest(hash, 0, HASH_BYTES);
        } catch (DigestException wrong) {
            throw new IllegalStateException("a SHA-256 has 32 bytes", wrong);
        }
    }
}
