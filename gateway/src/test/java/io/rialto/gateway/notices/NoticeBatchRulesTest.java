package io.rialto.gateway.notices;

import static io.rialto.gateway.notices.Priority.CRITICAL;
import static io.rialto.gateway.notices.Priority.HIGH;
import static io.rialto.gateway.notices.Priority.NORMAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.gateway.notices.Batches.Batch;
import io.rialto.gateway.notices.Batches.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NoticeBatchRulesTest {
    private static final Key ALICE = new Key(100, Outlet.WEBSOCKET);
    private static final Key ALICES_MAIL = new Key(100, Outlet.EMAIL);
    private static final Key BOB = new Key(101, Outlet.WEBSOCKET);
    private static final long MILLI = 1_000_000;

    private final Batches<Integer> batches = new Batches<>();
    private final List<Batch<Integer>> told = new ArrayList<>();

    private void comes(Key key, int item, Priority priority, long atMillis) {
        batches.add(key, item, priority, priority == CRITICAL, atMillis * MILLI, told);
    }

    private static Batch<Integer> batch(Key key, Integer... items) {
        return new Batch<>(key, List.of(items));
    }

    @Test
    void tenGoTogetherWithoutWaiting() {
        for (int i = 1; i <= 21; i++) comes(ALICE, i, NORMAL, 0);

        assertThat(told)
                .containsExactly(
                        batch(ALICE, IntStream.rangeClosed(1, 10).boxed().toArray(Integer[]::new)),
                        batch(ALICE, IntStream.rangeClosed(11, 20).boxed().toArray(Integer[]::new)));
        assertThat(batches.waiting()).containsOnly(java.util.Map.entry(ALICE, List.of(21)));
    }

    @Test
    void fewerWaitAHundredMillisecondsFromTheFirst() {
        comes(ALICE, 1, NORMAL, 0);
        comes(BOB, 2, NORMAL, 40);
        comes(ALICE, 3, NORMAL, 99);

        batches.due(100 * MILLI - 1, told);
        assertThat(told).isEmpty();
        assertThat(batches.dueNanos()).isEqualTo(100 * MILLI);
        batches.due(100 * MILLI, told);
        assertThat(told).containsExactly(batch(ALICE, 1, 3));
        batches.due(140 * MILLI, told);
        assertThat(told).containsExactly(batch(ALICE, 1, 3), batch(BOB, 2));
        assertThat(batches.dueNanos()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void highGoesAtOnceAndTakesAlongWhatWaited() {
        comes(ALICE, 1, NORMAL, 0);
        comes(ALICE, 2, HIGH, 1);

        assertThat(told).containsExactly(batch(ALICE, 1, 2));
    }

    @Test
    void criticalGoesAloneBehindWhatWaited() {
        comes(ALICE, 1, NORMAL, 0);
        comes(ALICE, 2, CRITICAL, 1);
        comes(ALICE, 3, CRITICAL, 1);

        assertThat(told).containsExactly(batch(ALICE, 1), batch(ALICE, 2), batch(ALICE, 3));
    }

    @Test
    void readersAndOutletsWaitApart() {
        comes(ALICE, 1, NORMAL, 0);
        comes(ALICES_MAIL, 1, NORMAL, 0);
        comes(BOB, 2, HIGH, 0);

        assertThat(told).containsExactly(batch(BOB, 2));
        batches.due(100 * MILLI, told);
        assertThat(told).containsExactly(batch(BOB, 2), batch(ALICE, 1), batch(ALICES_MAIL, 1));
    }
}
