package io.rialto.gateway.ingress;

import java.util.Optional;

/** Frames of the past by their sequence. Any thread; may read the disk. */
public interface History {
    /** Empty when there is no such frame, or it is no longer kept. */
    Optional<KeptFrame> frame(long sequence);
}
