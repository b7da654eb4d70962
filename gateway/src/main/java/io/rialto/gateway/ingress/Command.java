package io.rialto.gateway.ingress;

import io.rialto.protocol.frame.Frame;

/**
 * One command, ready to be written into a frame at {@link Frame#commandOffset}. Every field must be set; it ends with
 * {@link Frame#commandEncoded}. May be written more than once, on any thread.
 */
public interface Command {
    void write(Frame frame);
}
