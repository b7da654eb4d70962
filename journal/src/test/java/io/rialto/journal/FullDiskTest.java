package io.rialto.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;

import io.rialto.journal.space.SpaceMarks;
import io.rialto.journal.writer.Device;
import io.rialto.journal.writer.JournalHalted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that fills up closes the doors first, and costs no promised frame even when they stay open. */
class FullDiskTest {
    private static final int MIB = 1 << 20;

    @TempDir
    Path directory;

    private boolean isMounted;

    @Test
    void theMarksCloseTheDoorsInTwoStepsAndOpenThemAgain() {
        AtomicLong usable = new AtomicLong(100 * MIB);
        Device device = new Device() {
            @Override
            public long usableBytes(Path path) {
                return usable.get();
            }
        };
        JournalOptions options =
                JournalOptions.in(directory).device(device).space(new SpaceMarks(50 * MIB, 20 * MIB, MIB));
        try (Journal journal = History.open(options)) {
            becomes(journal, Intake.OPEN);
            usable.set(49 * MIB);
            becomes(journal, Intake.CANCELS_ONLY);
            usable.set(19 * MIB);
            becomes(journal, Intake.CLOSED);
            usable.set(51 * MIB);
            becomes(journal, Intake.OPEN);
            new History().append(journal, 10, 1);
        }
    }

    @Test
    void aRealDiskThatFillsUpClosesTheDoorsBeforeTheWriterFails() throws Exception {
        Path disk = mountSmallDisk();
        JournalOptions options = JournalOptions.in(disk.resolve("journal"))
                .durability(Durability.JOURNALED)
                .space(new SpaceMarks(12 * MIB, 6 * MIB, 2 * MIB));
        History history = new History();
        try (Journal journal = History.open(options)) {
            while (journal.intake() != Intake.CLOSED) history.append(journal, 100, 20);
            history.append(journal, 1000, 20);

            Path filler = disk.resolve("filler");
            Files.write(filler, new byte[MIB]);
            becomes(journal, Intake.CLOSED);
            Files.delete(filler);
            try (var files = Files.newDirectoryStream(disk, "spare")) {
                for (Path file : files) Files.delete(file);
            }
            becomes(journal, Intake.OPEN);
            history.append(journal, 1000, 20);
        }
        assertThat(History.end(disk.resolve("journal")).isClean()).isTrue();
    }

    @Test
    void aWriterThatIsFedOnFailsByANamedExceptionAndKeepsEveryPromise() throws Exception {
        Path disk = mountSmallDisk();
        JournalOptions options = JournalOptions.in(disk.resolve("journal")).space(new SpaceMarks(0, 0, 2 * MIB));
        History history = new History();
        Journal journal = History.open(options);
        assertThatThrownBy(() -> {
                    while (true) history.append(journal, 100, 20);
                })
                .isInstanceOf(JournalHalted.class)
                .hasMessageContaining("no room to preallocate")
                .hasMessageContaining("firstSequence=" + (journal.promisedSequence() + 1));
        long promised = journal.promisedSequence();
        journal.close();

        Files.delete(disk.resolve("spare"));
        assertThat(History.end(disk.resolve("journal")).lastSequence()).isGreaterThanOrEqualTo(promised);
        History.write(options, 100, 10);
        assertThat(History.end(disk.resolve("journal")).isClean()).isTrue();
    }

    private static void becomes(Journal journal, Intake intake) {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (journal.intake() != intake && System.nanoTime() < deadline) Thread.onSpinWait();
        assertThat(journal.intake()).isEqualTo(intake);
    }

    /** 32 MiB, 12 of them taken by a file that can be given back. */
    private Path mountSmallDisk() throws IOException, InterruptedException {
        Path disk = Files.createDirectory(directory.resolve("disk"));
        Process mount = new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=32m", "tmpfs", disk.toString())
                .redirectErrorStream(true)
                .start();
        isMounted = mount.waitFor(10, TimeUnit.SECONDS) && mount.exitValue() == 0;
        if (!isMounted) {
            String why = "a small disk cannot be mounted here (needs root): "
                    + new String(mount.getInputStream().readAllBytes()).strip();
            if ("true".equals(System.getenv("CI"))) throw new IllegalStateException(why);
            abort(why);
        }
        Files.write(disk.resolve("spare"), new byte[12 * MIB]);
        return disk;
    }

    @AfterEach
    void unmount() throws IOException, InterruptedException {
        if (isMounted) {
            new ProcessBuilder("umount", "-l", directory.resolve("disk").toString())
                    .start()
                    .waitFor(10, TimeUnit.SECONDS);
        }
    }
}
