package io.rialto.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.feeds.changes.FrameChange;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which frame touched an account last is known for good, also when what it changed is long overwritten. */
class TouchedRulesTest {
    private static final int STEPS = 1_000;
    private static final int ACCOUNTS = 2_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theNewestFrameOfEachAccountIsKnown(long seed) {
        History history = History.listed();
        RandomVenue venue = new RandomVenue(history, seed);
        Map<Integer, Long> newest = new TreeMap<>();
        long place = 0;
        for (int step = 0; step < STEPS; step++) {
            venue.step();
            for (; place < history.feeds.changes().end(); place++) {
                FrameChange change = history.feeds.changes().at(place).orElseThrow();
                change.orders().forEach(each -> newest.put(each.account(), change.sequence()));
                change.fills().forEach(each -> newest.put(each.account(), change.sequence()));
                change.movements().forEach(each -> newest.put(each.account(), change.sequence()));
            }
        }
        assertThat(newest).isNotEmpty();
        for (int account = 0; account < ACCOUNTS; account++) {
            assertThat(history.feeds.changes().touched(account)).isEqualTo(newest.getOrDefault(account, 0L));
        }
    }
}
