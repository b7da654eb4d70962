package io.rialto.feeds.protection;

import io.rialto.protocol.InstrumentParameter;
import io.rialto.protocol.Phase;
import io.rialto.protocol.Reason;
import java.util.Optional;

/**
 * A change of an instrument for later.
 *
 * @param atNanos journal time, UTC; 0 when at a phase
 * @param atPhase when this phase next begins; empty when at a time
 * @param end empty while it waits; NONE when it was made, else why it was not
 * @param sequence of the frame that changed it last
 */
public record ScheduledChange(
        long number,
        int instrument,
        InstrumentParameter parameter,
        long value,
        long atNanos,
        Optional<Phase> atPhase,
        Optional<Reason> end,
        long sequence) {
    ScheduledChange ended(Reason reason, long frame) {
        return new ScheduledChange(number, instrument, parameter, value, atNanos, atPhase, Optional.of(reason), frame);
    }
}
