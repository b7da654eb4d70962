package io.rialto.feeds.listing;

import io.rialto.protocol.InstrumentParameter;
import java.util.OptionalLong;

/**
 * One parameter of one instrument took another value.
 *
 * @param oldValue in the parameter's unit; empty is none
 * @param timeNanos journal time, UTC
 * @param sequence of the frame that changed it
 */
public record ParameterChange(
        int instrument,
        InstrumentParameter parameter,
        OptionalLong oldValue,
        OptionalLong newValue,
        long timeNanos,
        long sequence) {
    /** As history writes that there is no value. */
    public static final long NO_VALUE = Long.MIN_VALUE;
}
