package io.rialto.gateway;

import io.rialto.engine.ring.Stage;
import io.rialto.journal.Journal;
import io.rialto.protocol.frame.Frame;

/** The journal's place in the line: every frame is sealed and staged, every batch kept as promised. */
final class JournalStage implements Stage {
    private final Journal journal;

    JournalStage(Journal journal) {
        this.journal = journal;
    }

    @Override
    public void onFrame(Frame frame) {
        journal.append(frame);
    }

    @Override
    public void onBatchEnd() {
        journal.commit();
    }
}
