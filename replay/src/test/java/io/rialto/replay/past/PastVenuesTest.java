package io.rialto.replay.past;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rialto.engine.Core;
import io.rialto.engine.CoreOptions;
import io.rialto.journal.JournalReader;
import io.rialto.replay.Rerun;
import io.rialto.replay.WrittenHistory;
import io.rialto.replay.snapshot.Snapshots;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A core of the past is the core that there was: by its state hash, from wherever it was made. */
class PastVenuesTest {
    private static final CoreOptions SMALL = new CoreOptions(1_024, 16);
    private static final long SEED = 5;
    private static final int ORDERS = 6_000;
    private static final long MEBIBYTE = 1 << 20;

    @TempDir
    private Path data;

    private final Map<Long, Long> hashes = new HashMap<>();
    private long head;

    @BeforeEach
    void history() {
        WrittenHistory.write(data, SEED, ORDERS);
        Core core = new Core(SMALL);
        Rerun rerun = new Rerun(core);
        try (JournalReader reader = JournalReader.open(data.resolve("journal"))) {
            while (reader.next()) {
                rerun.frame(reader);
                head = core.sequence();
                if (head % 50 < 3) hashes.put(head, core.stateHash());
            }
        }
    }

    private PastVenues venues(long keptBytes) {
        Path journal = data.resolve("journal");
        return new PastVenues(
                sequence -> JournalReader.open(journal),
                new Snapshots(data.resolve("snapshots"), 2, 0),
                SMALL,
                keptBytes);
    }

    private void areAsTheyWere(PastVenues venues, long... sequences) throws Exception {
        for (long sequence : sequences) {
            Core core = venues.at(sequence, () -> true);
            assertThat(core.sequence()).isEqualTo(sequence);
            assertThat(core.stateHash()).as("state behind " + sequence).isEqualTo(hashes.get(sequence));
        }
    }

    @Test
    void stepsForthAndBackComeFromWhereverItIsNearest() throws Exception {
        for (long kept : new long[] {0, 64 * MEBIBYTE}) {
            try (PastVenues venues = venues(kept)) {
                areAsTheyWere(venues, 5_000, 5_001, 5_002, 5_001, 5_000, 4_900, 4_800, 1, 2, 5_500, 4_950, 100, 5_001);
                Random random = new Random(SEED);
                for (int i = 0; i < 5; i++) areAsTheyWere(venues, 50L * (1 + random.nextInt((int) head / 50)));
                venues.rest();
                areAsTheyWere(venues, 3_000);
            }
        }
    }

    @Test
    void aSnapshotIsStartedFromAndAgrees() throws Exception {
        Snapshots snapshots = new Snapshots(data.resolve("snapshots"), 2, 0);
        long kept = snapshots
                .take(data.resolve("journal"), SMALL, () -> true, why -> {})
                .tip()
                .sequence();
        assertThat(kept).isEqualTo(head);
        assertThat(snapshots.newestUpTo(head, why -> {})).isPresent();
        assertThat(snapshots.newestUpTo(head - 1, why -> {})).isEmpty();
        try (PastVenues venues = venues(0)) {
            areAsTheyWere(venues, 5_000, 1_000);
            assertThat(venues.at(head, () -> true).stateHash())
                    .isEqualTo(snapshots.list().get(0).stateHash());
        }
    }

    @Test
    void whoIsToldToStopGoesOnFromThere() throws Exception {
        try (PastVenues venues = venues(64 * MEBIBYTE)) {
            long reached = 0;
            int stops = 0;
            while (true) {
                AtomicInteger left = new AtomicInteger(20);
                try {
                    venues.at(5_000, () -> left.getAndDecrement() > 0);
                    break;
                } catch (NotThereYet stopped) {
                    assertThat(stopped.reached()).isGreaterThan(reached).isLessThan(5_000);
                    reached = stopped.reached();
                    stops++;
                }
            }
            assertThat(stops).isPositive();
            areAsTheyWere(venues, 5_000);
        }
    }

    /** The control: what is compared would be found different. */
    @Test
    void aFrameThatThereIsNotIsNoCore() {
        assertThat(hashes.get(5_000L)).isNotEqualTo(hashes.get(5_001L));
        try (PastVenues venues = venues(0)) {
            assertThatThrownBy(() -> venues.at(head + 1, () -> true)).isInstanceOf(IllegalStateException.class);
        }
    }
}
