package io.rialto.gateway.snapshots;

/**
 * A snapshot that is there.
 *
 * @param sequence of the frame behind which the core stood
 * @param timeNanos of that frame, UTC
 * @param frameHash of that frame, which the next one names
 * @param stateHash of the core
 * @param bytes of the file
 */
public record Taken(long sequence, long timeNanos, long frameHash, long stateHash, long bytes) {}
