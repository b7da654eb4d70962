package io.rialto.gateway.pressure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Fewer places while most requests take too long, more again when they do not. */
class PlacesTest {
    private static final long MILLI = 1_000_000;
    private static final long SOON = 15 * MILLI;
    private static final int WINDOW = 51;

    private final Places places = new Places(24, SOON, 0);
    private long now;

    /** A stretch in which that many requests ended, each after its time. */
    private int window(long... tookMillis) {
        now += WINDOW * MILLI;
        for (int i = 0; i < tookMillis.length - 1; i++) places.ended(tookMillis[i] * MILLI, now - 2 * MILLI);
        places.ended(tookMillis[tookMillis.length - 1] * MILLI, now);
        return places.at(now);
    }

    @Test
    void allAreThereWhileMostAreSoon() {
        assertThat(window(1, 2, 15)).isEqualTo(24);
        assertThat(window(1, 2, 900, 1_000)).as("half is not most").isEqualTo(24);
    }

    @Test
    void aQuarterGoesWhileMostAreLateAndNeverTheLastEight() {
        assertThat(window(16, 16, 1)).isEqualTo(18);
        assertThat(window(16, 16, 1)).isEqualTo(13);
        assertThat(window(90)).isEqualTo(9);
        assertThat(window(90)).isEqualTo(8);
        assertThat(window(90)).isEqualTo(8);
    }

    @Test
    void oneComesBackAWindow() {
        for (int i = 0; i < 5; i++) window(90);

        assertThat(window(1)).isEqualTo(9);
        assertThat(window(1)).isEqualTo(10);
        for (int i = 0; i < 20; i++) window(1);
        assertThat(places.at(now)).isEqualTo(24);
    }

    @Test
    void theyComeBackWhereNothingIsAskedAsWell() {
        for (int i = 0; i < 5; i++) window(90);

        assertThat(places.at(now + 50 * MILLI)).isEqualTo(8);
        assertThat(places.at(now + 100 * MILLI)).isEqualTo(9);
        assertThat(places.at(now + 10_000 * MILLI)).isEqualTo(24);
    }

    @Test
    void whereFewerAreAllowedThoseStay() {
        Places few = new Places(4, SOON, 0);
        few.ended(100 * MILLI, WINDOW * MILLI);

        assertThat(few.at(WINDOW * MILLI)).isEqualTo(4);
    }
}
