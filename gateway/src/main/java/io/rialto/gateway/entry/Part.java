package io.rialto.gateway.entry;

import io.rialto.gateway.ingress.Command;
import io.rialto.protocol.frame.Frame;

/** A message that is a command by itself, or one part of a command of several. */
public interface Part {
    /** Its template id. */
    int type();

    /**
     * Writes it with its message header.
     *
     * @param offset of the message header
     * @return its encoded length, without the message header
     */
    int write(Frame frame, int offset);

    /** By itself. */
    default Command alone() {
        return frame -> frame.commandEncoded(type(), write(frame, frame.commandOffset()));
    }
}
