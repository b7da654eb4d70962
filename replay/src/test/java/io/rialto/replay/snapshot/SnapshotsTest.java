package io.rialto.replay.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rialto.engine.Core;
import io.rialto.engine.CoreOptions;
import io.rialto.replay.OtherHistory;
import io.rialto.replay.Recovered;
import io.rialto.replay.Recovery;
import io.rialto.replay.WrittenHistory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A snapshot makes a start shorter and changes nothing else; whatever is wrong with one, the venue starts without it. */
class SnapshotsTest {
    private static final CoreOptions SMALL = new CoreOptions(64, 16);
    private static final int ORDERS = 400;
    private static final int HEAD_BYTES = 56;
    private static final int CODE_AT = 12;
    private static final int FLIPS = 400;

    @TempDir
    Path data;

    private final List<String> said = new ArrayList<>();

    @Test
    void aStartFromASnapshotRunsOnlyWhatCameAfter() throws IOException {
        WrittenHistory.write(data, 1, ORDERS);
        Snapshot taken = take();
        Core live = goOn(2);

        Restored restored = newest().orElseThrow();
        Recovered recovered =
                Recovery.of(journal(), restored.core()).after(restored.tip()).run();

        assertThat(restored.tip()).isEqualTo(taken.tip());
        assertThat(recovered.rerunFrames())
                .isPositive()
                .isEqualTo(live.sequence() - taken.tip().sequence());
        assertThat(recovered.frames()).isEqualTo(live.sequence());
        assertThat(recovered.stateHash()).isEqualTo(live.stateHash());
        restored.core().verifyInvariants();
    }

    @Test
    void everyFrameIsHandedOnAlthoughNotAllAreRunAgain() throws IOException {
        WrittenHistory.write(data, 1, ORDERS);
        take();
        Restored restored = newest().orElseThrow();
        List<Long> handed = new ArrayList<>();

        Recovery.of(journal(), restored.core())
                .after(restored.tip())
                .onFrame(frame -> handed.add(frame.sequence()))
                .run();

        assertThat(handed).hasSize((int) restored.tip().sequence()).doesNotHaveDuplicates();
    }

    @Test
    void theNextOneStartsFromTheLastAndOldOnesGo() throws IOException {
        WrittenHistory.write(data, 1, ORDERS);
        Snapshot first = take();
        goOn(2);
        Snapshot second = take();
        Core live = goOn(3);
        Snapshot third = take();

        assertThat(snapshots().list()).containsExactly(third, second).doesNotContain(first);
        assertThat(third.stateHash()).isEqualTo(live.stateHash());
        assertThat(third.tip().sequence()).isEqualTo(live.sequence());
    }

    @Test
    void aBitThatIsFlippedIsNoticedWhereverItLies() throws IOException {
        WrittenHistory.write(data, 1, ORDERS);
        Path file = take().file();
        byte[] whole = Files.readAllBytes(file);
        long seed = System.nanoTime();
        Random random = new Random(seed);

        for (int flip = 0; flip < FLIPS; flip++) {
            int at = flip < HEAD_BYTES ? flip : random.nextInt(whole.length);
            byte[] wrong = whole.clone();
            wrong[at] ^= (byte) (1 << random.nextInt(Byte.SIZE));
            Files.write(file, wrong);
            assertThat(newest()).as("seed " + seed + " byte " + at).isEmpty();
        }
        Files.write(file, whole);
        assertThat(newest()).isPresent();
    }

    @Test
    void oneThatIsCutShortIsPassedOver() throws IOException {
        WrittenHistory.write(data, 1, ORDERS);
        Path file = take().file();
        byte[] whole = Files.readAllBytes(file);
        for (int length : new int[] {0, 3, HEAD_BYTES - 1, HEAD_BYTES, whole.length / 2, whole.length - 1}) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThat(newest()).as("length " + length).isEmpty();
        }
    }

    @Test
    void aDamagedOneMakesTheOneBeforeItCount() throws IOException {
        WrittenHistory.write(data, 1, ORDERS);
        Snapshot first = take();
        goOn(2);
        Path damaged = take().file();
        byte[] bytes = Files.readAllBytes(damaged);
        bytes[bytes.length / 2] ^= 1;
        Files.write(damaged, bytes);

        assertThat(newest().orElseThrow().tip()).isEqualTo(first.tip());
        assertThat(said).hasSize(1).first().asString().contains("its checksum does not hold");
    }

    @Test
    void anotherReleaseRunsHistoryAgain() throws IOException {
        WrittenHistory.write(data, 1, ORDERS);
        Path file = take().file();
        byte[] bytes = Files.readAllBytes(file);
        bytes[CODE_AT] ^= 1;
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, bytes.length - Integer.BYTES);
        ByteBuffer.wrap(bytes).putInt(bytes.length - Integer.BYTES, (int) crc.getValue());
        Files.write(file, bytes);

        assertThat(newest()).isEmpty();
        assertThat(said).hasSize(1).first().asString().contains("another release wrote it");
    }

    @Test
    void aSnapshotOfAnotherHistoryIsRefused() throws IOException {
        WrittenHistory.write(data, 1, ORDERS);
        take();
        Path other = Files.createDirectory(data.resolve("other"));
        WrittenHistory.write(other, 7, ORDERS);
        Restored restored = newest().orElseThrow();
        Recovery recovery =
                Recovery.of(other.resolve("journal"), restored.core()).after(restored.tip());

        assertThatThrownBy(recovery::run).isInstanceOf(OtherHistory.class).hasMessageContaining("hash=");
    }

    @Test
    void aHistoryThatEndsBeforeTheSnapshotIsAnotherOne() throws IOException {
        WrittenHistory.write(data, 1, ORDERS);
        take();
        Restored restored = newest().orElseThrow();
        Recovery recovery = Recovery.of(data.resolve("empty"), restored.core()).after(restored.tip());

        assertThatThrownBy(recovery::run).isInstanceOf(OtherHistory.class);
    }

    @Test
    void whatTheJournalNeedsOfTheDiskIsNotTaken() {
        WrittenHistory.write(data, 1, ORDERS);
        Snapshots greedy = new Snapshots(folder(), 2, Long.MAX_VALUE / 2);

        assertThatThrownBy(() -> greedy.take(journal(), SMALL, () -> true, said::add))
                .hasMessageContaining("too little room");
        assertThat(folder()).isEmptyDirectory();
    }

    @Test
    void oneThatIsCalledOffLeavesNothing() {
        WrittenHistory.write(data, 1, ORDERS);

        assertThatThrownBy(() -> snapshots().take(journal(), SMALL, () -> false, said::add))
                .isInstanceOf(CancellationException.class);
        assertThat(folder()).doesNotExist();
    }

    private Core goOn(long seed) {
        try (WrittenHistory history = new WrittenHistory(data, seed, 1)) {
            for (int i = 0; i < ORDERS; i++) history.trade();
            return history.core();
        }
    }

    private Snapshot take() throws IOException {
        return snapshots().take(journal(), SMALL, () -> true, said::add);
    }

    private Optional<Restored> newest() throws IOException {
        return snapshots().newest(said::add);
    }

    private Snapshots snapshots() {
        return new Snapshots(folder(), 2, 0);
    }

    private Path folder() {
        return data.resolve("snapshots");
    }

    private Path journal() {
        return data.resolve("journal");
    }
}
