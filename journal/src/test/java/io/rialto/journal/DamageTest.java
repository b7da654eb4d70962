package io.rialto.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rialto.journal.Disk.Place;
import io.rialto.protocol.frame.Crc32c;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to the files, it is found, named, and nobody goes on. */
class DamageTest {
    private static final int PAGE = 4096;
    private static final long DAY_MILLIS = 86_400_000;

    @TempDir
    Path root;

    private Path directory;
    private List<Place> places;

    @BeforeEach
    void aJournalOfThreeDays() throws IOException {
        directory = root.resolve("journal");
        AtomicLong clock = new AtomicLong(1_790_000_000_000L);
        try (Journal journal = History.open(JournalOptions.in(directory).millis(clock::get))) {
            History history = new History();
            history.append(journal, 100, 3);
            clock.addAndGet(DAY_MILLIS);
            history.append(journal, 100, 3);
            clock.addAndGet(DAY_MILLIS);
            history.append(journal, 100, 3);
        }
        for (Path file : Disk.queueFiles(directory)) {
            Disk.truncate(file, Disk.places(directory).get(299).end() + 2 * PAGE);
        }
        places = Disk.places(directory);
    }

    @Test
    void untouchedItIsClean() {
        assertThat(Disk.queueFiles(directory)).hasSize(3);
        assertThat(History.end(directory).describe()).contains("clean lastGoodSequence=300");
    }

    @Test
    void oneFlippedBitInAnyByteIsFoundAndLocated() throws IOException {
        flipEveryByte(at -> 1 << (at * 7 & 7), 1);
    }

    @Test
    @Tag("long")
    void everyFlippedBitIsFoundAndLocated() throws IOException {
        for (int bit = 0; bit < 8; bit++) {
            int mask = 1 << bit;
            flipEveryByte(at -> mask, 0);
        }
    }

    private void flipEveryByte(java.util.function.LongToIntFunction mask, int firstDay) throws IOException {
        List<Place> flipped = places.subList(firstDay * 100, 300);
        long previousEnd = 0;
        for (Place place : flipped) {
            long from = place.offset() - previousEnd == 4 ? previousEnd : place.offset();
            byte[] whole = Disk.read(place.file(), from, (int) (place.end() - from));
            for (int i = 0; i < whole.length; i++) {
                Disk.write(place.file(), from + i, new byte[] {(byte) (whole[i] ^ mask.applyAsInt(from + i))});
                JournalEnd end = History.end(directory);
                assertThat(end.isDamaged() || !end.isClean() && end.lastSequence() == 300)
                        .as("byte %d of frame %d: %s", from + i - place.offset(), place.sequence(), end.describe())
                        .isTrue();
                assertThat(end.file()).isEqualTo(place.file());
                assertThat(end.sequence()).isBetween(place.sequence() - 3, place.sequence() + 3);
                Disk.write(place.file(), from + i, new byte[] {whole[i]});
            }
            previousEnd = place.end();
        }
        assertThat(History.end(directory).isClean()).isTrue();
    }

    @Test
    void aZeroedPageHidesNoTail() throws IOException {
        Place last = places.get(299);
        long page = (last.offset() - 3 * PAGE) / PAGE * PAGE;
        Disk.zero(last.file(), page, page + PAGE);

        JournalEnd end = refused();

        assertThat(end.file()).isEqualTo(last.file());
        assertThat(end.offset()).isBetween(page - PAGE, page + PAGE);
        assertThat(end.finding().detail()).contains("yet frame");
    }

    @Test
    void aMissingMiddleFileIsFound() throws IOException {
        List<Path> files = Disk.queueFiles(directory);
        Files.delete(files.get(1));

        JournalEnd end = refused();

        assertThat(end.file()).isEqualTo(files.get(0));
        assertThat(end.sequence()).isEqualTo(101);
        assertThat(end.finding().detail())
                .contains("expected 101, found 201 in " + files.get(2).getFileName());
    }

    @Test
    void aMissingFirstFileIsFound() throws IOException {
        Files.delete(Disk.queueFiles(directory).get(0));

        assertThat(refused().sequence()).isEqualTo(1);
    }

    @Test
    void aMissingLastFileIsFoundByTheDurableMark() throws IOException {
        Files.delete(Disk.queueFiles(directory).get(2));

        JournalEnd end = refused();

        assertThat(end.sequence()).isEqualTo(201);
        assertThat(end.field()).isEqualTo("durable mark");
    }

    @Test
    void aMissingHistoryIsFoundByTheDurableMark() throws IOException {
        for (Path file : Disk.queueFiles(directory)) Files.delete(file);

        assertThat(refused().field()).isEqualTo("durable mark");
    }

    @Test
    void aTornPageIsFound() throws IOException {
        Place place = places.get(150);
        long page = place.offset() / PAGE * PAGE;
        byte[] older = new byte[PAGE / 2];
        java.util.Arrays.fill(older, (byte) 0x5A);
        Disk.write(place.file(), page + PAGE / 2, older);

        assertThat(refused().sequence()).isBetween(120L, 170L);
    }

    @Test
    void aStalePageIsFound() throws IOException {
        Place place = places.get(280);
        long page = place.offset() / PAGE * PAGE;
        Disk.write(place.file(), page, Disk.read(place.file(), page - PAGE, PAGE));

        refused();
    }

    @Test
    void aPageOfAnotherPlaceBehindTheEndIsFound() throws IOException {
        Place last = places.get(299);
        long page = (last.end() / PAGE + 1) * PAGE;
        Disk.write(last.file(), page, Disk.read(last.file(), page - 3 * PAGE, PAGE));

        assertThat(refused().finding().detail()).contains("yet frame");
    }

    @Test
    void aWholeFrameOfAnotherPlaceIsFound() throws IOException {
        Place target = places.get(210);
        Place twin = places.stream()
                .filter(p -> p.length() == target.length() && p.sequence() < target.sequence())
                .findFirst()
                .orElseThrow();
        Disk.write(target.file(), target.offset(), Disk.read(twin.file(), twin.offset(), twin.length()));

        JournalEnd end = refused();

        assertThat(end.offset()).isEqualTo(target.offset());
        assertThat(end.field()).isEqualTo("sequence");
    }

    @Test
    void aFrameRewrittenWithAGoodChecksumBreaksTheChain() throws IOException {
        Place place = places.get(120);
        rewrite(place, bytes -> bytes.putLong(place.length() - 8, bytes.getLong(place.length() - 8) + 1));

        JournalEnd end = refused();

        assertThat(end.sequence()).isEqualTo(122);
        assertThat(end.field()).isEqualTo("previousHash");
    }

    @Test
    void aNewerFormatIsRefusedClearly() throws IOException {
        Place place = places.get(299);
        rewrite(place, bytes -> bytes.putShort(8, (short) 2));

        JournalEnd end = refused();

        assertThat(end.field()).isEqualTo("format");
        assertThat(end.describe()).contains("newer format");
    }

    @Test
    void epochAndTimeNeverFall() throws IOException {
        rewrite(places.get(99), bytes -> bytes.putInt(16, 7));
        assertThat(refused().field()).isEqualTo("epoch");
        rewrite(places.get(99), bytes -> bytes.putInt(16, 1));
        rewrite(places.get(99), bytes -> bytes.putLong(32, Long.MAX_VALUE));
        assertThat(refused().field()).isEqualTo("timeNanos");
    }

    private interface Rewriting {
        void accept(UnsafeBuffer bytes);
    }

    private static void rewrite(Place place, Rewriting rewriting) throws IOException {
        byte[] frame = Disk.read(place.file(), place.offset(), place.length());
        UnsafeBuffer bytes = new UnsafeBuffer(frame);
        rewriting.accept(bytes);
        bytes.putInt(4, new Crc32c().of(bytes, 8, frame.length - 8));
        Disk.write(place.file(), place.offset(), frame);
    }

    @Test
    void theOperatorMayAcceptExactlyTheLossThatWasNamed() throws IOException {
        Files.delete(Disk.queueFiles(directory).get(1));
        JournalEnd end = refused();
        JournalOptions options = JournalOptions.in(directory).millis(() -> 1_790_000_000_000L);

        assertThatThrownBy(() -> Journal.open(options.acceptDamageAfterSequence(99), end))
                .isInstanceOf(JournalDamaged.class);
        try (Journal journal = Journal.open(options.acceptDamageAfterSequence(100), end)) {
            new History().append(journal, 50, 3);
        }

        assertThat(History.sequences(directory)).isEqualTo(KeepingTest.oneTo(150));
        assertThat(History.end(directory).isClean()).isTrue();
        assertThat(directory.toFile().list((dir, name) -> name.endsWith(".torn")))
                .hasSize(2);
    }

    @Test
    void unreadableGarbageHugeAndTruncatedFilesNeitherCrashNorHang() throws IOException {
        List<Path> files = Disk.queueFiles(directory);
        byte[] noise = new byte[1 << 20];
        new java.util.SplittableRandom(42).nextBytes(noise);
        for (int size : new int[] {0, 1, 3, 4, 5, 63, 64, PAGE, 1 << 20}) {
            Files.write(files.get(1), java.util.Arrays.copyOf(noise, size));
            assertThat(refused().lastSequence()).as("size %d", size).isEqualTo(100);
        }
        Files.delete(files.get(1));
        Files.createDirectory(files.get(1));
        assertThat(refused().finding().detail()).contains("cannot be read");
        Files.delete(files.get(1));
        try (FileChannel huge = FileChannel.open(files.get(1), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            huge.write(ByteBuffer.allocate(1), 1L << 31);
        }
        assertThat(refused().lastSequence()).isEqualTo(100);
    }

    @Test
    void placesThatOnlyLookLikeFramesCannotHangTheReader() throws IOException {
        Place last = places.get(299);
        ByteBuffer lure = ByteBuffer.allocate(8 << 20).order(ByteOrder.LITTLE_ENDIAN);
        while (lure.hasRemaining()) lure.putInt(0x46544C52).putInt(0).putInt(1).putInt(4 << 20);
        Disk.write(last.file(), last.end() + 64, lure.array());

        assertThat(refused().finding().detail()).contains("look like frames");
    }

    /** What the reader says, after the writer has refused it. */
    private JournalEnd refused() {
        JournalEnd end = History.end(directory);
        assertThat(end.state()).as(end.describe()).isEqualTo(JournalEnd.State.DAMAGED);
        assertThatThrownBy(() -> Journal.open(JournalOptions.in(directory), end))
                .isInstanceOf(JournalDamaged.class)
                .hasMessageContaining("refused to start")
                .hasMessageContaining("file=" + end.file().getFileName())
                .hasMessageContaining("offset=" + end.offset())
                .hasMessageContaining("sequence=" + end.sequence())
                .hasMessageContaining("field=" + end.field());
        return end;
    }
}
