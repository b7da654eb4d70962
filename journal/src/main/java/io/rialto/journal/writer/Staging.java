package io.rialto.journal.writer;

import io.rialto.protocol.frame.Frame;
import org.agrona.BufferUtil;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Sealed frames on their way into one excerpt.
 *
 * <p>Threading: the journal's thread; allocates nothing.
 */
public final class Staging {
    private static final int CACHE_LINE = 64;

    private final UnsafeBuffer buffer;
    private int length;
    private long firstSequence;

    public Staging(int capacity) {
        buffer = new UnsafeBuffer(BufferUtil.allocateDirectAligned(capacity, CACHE_LINE));
    }

    public boolean fits(Frame frame) {
        return length + frame.length() <= buffer.capacity();
    }

    /** Larger than any excerpt of several frames: it gets one of its own. */
    public boolean isTooLarge(Frame frame) {
        return frame.length() > buffer.capacity();
    }

    /** Copies the frame behind the others. */
    public void add(Frame frame) {
        if (length == 0) firstSequence = frame.sequence();
        buffer.putBytes(length, frame.buffer(), 0, frame.length());
        length += frame.length();
    }

    public boolean isEmpty() {
        return length == 0;
    }

    public int length() {
        return length;
    }

    public long address() {
        return buffer.addressOffset();
    }

    public long firstSequence() {
        return firstSequence;
    }

    public void clear() {
        length = 0;
    }
}
