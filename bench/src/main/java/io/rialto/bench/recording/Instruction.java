package io.rialto.bench.recording;

import io.rialto.protocol.Side;
import java.util.List;

/**
 * One step of a recording, ready to be sent to a venue.
 *
 * <p>Prices in the recording's own units, orders by the recording's own numbers (from 1, never used twice).
 *
 * @param number place in the stream, from 1
 * @param row the recording's row that it belongs to
 * @param price limit of a NEW; of a MARKET the worst price it may trade at
 * @param quantity of a REDUCE, what comes off; of a CANCEL, what must have been open
 * @param fills what must come out, in order; empty when nothing may trade
 */
public record Instruction(
        long number,
        long row,
        long timeNanos,
        Kind kind,
        long order,
        Side side,
        long price,
        long quantity,
        Origin origin,
        List<RecordedFill> fills) {

    /** What is asked of the venue. */
    public enum Kind {
        NEW,
        REDUCE,
        CANCEL,
        MARKET
    }

    /** Why the stream holds it. */
    public enum Origin {
        SEED,
        MESSAGE,
        REVEAL,
        EXEC_OUT_OF_TURN
    }
}
