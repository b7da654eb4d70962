package io.rialto.engine.ring;

import io.rialto.protocol.frame.Frame;

/**
 * Writes a command, and before it its Request if it has one, into a claimed place of the ring.
 *
 * <p>Threading: the offering thread, inside {@link Line#offer}. Everything must have been checked before: what it
 * throws comes out of offer, and the claimed place is passed over.
 */
@FunctionalInterface
public interface CommandWriter {
    void write(Frame frame);
}
