package io.rialto.journal.scan;

import io.rialto.protocol.FrameHeaderDecoder;
import io.rialto.protocol.frame.FrameCheck;
import io.rialto.protocol.frame.FrameLayout;
import io.rialto.protocol.frame.FrameView;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Looks for any whole frame behind a place, wherever it may lie: what tells a torn tail from a hole in history.
 *
 * <p>Threading: one thread.
 */
public final class LaterFrames implements AutoCloseable {
    private static final int STEP = 4;
    private static final int LENGTH_AT = FrameHeaderDecoder.lengthEncodingOffset();
    private static final long WASTE_ALLOWED = 256L << 20;

    /** A whole frame that was found. */
    public record Found(Path file, long offset, long sequence, long durableSequence) {
        @Override
        public String toString() {
            return "frame " + sequence + " stands in " + file.getFileName() + " at " + offset;
        }
    }

    private final Window window;
    private final FrameCheck check = new FrameCheck();
    private final FrameView view = new FrameView();
    private long lastWrittenByte;
    private long wasted;

    /** Reads in pieces of this many bytes, larger only for one large frame. */
    public LaterFrames(int windowBytes) {
        window = new Window(windowBytes);
    }

    /** In the rest of this file and in every later one. */
    public Optional<Found> behind(Path directory, Path file, long from) throws IOException {
        Optional<Found> found = in(file, from);
        Path here = file;
        for (Path next = QueueFiles.after(here, directory);
                found.isEmpty() && !next.equals(here);
                next = QueueFiles.after(here, directory)) {
            here = next;
            found = in(here, 0);
        }
        return found;
    }

    /** In the rest of the file only; also measures how far the file was written. */
    public Optional<Found> in(Path file, long from) throws IOException {
        window.open(file);
        lastWrittenByte = from;
        long at = from + STEP - 1 & -STEP;
        for (int readable = window.ensure(at, STEP); readable >= STEP; readable = window.ensure(at, STEP)) {
            int words = readable / STEP;
            long stop = at + (long) words * STEP;
            long candidate = nextCandidate(at, stop);
            if (candidate < stop && isFrame(candidate)) {
                return Optional.of(new Found(file, candidate, view.sequence(), view.durableSequence()));
            }
            at = candidate < stop ? candidate + STEP : stop;
        }
        return Optional.empty();
    }

    /** Where a run of frames that starts here with this sequence ends; here, when none starts. */
    public long endOfRun(Path file, long from, long sequence) throws IOException {
        window.open(file);
        long at = from;
        for (long expected = sequence; isFrame(at) && view.sequence() == expected; expected++) at += view.length();
        return at;
    }

    private long nextCandidate(long from, long stop) {
        var buffer = window.buffer();
        int end = window.at(stop);
        for (int i = window.at(from); i < end; i += STEP) {
            int word = buffer.getInt(i);
            if (word != 0) {
                lastWrittenByte = from + (i - window.at(from)) + STEP;
                if (word == FrameLayout.MAGIC) return lastWrittenByte - STEP;
            }
        }
        return stop;
    }

    private boolean isFrame(long at) throws IOException {
        if (window.ensure(at, FrameLayout.HEADER_LENGTH) < FrameLayout.HEADER_LENGTH) return false;
        int length = window.buffer().getInt(window.at(at) + LENGTH_AT);
        if (length <= FrameLayout.HEADER_LENGTH || length > FrameLayout.MAX_LENGTH || (length & 7) != 0) return false;
        int readable = window.ensure(at, length);
        if (!isIntact(check.check(window.buffer(), window.at(at), readable))) {
            wasted += length;
            if (wasted > WASTE_ALLOWED) throw new IOException("too many places that look like frames and are none");
            return false;
        }
        view.wrap(window.buffer(), window.at(at));
        return true;
    }

    /** The bytes are as their writer left them, whatever this version thinks of their meaning. */
    static boolean isIntact(FrameCheck.Fault fault) {
        return fault == FrameCheck.Fault.NONE || fault == FrameCheck.Fault.FORMAT || fault == FrameCheck.Fault.PARTS;
    }

    /** End of the last byte of the last searched file that is not zero; where the search started when all are. */
    public long lastWrittenByte() {
        return lastWrittenByte;
    }

    @Override
    public void close() throws IOException {
        window.close();
    }
}
