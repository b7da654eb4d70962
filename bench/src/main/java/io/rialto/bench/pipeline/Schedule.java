package io.rialto.bench.pipeline;

/**
 * When each command is meant to be sent: evenly at a rate, or all at once.
 *
 * <p>Lateness is counted from here and not from the moment of sending, so a line that stalls pays for everybody who
 * would have come meanwhile.
 */
final class Schedule {
    private final long startNanos;
    private final double nanosBetween;

    /** @param rate commands a second; 0 for as fast as the line takes them */
    Schedule(long startNanos, long rate) {
        this.startNanos = startNanos;
        this.nanosBetween = rate == 0 ? 0 : 1e9 / rate;
    }

    long intendedNanos(long index) {
        return startNanos + (long) (index * nanosBetween);
    }

    /** Until it is time; the processor is offered to others meanwhile. */
    void awaitTurn(long index) {
        long intended = intendedNanos(index);
        while (System.nanoTime() < intended) Thread.yield();
    }
}
