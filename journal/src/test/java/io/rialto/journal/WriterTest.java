package io.rialto.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rialto.journal.lock.JournalHeld;
import io.rialto.journal.writer.Device;
import io.rialto.journal.writer.JournalHalted;
import io.rialto.journal.writer.Settings;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One writer, forcing what it promises, rolling by a clock that never goes back, halting when it fails. */
class WriterTest {
    private static final long NOON = 1_790_000_000_000L;
    private static final long DAY_MILLIS = 86_400_000;

    @TempDir
    Path directory;

    /** The machine itself, counted, and failing when told to. */
    private static final class Counted implements Device {
        private int forces;
        private int directoryForces;
        private boolean isBroken;

        @Override
        public void force(FileChannel channel) throws IOException {
            if (isBroken) throw new IOException("Input/output error");
            forces++;
            channel.force(false);
        }

        @Override
        public void forceDirectory(Path path) throws IOException {
            directoryForces++;
            Device.REAL.forceDirectory(path);
        }
    }

    @Test
    void oneCommitIsOneForceHoweverManyFrames() {
        Counted device = new Counted();
        try (Journal journal = History.open(JournalOptions.in(directory).device(device))) {
            new History().append(journal, 1, 1);
            int before = device.forces;
            new History().append(journal, 1000, 100);

            assertThat(device.forces - before).isEqualTo(10);
            assertThat(journal.durableSequence()).isEqualTo(1001);
            journal.commit();
            assertThat(device.forces - before).isEqualTo(10);
        }
    }

    @Test
    void journaledForcesNothingUntilItRollsOrCloses() {
        Counted device = new Counted();
        AtomicLong clock = new AtomicLong(NOON);
        JournalOptions options = JournalOptions.in(directory)
                .device(device)
                .durability(Durability.JOURNALED)
                .millis(clock::get);
        try (Journal journal = History.open(options)) {
            new History().append(journal, 1000, 100);
            assertThat(device.forces).isZero();
            assertThat(journal.durableSequence()).isZero();
            assertThat(journal.promisedSequence()).isEqualTo(1000);

            clock.addAndGet(DAY_MILLIS);
            new History().append(journal, 1, 1);
            assertThat(device.forces).isEqualTo(1);
        }
        assertThat(device.forces).isEqualTo(2);
        assertThat(History.end(directory).durableSequence()).isEqualTo(1001);
    }

    @Test
    void aRollForcesTheFileBeforeTheNewOneAndTheirDirectory() {
        Counted device = new Counted();
        AtomicLong clock = new AtomicLong(NOON);
        try (Journal journal =
                History.open(JournalOptions.in(directory).device(device).millis(clock::get))) {
            new History().append(journal, 10, 10);
            int forces = device.forces;
            int directoryForces = device.directoryForces;
            clock.addAndGet(DAY_MILLIS);
            new History().append(journal, 10, 10);

            assertThat(device.forces - forces).isEqualTo(2);
            assertThat(device.directoryForces - directoryForces).isEqualTo(1);
        }
        assertThat(Disk.queueFiles(directory)).hasSize(2);
        assertThat(History.sequences(directory)).isEqualTo(KeepingTest.oneTo(20));
    }

    @Test
    void aClockThatStepsBackLosesNothing() {
        AtomicLong clock = new AtomicLong(NOON);
        JournalOptions options = JournalOptions.in(directory).millis(clock::get);
        for (long step : new long[] {0, -3, 5, -40, 2, -1, 400, -800}) {
            clock.addAndGet(step * DAY_MILLIS);
            try (Journal journal = History.open(options)) {
                new History().append(journal, 5, 1);
                clock.addAndGet(-DAY_MILLIS);
                new History().append(journal, 5, 1);
            }
        }
        assertThat(History.sequences(directory)).isEqualTo(KeepingTest.oneTo(80));
        assertThat(History.end(directory).isClean()).isTrue();
    }

    @Test
    void manyFilesAreOneHistoryForTailAndLookup() {
        AtomicLong clock = new AtomicLong(NOON);
        JournalOptions options = JournalOptions.in(directory)
                .settings(new Settings(Settings.Roll.MINUTELY, 64 << 20))
                .millis(clock::get);
        try (Journal journal = History.open(options);
                JournalTail tail = journal.tail(0)) {
            AtomicLong seen = new AtomicLong();
            for (int minute = 0; minute < 12; minute++) {
                new History().append(journal, 50, 7);
                clock.addAndGet(60_000);
                tail.poll(frame -> assertThat(frame.sequence()).isEqualTo(seen.incrementAndGet()), 1000);
            }
            assertThat(seen.get()).isEqualTo(600);
            assertThat(journal.lookup()
                            .find(599, frame -> assertThat(frame.sequence()).isEqualTo(599)))
                    .isTrue();
        }
        assertThat(Disk.queueFiles(directory)).hasSize(12);
    }

    @Test
    void aSecondWriterIsRefusedAndTheFirstKeepsItsLock() {
        JournalOptions options = JournalOptions.in(directory);
        try (Journal journal = History.open(options)) {
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> Journal.open(options, History.end(directory)))
                        .isInstanceOf(JournalHeld.class)
                        .hasMessageContaining("pid=" + ProcessHandle.current().pid());
            }
            new History().append(journal, 3, 1);
        }
        History.write(options, 3, 1);
        assertThat(History.sequences(directory)).isEqualTo(KeepingTest.oneTo(6));
    }

    @Test
    void anEndThatWasReadBeforeAnotherWriterWentOnIsRefused() {
        JournalOptions options = JournalOptions.in(directory);
        JournalEnd stale = History.end(directory);
        History.write(options, 3, 1);

        assertThatThrownBy(() -> Journal.open(options, stale)).hasMessageContaining("went on since its end was read");
    }

    @Test
    void settingsMustStayWhatTheyWere() {
        History.write(JournalOptions.in(directory), 3, 1);
        JournalOptions other = JournalOptions.in(directory).settings(new Settings(Settings.Roll.HOURLY, 64 << 20));

        assertThatThrownBy(() -> History.open(other)).hasMessageContaining("roll must stay");
        History.write(JournalOptions.in(directory), 3, 1);
    }

    @Test
    void aFailedForceHaltsForGoodAndPromisesNothing() {
        Counted device = new Counted();
        Journal journal = History.open(JournalOptions.in(directory).device(device));
        History history = new History();
        history.append(journal, 10, 5);
        device.isBroken = true;
        journal.append(history.frame(11, 1));
        journal.append(history.frame(12, 1));

        assertThatThrownBy(journal::commit)
                .isInstanceOf(JournalHalted.class)
                .hasMessageContaining("Input/output error");
        device.isBroken = false;
        assertThatThrownBy(journal::commit).isInstanceOf(JournalHalted.class);
        assertThatThrownBy(() -> journal.append(history.frame(13, 1))).isInstanceOf(JournalHalted.class);
        assertThat(journal.durableSequence()).isEqualTo(10);
        assertThat(journal.intake()).isEqualTo(Intake.CLOSED);
        journal.close();
        assertThat(History.end(directory).durableSequence()).isEqualTo(10);
    }

    @Test
    void aFrameOutOfOrderHaltsTheJournal() {
        try (Journal journal = History.open(JournalOptions.in(directory))) {
            assertThatThrownBy(() -> journal.append(new History().frame(2, 1)))
                    .isInstanceOf(JournalHalted.class)
                    .hasMessageContaining("sequence must be 1: was 2");
        }
        assertThat(History.sequences(directory)).isEmpty();
    }

    @Test
    void theQueuesOwnTableMayBeLostOrSpoilt() throws IOException {
        History.write(JournalOptions.in(directory), 10, 3);
        Files.write(directory.resolve("metadata.cq4t"), new byte[] {1, 2, 3, 4, 5});
        History.write(JournalOptions.in(directory), 10, 3);

        assertThat(History.sequences(directory)).isEqualTo(KeepingTest.oneTo(20));
    }
}
