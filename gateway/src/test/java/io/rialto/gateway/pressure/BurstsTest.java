package io.rialto.gateway.pressure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Of twenty places, twelve of them now, and sixteen above: a burst is let in, a crowd that stays is not. */
class BurstsTest {
    private static final long MILLI = 1_000_000;
    private static final int USUAL = 20;
    private static final int PLACES = 12;
    private static final int ABOVE = 16;

    private final Bursts bursts = new Bursts(USUAL, ABOVE, 0);
    private long now;

    private boolean lets(int inProgress) {
        return bursts.lets(inProgress, PLACES, 0, now);
    }

    private void after(long millis) {
        now += millis * MILLI;
    }

    @Test
    void aBurstIsLetInAsFarAsThereIsRoom() {
        assertThat(lets(USUAL + 1)).isTrue();
        assertThat(lets(USUAL + ABOVE)).isTrue();
        assertThat(lets(USUAL + ABOVE + 1)).isFalse();
    }

    @Test
    void whoIsSlowButKeepsUpRefusesNobody() {
        for (int i = 0; i < 100; i++) {
            assertThat(lets(USUAL)).as("more than there are places now").isTrue();
            after(20);
        }
    }

    @Test
    void aCrowdThatStaysIsRefusedAfterATenthOfASecond() {
        assertThat(lets(USUAL + 3)).isTrue();
        after(100);
        assertThat(lets(USUAL + 2)).isTrue();
        after(1);
        assertThat(lets(USUAL + 1)).isFalse();
        assertThat(lets(PLACES)).as("a place is a place").isTrue();
        assertThat(lets(PLACES + 1)).isFalse();
    }

    @Test
    void oneBurstAfterAnotherIsLetInWhenEachIsGoneSoon() {
        for (int i = 0; i < 100; i++) {
            assertThat(lets(USUAL + ABOVE)).isTrue();
            after(90);
            assertThat(lets(USUAL)).isTrue();
            after(20);
        }
    }

    @Test
    void whileAnybodyIsRefusedThePlacesCountThatThereAreNow() {
        assertThat(lets(USUAL + ABOVE + 1)).isFalse();
        for (int i = 0; i < 10; i++) {
            after(499);
            assertThat(lets(PLACES)).isTrue();
            assertThat(lets(PLACES + 1)).isFalse();
        }
        after(500);
        assertThat(lets(USUAL + 1))
                .as("half a second without a refusal is calm")
                .isTrue();
    }

    @Test
    void whoComesFirstHasRoomThatNoCrowdTakesAndSaysNothingOfTheCrowd() {
        assertThat(lets(USUAL + 1)).isTrue();
        after(101);
        assertThat(bursts.lets(USUAL + 4, PLACES, 4, now)).isTrue();
        assertThat(lets(USUAL + 1)).as("the crowd is as old as before").isFalse();
        assertThat(bursts.lets(PLACES + 4, PLACES, 4, now)).isTrue();
        assertThat(bursts.lets(PLACES + 5, PLACES, 4, now)).isFalse();
    }
}
