package io.rialto.gateway;

import io.rialto.engine.ring.Stage;
import io.rialto.gateway.measures.Measure;
import io.rialto.gateway.measures.Measures;
import io.rialto.journal.Journal;
import io.rialto.protocol.frame.Frame;

/** The journal's place in the line: every frame is sealed and staged, every batch kept as promised. */
final class JournalStage implements Stage {
    private final Journal journal;
    private final Measures measures;
    private long batchFrames;
    private long batchBytes;

    JournalStage(Journal journal, Measures measures) {
        this.journal = journal;
        this.measures = measures;
    }

    @Override
    public void onFrame(Frame frame) {
        journal.append(frame);
        batchFrames++;
        batchBytes += frame.length();
    }

    @Override
    public void onBatchEnd() {
        long begunNanos = System.nanoTime();
        journal.commit();
        measures.record(Measure.JOURNAL_COMMIT_LATENCY, System.nanoTime() - begunNanos);
        if (batchFrames == 0) return;
        measures.record(Measure.JOURNAL_BATCH_FRAMES, batchFrames);
        measures.record(Measure.JOURNAL_BATCH_BYTES, batchBytes);
        batchFrames = 0;
        batchBytes = 0;
    }

    /** Who follows the journal comes behind who waits for an answer. */
    @Override
    public void onAnswered() {
        journal.wakeTails();
    }
}
