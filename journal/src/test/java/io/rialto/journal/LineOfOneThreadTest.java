package io.rialto.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.rialto.protocol.frame.Frame;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the line's threads may rely on: no garbage when warm, and readers that run beside the writer. */
class LineOfOneThreadTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @TempDir
    Path directory;

    @Test
    void nothingIsAllocatedPerFrameOnceWarm() {
        for (Durability durability : Durability.values()) {
            JournalOptions options =
                    JournalOptions.in(directory.resolve(durability.name())).durability(durability);
            try (Journal journal = History.open(options)) {
                run(journal, 20_000);
                assertThat(leastOfFiveRuns(journal)).as("%s", durability).isZero();
            }
        }
    }

    /** What comes with every frame or every commit comes in every run; the JVM's own warming does not. */
    private static long leastOfFiveRuns(Journal journal) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            run(journal, 10_000);
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }

    /** The control: a test that cannot see an allocation proves nothing. */
    @Test
    void oneAllocationWouldBeSeen() {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        Frame frame = new Frame(64);
        assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).isPositive();
        assertThat(frame.length()).isPositive();
    }

    private static final History HISTORY = new History();

    private static void run(Journal journal, int frames) {
        long first = journal.appendedSequence() + 1;
        for (long s = first; s < first + frames; s++) {
            journal.append(HISTORY.frame(s, 2));
            if ((s & 15) == 0) journal.commit();
        }
        journal.commit();
    }

    @Test
    void tailsLookupsAndReadersRunBesideTheWriter() throws InterruptedException {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        AtomicLong clock = new AtomicLong(1_790_000_000_000L);
        JournalOptions options =
                JournalOptions.in(directory).durability(Durability.JOURNALED).millis(clock::get);
        int frames = 60_000;
        try (Journal journal = History.open(options)) {
            Thread tail = start(failure, () -> follow(journal, frames));
            Thread lookup = start(failure, () -> findAll(journal, frames));
            Thread reader = start(failure, () -> readAgainAndAgain(journal, frames));
            for (int day = 0; day < 3; day++) {
                new History().append(journal, frames / 3, 5);
                clock.addAndGet(86_400_000);
            }
            for (Thread thread : new Thread[] {tail, lookup, reader}) thread.join(30_000);
        }
        assertThat(failure.get()).isNull();
    }

    private static Thread start(AtomicReference<Throwable> failure, Runnable work) {
        Thread thread = new Thread(work);
        thread.setUncaughtExceptionHandler((t, e) -> failure.compareAndSet(null, e));
        thread.start();
        return thread;
    }

    private static void follow(Journal journal, int frames) {
        long[] last = {0};
        try (JournalTail tail = journal.tail(0)) {
            while (last[0] < frames) {
                tail.poll(frame -> assertThat(frame.sequence()).isEqualTo(++last[0]), 256);
            }
        }
    }

    private static void findAll(Journal journal, int frames) {
        FrameLookup lookup = journal.lookup();
        for (long last = 0; last < frames; ) {
            last = journal.promisedSequence();
            long wanted = last;
            boolean isFound =
                    lookup.find(wanted, frame -> assertThat(frame.sequence()).isEqualTo(wanted));
            assertThat(isFound).isEqualTo(wanted > 0);
        }
    }

    private void readAgainAndAgain(Journal journal, int frames) {
        for (long last = 0; last < frames; ) {
            last = journal.promisedSequence();
            JournalEnd end = History.end(directory);
            assertThat(end.isDamaged()).as(end.describe()).isFalse();
            assertThat(end.lastSequence()).isGreaterThanOrEqualTo(last);
        }
    }
}
