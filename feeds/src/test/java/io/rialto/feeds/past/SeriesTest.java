package io.rialto.feeds.past;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A series of few places beside a map that forgets nothing. */
class SeriesTest {
    private static final long MINUTE = 60_000_000_000L;

    @Test
    void whatIsPutTwiceInAMinuteIsTheLast() {
        Series<String> series = new Series<>(8);
        series.put(MINUTE, "a");
        series.put(MINUTE, "b");
        series.put(3 * MINUTE, "c");
        assertThat(series.at(0)).isNull();
        assertThat(series.at(MINUTE)).isEqualTo("b");
        assertThat(series.at(3 * MINUTE - 1)).isEqualTo("b");
        assertThat(series.at(9 * MINUTE)).isEqualTo("c");
        for (Grid grid : Grid.all()) assertThat(series.wholeFrom(grid)).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void olderOnesAreThinnedAndWhatIsLostIsSaid() {
        for (long seed : new long[] {1, 2, 3, System.nanoTime()}) agreesWhereItIsWhole(seed);
    }

    private static void agreesWhereItIsWhole(long seed) {
        Random random = new Random(seed);
        Series<Integer> series = new Series<>(64);
        TreeMap<Long, Integer> all = new TreeMap<>();
        long time = 0;
        for (int i = 0; i < 2_000; i++) {
            time += MINUTE * (1 + random.nextInt(random.nextInt(20) == 0 ? 5_000 : 30));
            series.put(time, i);
            all.put(time, i);
        }
        for (Grid grid : Grid.all()) {
            long from = Math.max(0, series.wholeFrom(grid));
            assertThat(from).as("seed %s %s", seed, grid).isLessThan(time);
            for (long at = grid.ceiling(from); at <= time; at = grid.end(at)) {
                var known = all.floorEntry(at);
                assertThat(series.at(at))
                        .as("seed %s %s at %s", seed, grid, at)
                        .isEqualTo(known == null ? null : known.getValue());
            }
        }
        assertThat(series.wholeFrom(Grid.MINUTE)).isGreaterThanOrEqualTo(series.wholeFrom(Grid.HOUR));
        assertThat(series.wholeFrom(Grid.DAY)).as("seed %s", seed).isPositive();
        assertThat(series.wholeFrom(Grid.HOUR)).isGreaterThanOrEqualTo(series.wholeFrom(Grid.DAY));
    }
}
