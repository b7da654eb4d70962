package io.rialto.feeds.records;

import io.rialto.journal.JournalEnd;
import io.rialto.journal.JournalReader;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Makes a read model from a journal, from the first frame to the last, in the caller's thread.
 *
 * <p>Errors: {@link IllegalStateException} when the database is not empty, or the journal damaged.
 */
public final class Rebuild {
    /** Told now and then how far it is, about as often as a person can read. */
    @FunctionalInterface
    public interface Progress {
        void at(long frames, long bytesRead, long bytesTotal);
    }

    private static final long TELL_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private Rebuild() {}

    /**
     * @param journal the journal's own directory
     * @param store empty
     * @param upTo the last frame of which rows are made; {@link Long#MAX_VALUE} for all
     */
    public static Checksum.Sum of(Path journal, RecordStore store, long upTo, Progress progress) {
        try (JournalReader reader = JournalReader.open(journal)) {
            long last = write(reader, store, upTo, progress);
            progress.at(last, reader.bytesRead(), reader.bytesTotal());
        }
        return Checksum.of(store);
    }

    private static long write(JournalReader reader, RecordStore store, long upTo, Progress progress) {
        try (FrameWriter writer = new FrameWriter(store)) {
            long told = System.nanoTime();
            while (writer.sequence() < upTo && reader.next()) {
                if (!writer.write(reader.frame()) || System.nanoTime() - told < TELL_EVERY_NANOS) continue;
                told = System.nanoTime();
                progress.at(writer.sequence(), reader.bytesRead(), reader.bytesTotal());
            }
            if (writer.sequence() < upTo) checkIsWhole(reader.end());
            return writer.sequence();
        }
    }

    private static void checkIsWhole(JournalEnd end) {
        if (end.isDamaged()) {
            throw new IllegalStateException("the journal is damaged: " + end.describe());
        }
    }
}
