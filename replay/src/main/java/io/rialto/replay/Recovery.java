package io.rialto.replay;

import io.rialto.engine.Core;
import io.rialto.journal.FrameHandler;
import io.rialto.journal.JournalReader;
import io.rialto.journal.scan.Tip;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Brings a fresh core to where history ends: reads every frame, re-runs its command and compares what it causes.
 *
 * <p>Usage: {@code Recovery.of(directory, core).onFrame(feeds::onFrame).run()}, once. Frames are handed on after they
 * were compared; the window they come in is valid during the call only.
 *
 * <p>Threading: runs on the caller's thread, which is the core's until it returns.
 *
 * <p>Errors: {@link HistoryMismatch} when the core disagrees with history; {@link OtherHistory} when it comes from another. Damage is no exception: it is the
 * {@linkplain Recovered#end end} that was found, with file, offset, sequence and field, and a journal refuses to be
 * opened behind it.
 */
public final class Recovery {
    /** Told now and then how far it is, about as often as a person can read. */
    @FunctionalInterface
    public interface Progress {
        void at(long frames, long bytesRead, long bytesTotal);
    }

    private static final int LOOK_AT_THE_CLOCK_EVERY = 1 << 12;
    private static final long TELL_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final Path directory;
    private final Core core;
    private Tip known = Tip.NONE;
    private FrameHandler handler = frame -> {};
    private Progress progress = (frames, read, total) -> {};

    private Recovery(Path directory, Core core) {
        this.directory = directory;
        this.core = core;
    }

    /** @param directory the journal's own, not the venue's home */
    public static Recovery of(Path directory, Core core) {
        return new Recovery(directory, core);
    }

    /** The core stands behind this frame already: those up to it are checked and handed on, and not run again. */
    public Recovery after(Tip frame) {
        known = frame;
        return this;
    }

    public Recovery onFrame(FrameHandler each) {
        handler = each;
        return this;
    }

    public Recovery onProgress(Progress told) {
        progress = told;
        return this;
    }

    public Recovered run() {
        long started = System.nanoTime();
        long told = started;
        long frames = 0;
        Rerun rerun = new Rerun(core);
        try (JournalReader reader = JournalReader.open(directory)) {
            while (reader.next()) {
                if (isNew(reader.tip())) rerun.frame(reader);
                handler.onFrame(reader.frame().rewind());
                if (++frames % LOOK_AT_THE_CLOCK_EVERY == 0 && System.nanoTime() - told > TELL_EVERY_NANOS) {
                    told = System.nanoTime();
                    progress.at(frames, reader.bytesRead(), reader.bytesTotal());
                }
            }
            if (reader.tip().sequence() < known.sequence()) throw other(reader.tip());
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
            long rerunFrames = frames - known.sequence();
            return new Recovered(reader.end(), frames, rerunFrames, core.stateHash(), reader.bytesRead(), millis);
        }
    }

    private boolean isNew(Tip frame) {
        if (frame.sequence() == known.sequence() && frame.hash() != known.hash()) throw other(frame);
        return frame.sequence() > known.sequence();
    }

    private OtherHistory other(Tip found) {
        return new OtherHistory("the core stands behind sequence=" + known.sequence() + " hash="
                + Long.toHexString(known.hash()) + ", history has sequence=" + found.sequence() + " hash="
                + Long.toHexString(found.hash()));
    }
}
