package io.rialto.journal.space;

/**
 * How much room history must keep.
 *
 * @param lowBytes below this only cancels are let in
 * @param criticalBytes below this nothing is let in; more than the line can hold in flight
 * @param aheadBytes how far blocks are allocated ahead of the writer
 */
public record SpaceMarks(long lowBytes, long criticalBytes, long aheadBytes) {
    public SpaceMarks {
        if (criticalBytes < 0 || lowBytes < criticalBytes) {
            throw new IllegalArgumentException("lowBytes must be at least criticalBytes and that at least 0: lowBytes="
                    + lowBytes + " criticalBytes=" + criticalBytes);
        }
        if (aheadBytes < 0) throw new IllegalArgumentException("aheadBytes must be at least 0: was " + aheadBytes);
    }
}
