package io.rialto.journal.scan;

import io.rialto.protocol.frame.FrameView;
import io.rialto.protocol.frame.Xxh64;

/**
 * What links frames: sequence by one, epoch and time never falling, the hash of the frame before.
 *
 * <p>Threading: one thread.
 */
final class Chain {
    private Tip tip;
    private boolean isLinked;
    private long durableSequence;
    private long sequence;
    private long hash;
    private int epoch;
    private long timeNanos;

    /** @param isLinked false when the hash of the tip is not known, as when reading starts in the middle */
    Chain(Tip tip, boolean isLinked) {
        this.tip = tip;
        this.isLinked = isLinked;
        sequence = tip.sequence();
        hash = tip.hash();
        epoch = tip.epoch();
        timeNanos = tip.timeNanos();
    }

    /** The first field that breaks the chain, or NONE. */
    Field check(FrameView frame) {
        if (frame.sequence() != sequence + 1) return Field.SEQUENCE;
        if (frame.epoch() < epoch) return Field.EPOCH;
        if (frame.timeNanos() < timeNanos) return Field.TIME;
        return isLinked && frame.previousHash() != hash ? Field.PREVIOUS_HASH : Field.NONE;
    }

    String describe(Field field, FrameView frame) {
        return switch (field) {
            case SEQUENCE -> "expected " + (sequence + 1) + ", found " + frame.sequence();
            case EPOCH -> "fell from " + epoch + " to " + frame.epoch();
            case TIME -> "fell from " + timeNanos + " to " + frame.timeNanos();
            case PREVIOUS_HASH ->
                "expected " + Long.toHexString(hash) + ", found " + Long.toHexString(frame.previousHash());
            default -> "";
        };
    }

    void accept(FrameView frame) {
        sequence = frame.sequence();
        hash = Xxh64.hash(frame.buffer(), frame.offset(), frame.length());
        epoch = frame.epoch();
        timeNanos = frame.timeNanos();
        durableSequence = Math.max(durableSequence, frame.durableSequence());
        isLinked = true;
    }

    long sequence() {
        return sequence;
    }

    /** The newest sequence that a frame itself says was durable when it was written. */
    long durableSequence() {
        return durableSequence;
    }

    Tip tip() {
        if (tip.sequence() != sequence) tip = new Tip(sequence, hash, epoch, timeNanos);
        return tip;
    }
}
