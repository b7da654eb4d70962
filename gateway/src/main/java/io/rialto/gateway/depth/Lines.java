package io.rialto.gateway.depth;

import io.rialto.protocol.Side;
import java.util.List;

/** A market's book as far as it has been told, whole. */
interface Lines {
    /** Best first. */
    List<? extends Line> best(Side side, int depth);

    /** The last frame that it has seen, when that is newer than the frame. */
    long seen(long frame);
}
