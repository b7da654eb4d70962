package io.rialto.protocol.frame;

import static io.rialto.protocol.frame.FrameLayout.HEADER_LENGTH;
import static io.rialto.protocol.frame.FrameLayout.PART_HEADER_LENGTH;
import static io.rialto.protocol.frame.FrameLayout.aligned;

import io.rialto.protocol.FrameHeaderDecoder;
import io.rialto.protocol.MessageHeaderDecoder;
import org.agrona.DirectBuffer;

/**
 * Says whether bytes are a whole, undamaged frame; never reads beyond what it was given, whatever they hold.
 *
 * <p>Threading: one thread.
 */
public final class FrameCheck {
    /** What is wrong with the bytes, named by the header field that shows it. */
    public enum Fault {
        NONE,
        MAGIC,
        FORMAT,
        LENGTH,
        CRC,
        PARTS
    }

    private final FrameHeaderDecoder header = new FrameHeaderDecoder();
    private final MessageHeaderDecoder part = new MessageHeaderDecoder();
    private final Crc32c crc = new Crc32c();

    /** @param available bytes that may be read from offset on */
    public Fault check(DirectBuffer buffer, int offset, int available) {
        if (available < HEADER_LENGTH) return Fault.LENGTH;
        header.wrap(buffer, offset, HEADER_LENGTH, FrameHeaderDecoder.SCHEMA_VERSION);
        if ((int) header.magic() != FrameLayout.MAGIC) return Fault.MAGIC;
        int length = header.length();
        if (length <= HEADER_LENGTH || length > available || length > FrameLayout.MAX_LENGTH || (length & 7) != 0) {
            return Fault.LENGTH;
        }
        int from = FrameLayout.CHECKED_FROM;
        if (crc.of(buffer, offset + from, length - from) != header.crc()) return Fault.CRC;
        if (header.format() != FrameLayout.FORMAT) return Fault.FORMAT;
        return partsEndAt(buffer, offset, length) ? Fault.NONE : Fault.PARTS;
    }

    private boolean partsEndAt(DirectBuffer buffer, int offset, int length) {
        int command = header.commandOffset();
        int events = header.eventsOffset();
        if (command < HEADER_LENGTH || events < command + PART_HEADER_LENGTH || events > length) return false;
        int at = events;
        for (int i = header.eventCount(); i > 0; i--) {
            if (at + PART_HEADER_LENGTH > length) return false;
            at += PART_HEADER_LENGTH + aligned(part.wrap(buffer, offset + at).blockLength());
        }
        return at == length;
    }
}
