package io.rialto.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.journal.Disk.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a power cut leaves behind the durable mark is cut, and history goes on; what lies before it never is. */
class TornTailTest {
    private static final int DURABLE = 40;
    private static final int WRITTEN = 72;
    private static final int PAGE = 4096;

    @TempDir
    Path root;

    private Path torn;
    private List<Place> places;
    private Path file;
    private byte[] tail;
    private long tailStart;

    @BeforeEach
    void aTailPastTheDurableMark() throws IOException {
        Path directory = root.resolve("journal");
        JournalOptions options = JournalOptions.in(directory).durability(Durability.JOURNALED);
        History.write(options, DURABLE, 3);
        torn = root.resolve("torn");
        try (Journal journal = History.open(options)) {
            new History().append(journal, WRITTEN - DURABLE, 8);
            Disk.copy(directory, torn);
        }
        places = Disk.places(torn);
        file = places.get(WRITTEN - 1).file();
        Disk.truncate(file, places.get(WRITTEN - 1).end() + PAGE);
        tailStart = places.get(DURABLE - 1).end();
        tail = Disk.read(file, tailStart, (int) (places.get(WRITTEN - 1).end() - tailStart));
    }

    @Test
    void aTailTornAtAnyByteIsKeptToItsLastWholeFrame() throws IOException {
        for (int length = tail.length - 1; length >= 0; length--) {
            Disk.zero(file, tailStart + length, tailStart + length + 1);
            JournalEnd end = History.end(torn);
            assertThat(end.isDamaged())
                    .as("%d bytes: %s", length, end.describe())
                    .isFalse();
            assertThat(end.lastSequence()).as("%d bytes", length).isEqualTo(wholeFrames(length));
        }
    }

    @Test
    void aFileThatEndsAtAnyByteIsKeptToItsLastWholeFrame() throws IOException {
        for (int length = tail.length - 1; length >= 0; length--) {
            long size = tailStart + length;
            Disk.truncate(file, size);
            JournalEnd end = History.end(torn);
            assertThat(end.isDamaged())
                    .as("%d bytes: %s", length, end.describe())
                    .isFalse();
            assertThat(end.lastSequence())
                    .as("%d bytes", length)
                    .isEqualTo(places.stream().filter(p -> p.end() <= size).count());
        }
    }

    @Test
    void theWriterCutsTheTailKeepsItBesideAndGoesOn() throws IOException {
        for (int length = 1; length < tail.length; length += 211) goesOnAfter(length);
    }

    @Test
    @Tag("long")
    void theWriterGoesOnAfterATearAtAnyByte() throws IOException {
        for (int length = 1; length < tail.length; length++) goesOnAfter(length);
    }

    private void goesOnAfter(int length) throws IOException {
        Path copy = Disk.copy(torn, root.resolve("copy" + length));
        Path last = copy.resolve(file.getFileName());
        Disk.zero(last, tailStart + length, tailStart + tail.length);
        long kept = wholeFrames(length);
        boolean isTorn = History.end(copy).state() == JournalEnd.State.TORN_TAIL;

        for (int life = 1; life <= 2; life++) {
            try (Journal journal = History.open(JournalOptions.in(copy))) {
                assertThat(journal.appendedSequence()).isEqualTo(kept + (life - 1) * 20);
                new History().append(journal, 20, 4);
            }
        }

        assertThat(History.sequences(copy)).as("%d bytes", length).isEqualTo(KeepingTest.oneTo(kept + 40));
        assertThat(History.end(copy).isClean()).isTrue();
        if (isTorn) {
            byte[] cut = Files.readAllBytes(copy.resolve(file.getFileName() + ".1.torn"));
            int from = (int) (places.get((int) kept - 1).end() - tailStart);
            assertThat(cut).isEqualTo(java.util.Arrays.copyOfRange(tail, from, Math.max(from, lastWritten(length))));
        }
    }

    @Test
    void anyPagesThatAPowerCutTakesAwayLoseNothingDurableAndInventNothing() throws IOException {
        SplittableRandom random = new SplittableRandom(7);
        long firstPage = tailStart / PAGE + 1;
        long lastPage = places.get(WRITTEN - 1).end() / PAGE;
        byte[] pages = Disk.read(file, firstPage * PAGE, (int) (lastPage - firstPage + 1) * PAGE);
        for (int cut = 0; cut < 200; cut++) {
            for (long page = firstPage; page <= lastPage; page++) {
                if (random.nextBoolean()) Disk.zero(file, page * PAGE, (page + 1) * PAGE);
            }
            JournalEnd end = History.end(torn);
            assertThat(end.lastSequence()).isBetween((long) DURABLE, (long) WRITTEN);
            assertThat(History.sequences(torn)).isEqualTo(KeepingTest.oneTo(end.lastSequence()));
            Disk.write(file, firstPage * PAGE, pages);
        }
    }

    /** What a kill between the copy of an excerpt and its header leaves: frames that were never finished. */
    @Test
    void wholeFramesBehindAHeaderThatWasNeverWrittenAreCut() throws IOException {
        long excerpt = places.get(WRITTEN - 8).offset() - 4;
        for (byte[] header : new byte[][] {{0, 0, 0, 0}, {0, 0, 0, (byte) 0x80}}) {
            Path copy = Disk.copy(torn, root.resolve("unfinished" + header[3]));
            Disk.write(copy.resolve(file.getFileName()), excerpt, header);
            JournalEnd end = History.end(copy);
            assertThat(end.state()).as(end.describe()).isEqualTo(JournalEnd.State.TORN_TAIL);
            assertThat(end.lastSequence()).isEqualTo(WRITTEN - 8);
            History.write(JournalOptions.in(copy), 20, 4);
            assertThat(History.sequences(copy)).isEqualTo(KeepingTest.oneTo(WRITTEN + 12));
        }
    }

    @Test
    void theSameHeaderBeforeAFinishedExcerptIsDamage() throws IOException {
        Disk.zero(
                file,
                places.get(WRITTEN - 16).offset() - 4,
                places.get(WRITTEN - 16).offset());

        assertThat(History.end(torn).isDamaged()).isTrue();
    }

    @Test
    void aTearBeforeTheDurableMarkIsDamage() throws IOException {
        Disk.truncate(file, places.get(DURABLE - 1).end() - 1);

        JournalEnd end = History.end(torn);

        assertThat(end.isDamaged()).as(end.describe()).isTrue();
        assertThat(end.sequence()).isEqualTo(DURABLE);
    }

    @Test
    void withoutItsFileTheMarkInTheFramesStillHolds() throws IOException {
        Files.delete(torn.resolve("durable.mark"));
        Disk.truncate(file, places.get(DURABLE).end() + 4);

        assertThat(History.end(torn).durableSequence()).isEqualTo(DURABLE);
    }

    @Test
    void aFileThatWasOnlyBegunIsSetAside() throws IOException {
        Path begun = torn.resolve("20991231L.cq4");
        byte[] head = Disk.read(file, 0, 600);
        for (int length : new int[] {0, 4, 100, 600}) {
            Files.write(begun, java.util.Arrays.copyOf(head, Math.max(length, 8192)));
            if (length == 4) Disk.write(begun, 0, new byte[] {0, 0, 0, (byte) 0xC0});
            try (Journal journal = History.open(JournalOptions.in(torn))) {
                new History().append(journal, 5, 2);
            }
            assertThat(History.end(torn).isClean()).isTrue();
        }
        assertThat(History.sequences(torn)).isEqualTo(KeepingTest.oneTo(WRITTEN + 20));
    }

    /** A frame that only lost zeros has lost nothing. */
    private long wholeFrames(int length) {
        int reach = length;
        while (reach < tail.length && tail[reach] == 0) reach++;
        long end = tailStart + reach;
        return places.stream().filter(p -> p.end() <= end).count();
    }

    private int lastWritten(int length) {
        int end = length;
        while (tail[end - 1] == 0) end--;
        return end;
    }
}
