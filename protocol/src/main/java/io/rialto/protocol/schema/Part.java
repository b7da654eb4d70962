package io.rialto.protocol.schema;

import io.rialto.protocol.MessageHeaderDecoder;
import io.rialto.protocol.frame.FrameLayout;
import io.rialto.protocol.frame.FrameView;
import java.util.Optional;
import org.agrona.DirectBuffer;

/** One message inside a frame, read without trusting its own lengths: never beyond the part's end. */
public final class Part {
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private DirectBuffer buffer;
    private int block;
    private int end;

    public Part request(FrameView frame) {
        return wrap(frame, frame.offset() + FrameLayout.HEADER_LENGTH, frame.offset() + frame.commandOffset());
    }

    public Part command(FrameView frame) {
        return wrap(frame, frame.offset() + frame.commandOffset(), frame.offset() + frame.eventsOffset());
    }

    /** The event that the frame's cursor stands on. */
    public Part event(FrameView frame) {
        int start = frame.eventOffset() - FrameLayout.PART_HEADER_LENGTH;
        return wrap(frame, start, frame.eventOffset() + frame.eventBlockLength());
    }

    private Part wrap(FrameView frame, int start, int partEnd) {
        buffer = frame.buffer();
        header.wrap(buffer, start);
        block = start + FrameLayout.PART_HEADER_LENGTH;
        end = partEnd;
        return this;
    }

    public int templateId() {
        return header.templateId();
    }

    public Optional<Message> message() {
        return Vocabulary.SCHEMA.message(header.templateId());
    }

    /** Whether the writer's block reaches as far as the field: older writers knew fewer fields. */
    public boolean has(Field field) {
        return field.end() <= header.blockLength() && block + field.end() <= end;
    }

    /** Null fields count as absent. */
    public boolean hasValue(Field field) {
        return has(field) && (field.isText() || !field.isNull(field.number(buffer, block)));
    }

    public long number(Field field) {
        return field.number(buffer, block);
    }

    /** The number of the field of that name; the other one when the message has no such field or no value in it. */
    public long number(String name, long otherwise) {
        Optional<Message> message = message();
        if (message.isEmpty() || !message.get().has(name)) return otherwise;
        Field field = message.get().field(name);
        return hasValue(field) ? number(field) : otherwise;
    }

    public String text(Field field) {
        return field.text(buffer, block);
    }

    /** The variable text behind the block. */
    public String trailingText() {
        int at = block + header.blockLength();
        if (at + Short.BYTES > end) return "";
        int length = buffer.getShort(at) & 0xFFFF;
        return Field.ascii(buffer, at + Short.BYTES, Math.min(length, end - at - Short.BYTES));
    }
}
