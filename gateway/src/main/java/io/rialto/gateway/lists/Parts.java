package io.rialto.gateway.lists;

import io.rialto.gateway.entry.Part;
import io.rialto.gateway.ingress.Command;
import io.rialto.protocol.frame.Frame;
import io.rialto.protocol.frame.FrameLayout;
import java.util.List;

/** A command of several: its own block, and behind it whole messages as its parts. */
final class Parts {
    /** More than any part takes, its text and padding included. */
    private static final int MOST_BYTES = 256;

    private Parts() {}

    /** Writes the command's own block; answers its encoded length. */
    interface Head {
        int write(Frame frame);
    }

    static Command command(int templateId, Head head, List<? extends Part> parts) {
        return frame -> {
            frame.reserve((parts.size() + 1) * MOST_BYTES);
            int start = frame.commandOffset();
            int end = frame.endOfPart(start, head.write(frame));
            for (Part part : parts) end = frame.endOfPart(end, part.write(frame, end));
            frame.commandEncoded(templateId, end - start - FrameLayout.PART_HEADER_LENGTH);
        };
    }
}
