package io.rialto.gateway.exports;

import java.io.IOException;
import java.util.List;

/** What is exported, row by row: read anew each time it is asked for, and never held whole. */
interface Rows {
    List<String> columns();

    /**
     * Hands over every row, a cell each column; null is not known.
     *
     * @return false when older rows are no longer kept
     */
    boolean read(Taker taker) throws IOException;

    /** Takes rows. */
    interface Taker {
        void take(List<String> cells) throws IOException;
    }
}
