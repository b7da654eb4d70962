package io.rialto.feeds.contracts;

/**
 * One funding of a perpetual.
 *
 * @param rate in parts per 10^7 of positions' value at mark: above zero longs paid, below zero shorts
 * @param plannedNanos for when the schedule had it, UTC
 * @param doneNanos when it was done, UTC
 * @param paidMinor in the settlement asset; what it is more than was received stayed with the insurance fund
 */
public record Funding(
        int instrument,
        int rate,
        long markTicks,
        long plannedNanos,
        long doneNanos,
        long paidMinor,
        long receivedMinor,
        long sequence) {}
