package io.rialto.replay.audit;

import io.rialto.journal.JournalReader;
import io.rialto.replay.Recovery;
import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;

/** Says how far long work is, once a second, from its second second on. */
final class ProgressLine implements Recovery.Progress {
    private static final long EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int LOOK_EVERY = 1 << 12;
    private static final long PERCENT = 100;

    private final PrintWriter err;
    private final String doing;
    private final long started = System.nanoTime();
    private long said = started;
    private long frames;

    ProgressLine(PrintWriter err, String doing) {
        this.err = err;
        this.doing = doing;
    }

    @Override
    public void at(long framesDone, long bytesRead, long bytesTotal) {
        long now = System.nanoTime();
        if (now - said < EVERY_NANOS) return;
        said = now;
        long perSecond = framesDone * EVERY_NANOS / (now - started);
        err.println(doing + " frames=" + framesDone + " percent=" + bytesRead * PERCENT / Math.max(1, bytesTotal)
                + " framesPerSecond=" + perSecond);
    }

    /** One more frame of a reader was seen to. */
    void step(JournalReader reader) {
        if (++frames % LOOK_EVERY == 0) at(frames, reader.bytesRead(), reader.bytesTotal());
    }
}
