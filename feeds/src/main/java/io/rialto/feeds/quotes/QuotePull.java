package io.rialto.feeds.quotes;

/**
 * That a limit was reached, and what was executed within its window by then.
 *
 * @param instrument whose limit it was; 0 for the group's own
 * @param weightedDelta lots bought less lots sold, each times its instrument's weight in basis points; 0 when the limit
 *     that was reached knows no delta
 * @param sequence of the frame that pulled
 */
public record QuotePull(int instrument, long lots, long valueMinor, int fills, long weightedDelta, long sequence) {}
