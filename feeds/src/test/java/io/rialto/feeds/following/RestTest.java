package io.rialto.feeds.following;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How long who follows the journal sleeps, after what came. */
class RestTest {
    private static final long LONGEST = 100_000;

    private final List<Long> slept = new ArrayList<>();
    private boolean wakes;

    private boolean sleep(long nanos) {
        slept.add(nanos);
        return wakes;
    }

    @Test
    void whenNothingComesEachSleepIsTwiceAsLongUpToTheLongest() {
        Rest rest = Rest.prompt(this::sleep, LONGEST);

        for (int i = 0; i < 6; i++) rest.after(0, false);

        assertThat(slept).containsExactly(10_000L, 20_000L, 40_000L, 80_000L, LONGEST, LONGEST);
    }

    @Test
    void whatComesMakesItLookAgainSoon() {
        Rest rest = Rest.prompt(this::sleep, LONGEST);

        rest.after(0, false);
        rest.after(0, false);
        rest.after(7, false);
        rest.after(0, false);

        assertThat(slept).containsExactly(10_000L, 20_000L, 10_000L);
    }

    @Test
    void whileSomebodyWaitsItStaysAwake() {
        Rest rest = Rest.prompt(this::sleep, LONGEST);

        for (int i = 0; i < 3; i++) rest.after(0, true);

        assertThat(slept).containsExactly(10_000L, 10_000L, 10_000L);
    }

    @Test
    void whoHasBeenWokenOnceTrustsInIt() {
        Rest rest = Rest.prompt(this::sleep, LONGEST);
        wakes = true;
        rest.after(0, false);
        wakes = false;

        rest.after(1, false);
        rest.after(0, true);
        rest.after(0, false);

        assertThat(slept).containsExactly(10_000L, LONGEST, LONGEST);
    }

    @Test
    void whoGathersLooksAtOnceOnlyBehindAWholeLotOrWhenSomebodyWaits() {
        Rest rest = Rest.gathering(this::sleep, 1, 256);

        rest.after(3, false);
        rest.after(256, false);
        assertThat(slept).as("it did not wait for what comes").isEmpty();

        rest.after(0, true);
        assertThat(slept).as("somebody waits").hasSize(1);
    }
}
