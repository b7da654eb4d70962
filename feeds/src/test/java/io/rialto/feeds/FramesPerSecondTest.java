package io.rialto.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.protocol.frame.Frame;
import io.rialto.protocol.frame.FrameView;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;
import org.agrona.ExpandableDirectByteBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How quickly history goes through all feeds: a figure, not a rule. Run by name: it is tagged "long". */
@Tag("long")
class FramesPerSecondTest {
    private static final int FRAMES = 400_000;
    private static final int REPETITIONS = 8;

    private final ExpandableDirectByteBuffer frames = new ExpandableDirectByteBuffer(1 << 28);
    private int length;
    private int count;

    @Test
    void measure() {
        History history = new History(FeedsOptions.defaults()).into(this::keep).lists();
        RandomVenue venue = new RandomVenue(history, 4);
        while (count < FRAMES) venue.step();
        System.out.printf(
                "frames %,d bytes %,d trades %,d orders %,d%n", count, length, venue.deals.size(), venue.all.size());
        UnsafeBuffer kept = new UnsafeBuffer(frames, 0, length);
        for (int i = 0; i < REPETITIONS; i++) replay(kept);
    }

    private void keep(Frame frame) {
        frames.putBytes(length, frame.buffer(), 0, frame.length());
        length += frame.length();
        count++;
    }

    /** On a shared machine the thread's own time says more than the clock. */
    private void replay(UnsafeBuffer kept) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        FrameView view = new FrameView();
        long start = System.nanoTime();
        long startOfThread = threads.getCurrentThreadCpuTime();
        try (Feeds feeds = new Feeds(FeedsOptions.defaults())) {
            for (int at = 0; at < length; at += view.length()) feeds.onFrame(view.wrap(kept, at));
            assertThat(feeds.position()).isEqualTo(count);
        }
        System.out.printf(
                "%,d frames/s by the clock, %,d frames/s of the thread's own time%n",
                perSecond(System.nanoTime() - start), perSecond(threads.getCurrentThreadCpuTime() - startOfThread));
    }

    private long perSecond(long nanos) {
        return count * TimeUnit.SECONDS.toNanos(1) / nanos;
    }
}
