package io.rialto.protocol.frame;

import static io.rialto.protocol.frame.FrameLayout.HEADER_LENGTH;
import static io.rialto.protocol.frame.FrameLayout.PART_HEADER_LENGTH;
import static io.rialto.protocol.frame.FrameLayout.aligned;

import io.rialto.protocol.FrameHeaderDecoder;
import io.rialto.protocol.FrameHeaderEncoder;
import io.rialto.protocol.MessageHeaderEncoder;
import java.nio.ByteBuffer;
import org.agrona.BitUtil;
import org.agrona.BufferUtil;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.sbe.MessageEncoderFlyweight;

/**
 * A frame in the making: a door writes the command, the core appends what it caused, the journal seals it.
 *
 * <p>Usage: {@link #clear}, optionally a Request at {@link #requestOffset} and {@link #requestEncoded}, a command at
 * {@link #commandOffset} and {@link #commandEncoded}; then the core stamps it and claims events. Every field of every
 * part must be set: the memory is used again and again.
 *
 * <p>Threading: one thread at a time; the ring hands it on. Allocates only to grow beyond the largest frame it held.
 */
public final class Frame {
    private static final int CACHE_LINE = 64;
    private static final int SHRINK_ABOVE = 1 << 16;
    private static final int PART_ROOM = 512;

    private final int initialCapacity;
    private final UnsafeBuffer buffer = new UnsafeBuffer(0, 0);
    private final FrameHeaderEncoder header = new FrameHeaderEncoder();
    private final MessageHeaderEncoder partHeader = new MessageHeaderEncoder();
    private int commandOffset;
    private int eventsOffset;
    private int length;
    private int eventCount;

    public Frame(int initialCapacity) {
        this.initialCapacity = BitUtil.align(initialCapacity, CACHE_LINE);
        buffer.wrap(BufferUtil.allocateDirectAligned(this.initialCapacity, CACHE_LINE));
        clear();
    }

    /** Ready for the next command. */
    public Frame clear() {
        if (buffer.capacity() > SHRINK_ABOVE) {
            buffer.wrap(BufferUtil.allocateDirectAligned(initialCapacity, CACHE_LINE));
        }
        commandOffset = HEADER_LENGTH;
        eventsOffset = HEADER_LENGTH;
        length = HEADER_LENGTH;
        eventCount = 0;
        header.wrap(buffer, 0)
                .magic(FrameLayout.MAGIC & 0xFFFF_FFFFL)
                .crc(0)
                .format(FrameLayout.FORMAT)
                .commandType(0)
                .length(HEADER_LENGTH)
                .epoch(0)
                .commandOffset(HEADER_LENGTH)
                .reserved(0)
                .sequence(0)
                .timeNanos(0)
                .previousHash(0)
                .durableSequence(0)
                .eventsOffset(HEADER_LENGTH)
                .eventCount(0);
        return this;
    }

    /** The bytes; the same object for the life of the frame, also after it grew. */
    public UnsafeBuffer buffer() {
        return buffer;
    }

    /** For the encoders' {@code wrapAndApplyHeader}. */
    public MessageHeaderEncoder partHeader() {
        return partHeader;
    }

    /** Makes room for a command of so many bytes behind what is written: for a door that writes many parts. */
    public void reserve(int bytes) {
        int end = commandOffset + bytes;
        length = Math.max(length, commandOffset);
        if (end > buffer.capacity()) grow(end);
    }

    public int requestOffset() {
        return HEADER_LENGTH;
    }

    /** The Request's encoded length, without its message header. */
    public void requestEncoded(int encodedLength) {
        commandOffset = padded(HEADER_LENGTH, encodedLength);
        header.commandOffset(commandOffset);
    }

    public int commandOffset() {
        return commandOffset;
    }

    /** The command's encoded length, without its message header. Refuses nothing: shapes are the door's business. */
    public void commandEncoded(int templateId, int encodedLength) {
        eventsOffset = padded(commandOffset, encodedLength);
        length = eventsOffset;
        header.commandType(templateId).eventsOffset(eventsOffset).length(length);
    }

    /**
     * Where the part after one that stands here starts: for a command of several, whose parts a door writes one behind the
     * other before it says how long all of it is. Makes room for one more of at most {@value #PART_ROOM} bytes.
     *
     * @param partOffset of the part's message header
     * @param encodedLength without the message header
     */
    public int endOfPart(int partOffset, int encodedLength) {
        length = padded(partOffset, encodedLength);
        if (length + PART_ROOM > buffer.capacity()) grow(length + PART_ROOM);
        return length;
    }

    /** A door stamps its clock; the core replaces it by the line's time, which never falls. */
    public void stampTime(long timeNanos) {
        header.timeNanos(timeNanos);
    }

    /** The core gives the frame its place in line. */
    public void stampPlace(long sequence, long timeNanos) {
        header.sequence(sequence).timeNanos(timeNanos);
    }

    /**
     * Claims room for one event, writes its message header and puts the encoder on it.
     *
     * @return the encoder, whose every field is still to be set
     */
    public <E extends MessageEncoderFlyweight> E claimEvent(E encoder) {
        int block = claimEvent(
                encoder.sbeTemplateId(), encoder.sbeBlockLength(), encoder.sbeSchemaId(), encoder.sbeSchemaVersion());
        encoder.wrap(buffer, block);
        return encoder;
    }

    /**
     * The same for an event that no encoder of this version writes.
     *
     * @return the offset of its block
     */
    public int claimEvent(int templateId, int blockLength, int schemaId, int schemaVersion) {
        int block = length + PART_HEADER_LENGTH;
        int end = block + aligned(blockLength);
        if (end > buffer.capacity()) grow(end);
        buffer.putLong(end - Long.BYTES, 0);
        buffer.putLong(
                length, blockLength | (long) templateId << 16 | (long) schemaId << 32 | (long) schemaVersion << 48);
        length = end;
        eventCount++;
        return block;
    }

    /** The core is done: length and count of events go into the header. */
    public void close() {
        header.length(length).eventCount(eventCount);
    }

    /** Forgets the events, keeps the command: for a command that is to be decided again. */
    public void dropEvents() {
        length = eventsOffset;
        eventCount = 0;
    }

    /** Takes over the command of a frame from history: header's time, Request and command, without its events. */
    public Frame copyCommand(FrameView history) {
        clear();
        int bytes = history.eventsOffset();
        if (bytes > buffer.capacity()) grow(bytes);
        buffer.putBytes(HEADER_LENGTH, history.buffer(), history.offset() + HEADER_LENGTH, bytes - HEADER_LENGTH);
        commandOffset = history.commandOffset();
        eventsOffset = bytes;
        length = bytes;
        header.commandOffset(commandOffset)
                .commandType(history.commandType())
                .eventsOffset(bytes)
                .timeNanos(history.timeNanos());
        return this;
    }

    public int length() {
        return length;
    }

    public int eventsOffset() {
        return eventsOffset;
    }

    public int eventCount() {
        return eventCount;
    }

    public int commandType() {
        return buffer.getShort(FrameHeaderDecoder.commandTypeEncodingOffset()) & 0xFFFF;
    }

    public long timeNanos() {
        return buffer.getLong(FrameHeaderDecoder.timeNanosEncodingOffset());
    }

    public long sequence() {
        return buffer.getLong(FrameHeaderDecoder.sequenceEncodingOffset());
    }

    public boolean hasRequest() {
        return commandOffset != HEADER_LENGTH;
    }

    private int padded(int partOffset, int encodedLength) {
        int end = partOffset + PART_HEADER_LENGTH + encodedLength;
        int alignedEnd = aligned(end);
        for (int i = end; i < alignedEnd; i++) buffer.putByte(i, (byte) 0);
        return alignedEnd;
    }

    private void grow(int needed) {
        ByteBuffer larger = BufferUtil.allocateDirectAligned(
                BitUtil.align(Math.max(needed, buffer.capacity() * 2), CACHE_LINE), CACHE_LINE);
        buffer.getBytes(0, larger, 0, length);
        buffer.wrap(larger);
        header.wrap(buffer, 0);
    }
}
