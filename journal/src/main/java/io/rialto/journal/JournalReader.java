package io.rialto.journal;

import io.rialto.journal.scan.ExcerptHeader;
import io.rialto.journal.scan.Field;
import io.rialto.journal.scan.Finding;
import io.rialto.journal.scan.FrameIndex;
import io.rialto.journal.scan.HistoryWalk;
import io.rialto.journal.scan.HistoryWalk.Step;
import io.rialto.journal.scan.LaterFrames;
import io.rialto.journal.scan.QueueFiles;
import io.rialto.journal.scan.Tip;
import io.rialto.journal.writer.DurableMark;
import io.rialto.protocol.frame.FrameView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads the whole history, oldest frame first, and says how it ends. It reads files by bounded plain reads: whatever
 * they hold, it neither crashes nor hangs, and memory stays within a few megabytes.
 *
 * <p>Threading: one thread. It may read while a writer appends; then it ends at what was written when it came there.
 *
 * <p>Errors: damage is not an exception but the {@link #end}; only a directory that cannot be listed is one.
 */
public final class JournalReader implements AutoCloseable {
    private static final int WINDOW_BYTES = 1 << 20;

    private final Path directory;
    private final HistoryWalk walk;
    private final FrameIndex index = new FrameIndex();
    private final long markedSequence;
    private final long bytesTotal;
    private Path fileOfLastFrame;
    private Optional<JournalEnd> end = Optional.empty();

    private JournalReader(Path directory, HistoryWalk walk) throws IOException {
        this.directory = directory;
        this.walk = walk;
        fileOfLastFrame = directory;
        markedSequence = DurableMark.read(directory);
        bytesTotal = QueueFiles.bytes(directory);
    }

    /** From the first frame on. A directory that does not exist is an empty history. */
    public static JournalReader open(Path directory) {
        try {
            return new JournalReader(directory, HistoryWalk.fromStart(directory, WINDOW_BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException("the journal's directory cannot be read: " + directory, e);
        }
    }

    /** From a known place on: the chain before it is not checked. */
    public static JournalReader from(Path directory, FrameIndex.Place place) {
        try {
            return new JournalReader(directory, HistoryWalk.from(directory, place, WINDOW_BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException("the journal cannot be read from " + place, e);
        }
    }

    /** Moves to the next frame; false at the end, and then always. */
    public boolean next() {
        if (end.isPresent()) return false;
        Step step = walk.next();
        if (step != Step.FRAME && !hasGrown(step)) return false;
        fileOfLastFrame = walk.file();
        if (index.wants(walk.sequence()) && walk.position() == walk.excerpt() + ExcerptHeader.LENGTH) {
            index.add(walk.sequence(), walk.file(), walk.excerpt());
        }
        return true;
    }

    /** Looks behind the end; a writer may have appended while we looked. */
    private boolean hasGrown(Step step) {
        JournalEnd seen = diagnose(step);
        if (step == Step.END && !seen.isClean() && walk.next() == Step.FRAME) return true;
        end = Optional.of(seen);
        return false;
    }

    private JournalEnd diagnose(Step step) {
        Finding finding = walk.finding();
        long durable = Math.max(markedSequence, walk.durableSequence());
        try (LaterFrames later = new LaterFrames(WINDOW_BYTES)) {
            return judge(step, finding, durable, later);
        } catch (IOException e) {
            return damaged(finding.because(Field.FILE, "cannot be read to its end: " + e), durable);
        }
    }

    private JournalEnd judge(Step step, Finding finding, long durable, LaterFrames later) throws IOException {
        if (finding.file().equals(directory)) return ending(finding, durable, false);
        if (finding.isWhole()) return damaged(finding, durable);
        boolean isOnlyBegun = !finding.file().equals(fileOfLastFrame);
        long from = finding.offset() + (step == Step.END ? 0 : Integer.BYTES);
        boolean isUnfinished = step == Step.END && finding.field() == Field.EXCERPT;
        if (step == Step.END && !finding.isEndOfFile()) {
            from = later.endOfRun(finding.file(), finding.offset() + ExcerptHeader.LENGTH, finding.sequence());
        }
        Optional<LaterFrames.Found> found = later.behind(directory, finding.file(), from);
        if (found.isPresent()) {
            Field field = finding.field() == Field.NONE ? Field.EXCERPT : finding.field();
            return damaged(finding.because(field, finding.detail() + ", yet " + found.get()), durable);
        }
        boolean isWritten = step == Step.FAULT || isUnfinished || isWrittenBehind(finding, later);
        return isOnlyBegun
                ? ending(finding.atStartOfFile("a file was begun and holds no frame"), durable, true)
                : ending(finding, durable, isWritten);
    }

    private boolean isWrittenBehind(Finding finding, LaterFrames later) throws IOException {
        later.in(finding.file(), finding.offset() + ExcerptHeader.LENGTH);
        return later.lastWrittenByte() > finding.offset() + ExcerptHeader.LENGTH;
    }

    private JournalEnd ending(Finding finding, long durable, boolean isWritten) {
        if (finding.sequence() <= durable) {
            Field field = finding.field() == Field.NONE ? Field.DURABLE_MARK : finding.field();
            return damaged(
                    finding.because(field, finding.detail() + ", yet " + durable + " was promised to be durable"),
                    durable);
        }
        return end(isWritten ? JournalEnd.State.TORN_TAIL : JournalEnd.State.CLEAN, finding, durable);
    }

    private JournalEnd damaged(Finding finding, long durable) {
        return end(JournalEnd.State.DAMAGED, finding, durable);
    }

    private JournalEnd end(JournalEnd.State state, Finding finding, long durable) {
        return new JournalEnd(state, walk.tip(), durable, finding, index);
    }

    /** The frame that {@link #next} moved to. */
    public FrameView frame() {
        return walk.frame();
    }

    /** The frame's place in the chain; of none before the first. */
    public Tip tip() {
        return walk.tip();
    }

    /** The frame's file. */
    public Path file() {
        return walk.file();
    }

    /** Of the frame in its file, in bytes. */
    public long position() {
        return walk.position();
    }

    /** How history ends; only after {@link #next} was false. */
    public JournalEnd end() {
        return end.orElseThrow(() -> new IllegalStateException("the end is known only after the last frame"));
    }

    /** Bytes of all files that were passed; sparse files count in full. */
    public long bytesRead() {
        return walk.bytesRead();
    }

    /** Bytes of all files when reading began. */
    public long bytesTotal() {
        return bytesTotal;
    }

    @Override
    public void close() {
        try {
            walk.close();
        } catch (IOException e) {
            throw new UncheckedIOException("a journal file could not be closed", e);
        }
    }
}
