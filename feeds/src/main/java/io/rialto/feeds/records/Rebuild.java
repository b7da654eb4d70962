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

    private static final int ROWS_AT_ONCE = 50_000;
    private static final int FRAMES_AT_ONCE = 4_096;
    private static final long TELL_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private Rebuild() {}

    /**
     * @param journal the journal's own directory
     * @param store empty
     * @param upTo the last frame of which rows are made; {@link Long#MAX_VALUE} for all
     */
    public static Checksum.Sum of(Path journal, RecordStore store, long upTo, Progress progress) {
        if (store.migrate().sequence() != 0) {
            throw new IllegalStateException("the read model must be empty: it is at sequence=" + store.sequence());
        }
        Projection projection = new Projection();
        try (JournalReader reader = JournalReader.open(journal)) {
            Batch batch = new Batch(0);
            long told = System.nanoTime();
            while (batch.sequence < upTo && reader.next()) {
                projection.read(reader.frame(), batch);
                boolean isEnough =
                        batch.rows() >= ROWS_AT_ONCE || batch.sequence - batch.afterSequence >= FRAMES_AT_ONCE;
                if (!isEnough) continue;
                batch = written(projection, batch, store);
                if (System.nanoTime() - told < TELL_EVERY_NANOS) continue;
                told = System.nanoTime();
                progress.at(batch.sequence, reader.bytesRead(), reader.bytesTotal());
            }
            if (batch.sequence < upTo) checkIsWhole(reader.end());
            if (!batch.isEmpty()) batch = written(projection, batch, store);
            progress.at(batch.sequence, reader.bytesRead(), reader.bytesTotal());
        }
        return Checksum.of(store);
    }

    private static Batch written(Projection projection, Batch batch, RecordStore store) {
        projection.endBatch(batch);
        store.write(batch);
        return new Batch(batch.sequence);
    }

    private static void checkIsWhole(JournalEnd end) {
        if (end.isDamaged()) {
            throw new IllegalStateException("the journal is damaged: " + end.describe());
        }
    }
}
