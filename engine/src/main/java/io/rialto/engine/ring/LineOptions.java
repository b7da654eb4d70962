package io.rialto.engine.ring;

import org.agrona.concurrent.EpochNanoClock;
import org.agrona.concurrent.OffsetEpochNanoClock;

/**
 * How a line is set up; none of it changes what is decided.
 *
 * @param ringSize places in line, a power of two
 * @param reservedForCancels places that only {@link Lane#CANCEL} may take
 * @param profile how threads wait
 * @param clock stamps a command once, when it is offered; nanoseconds UTC
 */
public record LineOptions(int ringSize, int reservedForCancels, Profile profile, EpochNanoClock clock) {
    private static final int DEFAULT_RING = 4096;

    public LineOptions {
        if (Integer.bitCount(ringSize) != 1) {
            throw new IllegalArgumentException("ringSize must be a power of two: was " + ringSize);
        }
        if (reservedForCancels < 0 || reservedForCancels >= ringSize) {
            throw new IllegalArgumentException(
                    "reservedForCancels must be 0.." + (ringSize - 1) + ": was " + reservedForCancels);
        }
    }

    public static LineOptions of(Profile profile) {
        return new LineOptions(DEFAULT_RING, DEFAULT_RING / 8, profile, new OffsetEpochNanoClock());
    }

    public LineOptions withRingSize(int places) {
        return new LineOptions(places, places / 8, profile, clock);
    }

    public LineOptions withClock(EpochNanoClock other) {
        return new LineOptions(ringSize, reservedForCancels, profile, other);
    }
}
