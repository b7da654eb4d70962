package io.rialto.protocol.frame;

import io.rialto.protocol.FrameHeaderEncoder;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Closes frames for history: the link to the frame before, then the checksum over both.
 *
 * <p>Threading: the journal's thread.
 */
public final class FrameSeal {
    private final FrameHeaderEncoder header = new FrameHeaderEncoder();
    private final Crc32c crc = new Crc32c();
    private long previousHash;

    /** @param previousHash XXH64 of the last frame in history, 0 when there is none */
    public FrameSeal(long previousHash) {
        this.previousHash = previousHash;
    }

    /** Seals the frame in place and remembers it as the one before the next. */
    public void seal(UnsafeBuffer buffer, int offset, int length, int epoch, long durableSequence) {
        header.wrap(buffer, offset).epoch(epoch).previousHash(previousHash).durableSequence(durableSequence);
        int from = FrameLayout.CHECKED_FROM;
        header.crc(crc.of(buffer, offset + from, length - from));
        previousHash = Xxh64.hash(buffer, offset, length);
    }

    public long previousHash() {
        return previousHash;
    }
}
