package io.rialto.protocol.frame;

import static io.rialto.protocol.frame.FrameLayout.PART_HEADER_LENGTH;
import static io.rialto.protocol.frame.FrameLayout.aligned;

import io.rialto.protocol.MessageHeaderDecoder;
import io.rialto.protocol.NewOrderDecoder;
import io.rialto.protocol.NewSpecialOrderDecoder;
import org.agrona.DirectBuffer;

/**
 * A cursor over the parts of a command of several: whole messages behind the command's own block, each from a multiple of
 * eight on.
 *
 * <p>It stays within the command, whatever the bytes say. Offsets are those of the buffer. Threading: one thread.
 */
public final class CommandParts {
    private static final int TEXT_LENGTH = Short.BYTES;

    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private DirectBuffer buffer;
    private int at;
    private int end;
    private int partEnd;
    private boolean isSound;

    /**
     * Before the first part.
     *
     * @param commandOffset where the command's message header stands
     * @param commandEnd where the command ends
     */
    public CommandParts wrap(DirectBuffer bytes, int commandOffset, int commandEnd) {
        buffer = bytes;
        end = commandEnd;
        at = commandOffset;
        partEnd = commandOffset + PART_HEADER_LENGTH <= end ? endOfBlock(commandOffset) : end;
        isSound = partEnd <= end;
        return this;
    }

    /** Moves to the next part; false after the last, and before one that is not whole. */
    public boolean next() {
        if (!isSound || partEnd == end) return false;
        at = partEnd;
        isSound = at + PART_HEADER_LENGTH <= end && endOfBlock(at) <= end;
        if (!isSound) return false;
        partEnd = endOfPart();
        isSound = partEnd <= end;
        return isSound;
    }

    /** Once {@link #next} said false: whether the parts were whole, and filled the command to its end. */
    public boolean isSound() {
        return isSound;
    }

    /** Where the part's message header stands. */
    public int offset() {
        return at;
    }

    /** Where the part's block starts. */
    public int blockOffset() {
        return at + PART_HEADER_LENGTH;
    }

    /** Where the part ends, its padding included. */
    public int end() {
        return partEnd;
    }

    /** The part's template id. */
    public int type() {
        return header.wrap(buffer, at).templateId();
    }

    private int endOfBlock(int offset) {
        return aligned(offset + PART_HEADER_LENGTH + header.wrap(buffer, offset).blockLength());
    }

    private int endOfPart() {
        int type = type();
        boolean hasText = type == NewOrderDecoder.TEMPLATE_ID || type == NewSpecialOrderDecoder.TEMPLATE_ID;
        if (!hasText) return endOfBlock(at);
        int text = at + PART_HEADER_LENGTH + header.blockLength();
        if (text + TEXT_LENGTH > end) return end + 1;
        return aligned(text + TEXT_LENGTH + (buffer.getShort(text) & 0xFFFF));
    }
}
