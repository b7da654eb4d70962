package io.rialto.replay;

import io.rialto.protocol.MessageHeaderDecoder;
import io.rialto.protocol.RequestDecoder;
import io.rialto.protocol.frame.FrameLayout;
import io.rialto.protocol.frame.FrameView;
import io.rialto.protocol.schema.Vocabulary;

/**
 * Says whether a command's own lengths stay within its frame. A checksum can be forged; the core, which trusts what the
 * doors wrote, must not be given lengths that lead out of the frame.
 */
final class CommandShape {
    private static final int KNOWN = 256;

    private final MessageHeaderDecoder part = new MessageHeaderDecoder();
    private final int[] blockLengths = new int[KNOWN];
    private final boolean[] hasText = new boolean[KNOWN];

    CommandShape() {
        for (int id = 0; id < KNOWN; id++) {
            blockLengths[id] = Vocabulary.SCHEMA.blockLength(id);
            hasText[id] = Vocabulary.SCHEMA.hasText(id);
        }
        // Early history has Requests that end here.
        blockLengths[RequestDecoder.TEMPLATE_ID] = RequestDecoder.traderEncodingOffset();
    }

    boolean holds(FrameView frame) {
        int command = frame.commandOffset();
        if (frame.hasRequest() && !fits(frame, FrameLayout.HEADER_LENGTH, command, RequestDecoder.TEMPLATE_ID)) {
            return false;
        }
        return fits(frame, command, frame.eventsOffset(), frame.commandType());
    }

    private boolean fits(FrameView frame, int start, int end, int type) {
        if ((start & 7) != 0 || (end & 7) != 0 || end - start < FrameLayout.PART_HEADER_LENGTH) return false;
        part.wrap(frame.buffer(), frame.offset() + start);
        if (part.templateId() != type) return false;
        int tail = start + FrameLayout.PART_HEADER_LENGTH + part.blockLength();
        if (tail > end) return false;
        if (type >= KNOWN || blockLengths[type] == 0 && !hasText[type]) return true;
        if (part.blockLength() < blockLengths[type]) return false;
        if (!hasText[type]) return true;
        if (tail + Short.BYTES > end) return false;
        int length = frame.buffer().getShort(frame.offset() + tail) & 0xFFFF;
        return tail + Short.BYTES + length <= end;
    }
}
