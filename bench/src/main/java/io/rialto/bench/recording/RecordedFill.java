package io.rialto.bench.recording;

/**
 * A fill that a recording says must happen: which resting order, at what price, how much.
 *
 * @param order the recording's own number of the resting order
 * @param price in the recording's price units
 */
public record RecordedFill(long order, long price, long quantity) {}
