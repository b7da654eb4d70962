package io.rialto.journal.scan;

import io.rialto.protocol.FrameHeaderDecoder;
import io.rialto.protocol.frame.FrameCheck;
import io.rialto.protocol.frame.FrameLayout;
import io.rialto.protocol.frame.FrameView;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Walks frame by frame through the queue files, oldest first, checking each and its link to the one before.
 *
 * <p>It may be asked again after END: what a writer has appended since is then found. Threading: one thread.
 */
public final class HistoryWalk implements AutoCloseable {
    /** What a step came to. */
    public enum Step {
        FRAME,
        /** Nothing more is written; {@link #finding} says where, and whether something unfinished stands there. */
        END,
        /** History is not good at {@link #finding}. */
        FAULT
    }

    private static final int LENGTH_AT = FrameHeaderDecoder.lengthEncodingOffset();

    private final Path directory;
    private final Window window;
    private final Chain chain;
    private final FrameCheck check = new FrameCheck();
    private final FrameView frame = new FrameView();
    private Path file;
    private long bytesBefore;
    private long excerpt;
    private long excerptEnd;
    private long next;
    private long framePosition;
    private boolean isInExcerpt;
    private Optional<Finding> endOfFileBefore = Optional.empty();
    private Finding finding;

    private HistoryWalk(Path directory, int windowBytes, Tip tip, boolean isLinked) {
        this.directory = directory;
        window = new Window(windowBytes);
        chain = new Chain(tip, isLinked);
        file = directory;
        finding = nothing("");
    }

    /** From the first frame on. */
    public static HistoryWalk fromStart(Path directory, int windowBytes) {
        return new HistoryWalk(directory, windowBytes, Tip.NONE, true);
    }

    /** From an excerpt on; the frame before its first one is not known and its hash not compared. */
    public static HistoryWalk from(Path directory, FrameIndex.Place place, int windowBytes) throws IOException {
        Tip unknown = new Tip(place.sequence() - 1, 0, 0, 0);
        HistoryWalk walk = new HistoryWalk(directory, windowBytes, unknown, false);
        walk.window.open(place.file());
        walk.file = place.file();
        walk.next = place.offset();
        return walk;
    }

    /** The next frame, or why there is none. A fault is looked at twice: the file may have changed meanwhile. */
    public Step next() {
        Step step = tryNext();
        if (step == Step.FAULT) {
            window.forget();
            step = tryNext();
        }
        return step;
    }

    private Step tryNext() {
        try {
            if (isInExcerpt && next < excerptEnd) return frameAt(next);
            if (file.equals(directory) && !openNextFile()) return end(nothing("no file"));
            return excerptStep();
        } catch (IOException e) {
            return fault(Field.FILE, "cannot be read: " + e, true);
        }
    }

    private Step excerptStep() throws IOException {
        isInExcerpt = false;
        while (true) {
            int word = currentWord();
            if (word == 0 || word == ExcerptHeader.END_OF_FILE || ExcerptHeader.isUnfinished(word)) {
                Finding here = nothingAfter(word);
                if (!openNextFile()) return end(here);
                endOfFileBefore = Optional.of(here);
                continue;
            }
            if (!ExcerptHeader.isPlausible(word)) return fault(Field.EXCERPT, hex(word), false);
            boolean isOwn = ExcerptHeader.isOwn(word);
            if (next == 0 && !isOwn)
                return fault(Field.FILE, "does not start with a queue header: " + hex(word), false);
            boolean holdsFrames = window.word(next + ExcerptHeader.LENGTH) == FrameLayout.MAGIC;
            if (isOwn && holdsFrames)
                return fault(Field.EXCERPT, "frames marked as the queue's own: " + hex(word), false);
            excerpt = next;
            excerptEnd = next + ExcerptHeader.LENGTH + ExcerptHeader.length(word);
            if (isOwn) {
                if (excerptEnd > window.reach(excerptEnd))
                    return fault(Field.EXCERPT, "reaches beyond the file: " + hex(word), false);
                next = ExcerptHeader.after(next, word);
                continue;
            }
            isInExcerpt = true;
            return frameAt(excerpt + ExcerptHeader.LENGTH);
        }
    }

    /** A header that says "nothing yet" is read again before it is believed. */
    private int currentWord() throws IOException {
        excerpt = next;
        int word = window.word(next);
        if (word != 0 && !ExcerptHeader.isUnfinished(word)) return word;
        window.forget();
        return window.word(next);
    }

    private Step frameAt(long position) throws IOException {
        next = position;
        long available = window.reach(excerptEnd) - position;
        int wanted = (int) Math.min(available, FrameLayout.HEADER_LENGTH);
        int readable = wanted > 0 ? window.ensure(position, wanted) : 0;
        if (readable >= FrameLayout.HEADER_LENGTH) {
            int length = window.buffer().getInt(window.at(position) + LENGTH_AT);
            int plausible = Math.max(FrameLayout.HEADER_LENGTH, Math.min(length, FrameLayout.MAX_LENGTH));
            readable = window.ensure(position, (int) Math.min(available, plausible));
        }
        FrameCheck.Fault fault = check.check(window.buffer(), window.at(position), (int) Math.min(available, readable));
        if (fault != FrameCheck.Fault.NONE) {
            return fault(Field.valueOf(fault.name()), describe(fault, position), LaterFrames.isIntact(fault));
        }
        frame.wrap(window.buffer(), window.at(position));
        Field broken = chain.check(frame);
        if (broken != Field.NONE) return brokenChain(broken);
        chain.accept(frame);
        framePosition = position;
        next = position + frame.length();
        if (next == excerptEnd) {
            next = next + 3 & ~3L;
            isInExcerpt = false;
        }
        endOfFileBefore = Optional.empty();
        return Step.FRAME;
    }

    private String describe(FrameCheck.Fault fault, long position) throws IOException {
        return switch (fault) {
            case MAGIC -> "no frame starts here: " + hex(window.word(position));
            case FORMAT -> "a newer format than " + FrameLayout.FORMAT + ", which this release reads";
            case LENGTH -> "the frame is not whole";
            case CRC -> "the bytes are not what was written";
            default -> "the parts do not fill the frame";
        };
    }

    /** A frame is missing before this one: in the file before, when this one is the first of its file. */
    private Step brokenChain(Field field) {
        String detail = chain.describe(field, frame);
        if (field == Field.SEQUENCE && endOfFileBefore.isPresent()) {
            String where = detail + " in " + file.getFileName() + " at " + next;
            finding = endOfFileBefore.get().because(field, where);
            finding = new Finding(
                    finding.file(), finding.excerptOffset(), finding.offset(), finding.sequence(), field, where, true);
            return Step.FAULT;
        }
        return fault(field, detail, true);
    }

    private boolean openNextFile() throws IOException {
        Path newer;
        if (file.equals(directory)) {
            List<Path> files = QueueFiles.in(directory);
            newer = files.isEmpty() ? directory : files.get(0);
        } else {
            newer = QueueFiles.after(file, directory);
            if (!newer.equals(file)) {
                int word = currentWord();
                if (word != 0 && word != ExcerptHeader.END_OF_FILE && !ExcerptHeader.isUnfinished(word)) return true;
            }
        }
        if (newer.equals(file)) return false;
        bytesBefore += file.equals(directory) ? 0 : window.fileBytes();
        window.open(newer);
        file = newer;
        next = 0;
        excerpt = 0;
        return true;
    }

    private Step end(Finding here) {
        finding = here;
        return Step.END;
    }

    private Finding nothingAfter(int word) {
        if (word == ExcerptHeader.END_OF_FILE) return nothing(Finding.ENDED);
        Finding here = nothing("nothing is written");
        return word == 0 ? here : here.because(Field.EXCERPT, "unfinished: " + hex(word));
    }

    private Finding nothing(String detail) {
        return new Finding(file, next, next, chain.sequence() + 1, Field.NONE, detail, false);
    }

    private Step fault(Field field, String detail, boolean isWhole) {
        finding = new Finding(file, excerpt, next, chain.sequence() + 1, field, detail, isWhole);
        return Step.FAULT;
    }

    private static String hex(int word) {
        return "0x" + Integer.toHexString(word);
    }

    public FrameView frame() {
        return frame;
    }

    public Path file() {
        return file;
    }

    /** Of the frame, in its file. */
    public long position() {
        return framePosition;
    }

    /** Of all files up to here. */
    public long bytesRead() {
        return bytesBefore + next;
    }

    /** Of the excerpt around the frame. */
    public long excerpt() {
        return excerpt;
    }

    public Tip tip() {
        return chain.tip();
    }

    public long sequence() {
        return chain.sequence();
    }

    public long durableSequence() {
        return chain.durableSequence();
    }

    public Finding finding() {
        return finding;
    }

    @Override
    public void close() throws IOException {
        window.close();
    }
}
