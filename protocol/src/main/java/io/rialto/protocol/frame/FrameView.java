package io.rialto.protocol.frame;

import static io.rialto.protocol.frame.FrameLayout.PART_HEADER_LENGTH;
import static io.rialto.protocol.frame.FrameLayout.aligned;

import io.rialto.protocol.FrameHeaderDecoder;
import io.rialto.protocol.MessageHeaderDecoder;
import org.agrona.DirectBuffer;

/**
 * A window on one whole frame, and a cursor over its events.
 *
 * <p>The bytes must have passed {@link FrameCheck}: the view itself trusts them. A window is not a value: it is moved
 * from frame to frame by {@link #wrap} and never stored or handed to another thread.
 *
 * <pre>{@code
 * view.wrap(buffer, offset);
 * while (view.nextEvent()) {
 *     switch (view.eventType()) {
 *         case TradeExecutedDecoder.TEMPLATE_ID -> trade.wrap(
 *             view.buffer(), view.eventOffset(), view.eventBlockLength(), view.eventVersion());
 * }}</pre>
 */
public final class FrameView {
    private final FrameHeaderDecoder header = new FrameHeaderDecoder();
    private final MessageHeaderDecoder part = new MessageHeaderDecoder();
    private DirectBuffer buffer;
    private int offset;
    private int eventsLeft;
    private int nextEvent;

    public FrameView wrap(DirectBuffer buffer, int offset) {
        this.buffer = buffer;
        this.offset = offset;
        header.wrap(buffer, offset, FrameLayout.HEADER_LENGTH, FrameHeaderDecoder.SCHEMA_VERSION);
        return rewind();
    }

    /** Before the first event again. */
    public FrameView rewind() {
        eventsLeft = header.eventCount();
        nextEvent = offset + header.eventsOffset();
        return this;
    }

    /** Moves to the next event; false after the last. */
    public boolean nextEvent() {
        if (eventsLeft == 0) return false;
        eventsLeft--;
        part.wrap(buffer, nextEvent);
        nextEvent += PART_HEADER_LENGTH + aligned(part.blockLength());
        return true;
    }

    public int eventType() {
        return part.templateId();
    }

    /** Offset of the event's block in {@link #buffer}. */
    public int eventOffset() {
        return part.offset() + PART_HEADER_LENGTH;
    }

    public int eventBlockLength() {
        return part.blockLength();
    }

    public int eventVersion() {
        return part.version();
    }

    public DirectBuffer buffer() {
        return buffer;
    }

    /** Where the frame starts in {@link #buffer}. */
    public int offset() {
        return offset;
    }

    public int length() {
        return header.length();
    }

    public long sequence() {
        return header.sequence();
    }

    public long timeNanos() {
        return header.timeNanos();
    }

    public int epoch() {
        return header.epoch();
    }

    public long previousHash() {
        return header.previousHash();
    }

    public long durableSequence() {
        return header.durableSequence();
    }

    public int crc() {
        return header.crc();
    }

    public int commandType() {
        return header.commandType();
    }

    /** Relative to the frame's start, as are all offsets of the header. */
    public int commandOffset() {
        return header.commandOffset();
    }

    public int eventsOffset() {
        return header.eventsOffset();
    }

    public int eventCount() {
        return header.eventCount();
    }

    public boolean hasRequest() {
        return commandOffset() != FrameLayout.HEADER_LENGTH;
    }
}
