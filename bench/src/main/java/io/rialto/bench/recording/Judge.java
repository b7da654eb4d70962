package io.rialto.bench.recording;

import java.util.List;

/** Compares what a venue did with what the recording says. Called in order, by one thread at a time. */
public interface Judge {
    /**
     * One instruction was answered.
     *
     * @param fault what the venue did not do as asked, in words; empty when it did
     */
    void answered(Instruction instruction, List<RecordedFill> fills, String fault);

    /** @param actual valid during the call only */
    void book(long row, BookLevels expected, BookLevels actual);
}
