package io.rialto.feeds.exposure;

/**
 * An account's position in one instrument.
 *
 * @param baseMinor bought less sold, in the base asset's smallest unit: it stays the same when lots become others
 * @param changedSequence of the frame that changed it last
 */
public record Exposure(int instrument, long baseMinor, long changedSequence) {}
