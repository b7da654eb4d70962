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

    JournalStage(Journal journal, Measures measures) {
        this.journal = journal;
        this.measures = measures;
    }

    @Override
    public void onFrame(Frame frame) {
        journal.append(frame);
    }

    @Override
    public void onBatchEnd() {
        long begunNanos = System.nanoTime();
        journal.commit();
        measures.record(Measure.JOURNAL_COMMIT_LATENCY, System.nanoTime() - begunNanos);
    }
}
