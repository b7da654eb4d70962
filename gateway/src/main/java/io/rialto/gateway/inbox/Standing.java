package io.rialto.gateway.inbox;

/** How far the journal has been told to readers. Thread-safe. */
public interface Standing {
    /** Sequence of the newest frame of which all has been told. */
    long sequence();

    /**
     * Waits until all has been told that was acknowledged before.
     *
     * @param minSequence what must have been told; 0 for nothing in particular
     * @throws io.rialto.gateway.problem.Problem when that has not been told in time
     */
    void await(long minSequence);
}
