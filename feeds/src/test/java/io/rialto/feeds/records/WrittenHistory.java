package io.rialto.feeds.records;

import io.rialto.engine.simulation.DecidedFlow;
import io.rialto.feeds.Feeds;
import io.rialto.feeds.FeedsOptions;
import io.rialto.journal.Durability;
import io.rialto.journal.Journal;
import io.rialto.journal.JournalOptions;
import io.rialto.journal.JournalReader;
import io.rialto.protocol.frame.FrameView;
import java.nio.file.Path;

/** A seed's flow written into a real journal, and feeds that know all of it. */
final class WrittenHistory implements AutoCloseable {
    private static final int COMMIT_EVERY = 7;

    final Path directory;
    final Journal journal;
    final Feeds feeds = new Feeds(FeedsOptions.defaults());
    private final FrameView view = new FrameView();

    WrittenHistory(Path directory) {
        this.directory = directory;
        try (JournalReader reader = JournalReader.open(directory)) {
            while (reader.next()) continue;
            journal = Journal.open(JournalOptions.in(directory).durability(Durability.JOURNALED), reader.end());
        }
    }

    /** Writes all of it; in the middle something else is done. */
    void write(long seed, int commands, Runnable inTheMiddle) {
        DecidedFlow.play(seed, commands, (core, frame) -> {
            journal.append(frame);
            feeds.onFrame(view.wrap(frame.buffer(), 0));
            if (core.sequence() % COMMIT_EVERY == 0) journal.commit();
            if (core.sequence() == commands / 2) {
                journal.commit();
                inTheMiddle.run();
            }
        });
        journal.commit();
    }

    long sequence() {
        return journal.promisedSequence();
    }

    @Override
    public void close() {
        feeds.close();
        journal.close();
    }
}
