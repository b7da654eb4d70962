package io.rialto.journal;

import io.rialto.journal.scan.FrameIndex;
import io.rialto.journal.scan.HistoryWalk;
import io.rialto.journal.waking.Sleepers;
import io.rialto.protocol.frame.FrameView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Follows the journal frame by frame, each whole, verified and linked to the one before.
 *
 * <p>It never shows a frame before the journal's {@link Durability} is true of it: with DURABLE a frame that a power cut
 * could still take away is not shown to anybody. Asking while nothing is new costs a volatile read.
 *
 * <p>Threading: one thread, its own.
 *
 * <p>Errors: a frame that was promised and cannot be read as it was written is an IllegalStateException that names the
 * place; a tail never ends in silence and never leaves a frame out.
 */
public final class JournalTail implements AutoCloseable {
    private static final int WINDOW_BYTES = 256 << 10;

    private final LongSupplier promisedSequence;
    private final Sleepers sleepers;
    private final Sleepers.Sleeper sleeper;
    private final HistoryWalk walk;
    private long position;

    JournalTail(
            Path directory, FrameIndex index, LongSupplier promisedSequence, Sleepers sleepers, long afterSequence) {
        if (afterSequence < 0 || afterSequence > promisedSequence.getAsLong()) {
            throw new IllegalArgumentException(
                    "afterSequence must be 0.." + promisedSequence.getAsLong() + ": was " + afterSequence);
        }
        this.promisedSequence = promisedSequence;
        position = afterSequence;
        walk = walkTo(directory, index, afterSequence);
        this.sleepers = sleepers;
        sleeper = sleepers.join();
    }

    private static HistoryWalk walkTo(Path directory, FrameIndex index, long sequence) {
        Optional<FrameIndex.Place> place = index.before(sequence);
        if (place.isEmpty()) return HistoryWalk.fromStart(directory, WINDOW_BYTES);
        try {
            return HistoryWalk.from(directory, place.get(), WINDOW_BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException("the journal cannot be read from " + place.get(), e);
        }
    }

    /**
     * Hands over what is new, at most so many frames.
     *
     * @return how many were handed over
     */
    public int poll(FrameHandler handler, int limit) {
        long last = promisedSequence.getAsLong();
        int handed = 0;
        while (position < last && handed < limit) {
            FrameView frame = nextFrame();
            if (frame.sequence() <= position) continue;
            position = frame.sequence();
            handler.onFrame(frame);
            handed++;
        }
        return handed;
    }

    private FrameView nextFrame() {
        if (walk.next() != HistoryWalk.Step.FRAME) {
            throw new IllegalStateException("a promised frame cannot be read: " + walk.finding());
        }
        return walk.frame();
    }

    /**
     * Sleeps until something is new, so long at most, or until somebody unparks the thread.
     *
     * @return whether {@link Journal#wakeTails} woke it: without that it sees what is new when the time is over
     */
    public boolean sleep(long nanos) {
        return sleeper.sleep(this::isBehind, nanos);
    }

    private boolean isBehind() {
        return lagFrames() > 0;
    }

    /** Sequence of the last frame handed over. */
    public long position() {
        return position;
    }

    /** How many promised frames are still to come. */
    public long lagFrames() {
        return promisedSequence.getAsLong() - position;
    }

    @Override
    public void close() {
        sleepers.leave(sleeper);
        try {
            walk.close();
        } catch (IOException e) {
            throw new UncheckedIOException("a journal file could not be closed", e);
        }
    }
}
