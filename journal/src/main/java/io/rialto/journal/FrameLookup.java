package io.rialto.journal;

import io.rialto.journal.scan.FrameIndex;
import io.rialto.journal.scan.HistoryWalk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Finds a frame by its sequence, reading about a thousand frames at the most.
 *
 * <p>Threading: any thread. Errors: a kept frame that cannot be read is an IllegalStateException that names the place.
 */
public final class FrameLookup {
    private static final int WINDOW_BYTES = 64 << 10;

    private final Path directory;
    private final FrameIndex index;
    private final LongSupplier promisedSequence;

    FrameLookup(Path directory, FrameIndex index, LongSupplier promisedSequence) {
        this.directory = directory;
        this.index = index;
        this.promisedSequence = promisedSequence;
    }

    /**
     * Shows one frame.
     *
     * @return whether history has it
     */
    public boolean find(long sequence, FrameHandler handler) {
        if (sequence < 1 || sequence > promisedSequence.getAsLong()) return false;
        Optional<FrameIndex.Place> place = index.before(sequence);
        try (HistoryWalk walk = place.isPresent()
                ? HistoryWalk.from(directory, place.get(), WINDOW_BYTES)
                : HistoryWalk.fromStart(directory, WINDOW_BYTES)) {
            while (walk.sequence() < sequence) {
                if (walk.next() != HistoryWalk.Step.FRAME) {
                    throw new IllegalStateException("a kept frame cannot be read: " + walk.finding());
                }
            }
            handler.onFrame(walk.frame());
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("the journal cannot be read for sequence " + sequence, e);
        }
    }
}
