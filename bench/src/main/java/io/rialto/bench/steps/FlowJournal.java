package io.rialto.bench.steps;

import io.rialto.bench.flow.FlowAnswer;
import io.rialto.bench.flow.FlowShape;
import io.rialto.bench.flow.OrderFlow;
import io.rialto.bench.flow.VenueFlow;
import io.rialto.bench.flow.VenueSetup;
import io.rialto.engine.Core;
import io.rialto.engine.CoreOptions;
import io.rialto.journal.Durability;
import io.rialto.journal.Journal;
import io.rialto.journal.JournalOptions;
import io.rialto.journal.JournalReader;
import io.rialto.protocol.frame.Frame;
import java.nio.file.Path;

/** A journal full of trading: a seeded flow decided by a core, each frame appended as a venue would. One thread. */
final class FlowJournal {
    static final int SYMBOLS = 4;

    private static final int LIVE = 2_000;
    private static final int SEED = 4;
    private static final int FRAME_BYTES = 1 << 12;
    private static final int ACCOUNTS = 1 << 10;
    private static final int BATCH = 256;
    private static final long FIRST_NANOS = 1_700_000_000_000_000_000L;
    private static final long NANOS_BETWEEN = 1_000_000;

    private final Core core = new Core(new CoreOptions(SYMBOLS * LIVE * 2, ACCOUNTS));
    private final Frame frame = new Frame(FRAME_BYTES);
    private final Journal journal;
    private long frames;

    private FlowJournal(Journal journal) {
        this.journal = journal;
    }

    /** Fills an empty directory; answers how many frames there are: the commands, and what comes before them. */
    static long write(Path directory, int commands) {
        try (Journal journal = open(directory)) {
            FlowJournal filled = new FlowJournal(journal);
            filled.run(new FlowShape("steps", SYMBOLS, LIVE, SEED, commands, new FlowAnswer(0, 0, 0)));
            journal.commit();
            return filled.frames;
        }
    }

    private static Journal open(Path directory) {
        try (JournalReader reader = JournalReader.open(directory)) {
            if (reader.next()) throw new IllegalArgumentException("there is a journal already: directory=" + directory);
            return Journal.open(JournalOptions.in(directory).durability(Durability.JOURNALED), reader.end());
        }
    }

    private void run(FlowShape shape) {
        new VenueSetup(shape, command -> {
                    command.accept(frame.clear());
                    decide();
                })
                .run();
        OrderFlow flow = OrderFlow.of(shape);
        VenueFlow venue = new VenueFlow(flow);
        for (int i = 0; i < flow.size(); i++) {
            venue.write(i, frame.clear());
            decide();
            venue.heard(i, frame);
        }
    }

    private void decide() {
        frame.stampTime(FIRST_NANOS + frames * NANOS_BETWEEN);
        core.decide(frame);
        journal.append(frame);
        if (++frames % BATCH == 0) journal.commit();
    }
}
