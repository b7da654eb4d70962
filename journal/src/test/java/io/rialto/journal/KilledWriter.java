package io.rialto.journal;

import java.nio.file.Path;

/** A process that appends without end and says each sequence that was promised to it. */
public final class KilledWriter {
    private KilledWriter() {}

    public static void main(String[] arguments) {
        JournalOptions options = JournalOptions.in(Path.of(arguments[0]))
                .durability(Durability.valueOf(arguments[1]))
                .excerptBytes(8 << 10);
        History history = new History();
        try (Journal journal = History.open(options)) {
            for (long sequence = journal.appendedSequence() + 1; ; sequence++) {
                journal.append(history.frame(sequence, History.events(sequence)));
                if (sequence % 11 != 0) continue;
                journal.commit();
                System.out.println(journal.promisedSequence());
            }
        }
    }
}
