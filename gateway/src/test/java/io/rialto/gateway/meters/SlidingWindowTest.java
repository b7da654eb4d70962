package io.rialto.gateway.meters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SlidingWindowTest {
    private static final long LENGTH = 10_000;
    private static final long START = 1_700_000_000_000L;

    @Test
    void whatPassedInTheWindowBeforeCountsByThePartInSight() {
        SlidingWindow window = new SlidingWindow();
        assertThat(window.take(charge(10, 10), START).isPassed()).isTrue();

        assertThat(window.take(charge(10, 1), START + LENGTH).waitMillis()).isEqualTo(1_000);
        assertThat(window.ask(charge(10, 5), START + LENGTH).waitMillis()).isEqualTo(5_000);
        assertThat(window.take(charge(10, 5), START + LENGTH + 5_000).remaining())
                .isZero();
        assertThat(window.ask(charge(10, 1), START + 3 * LENGTH).remaining()).isEqualTo(10);
    }

    @Test
    void theWaitThatIsToldIsTheFirstMomentAtWhichItPasses() {
        long seed = System.nanoTime();
        SplittableRandom random = new SplittableRandom(seed);
        SlidingWindow window = new SlidingWindow();
        long now = START;
        for (int i = 0; i < 20_000; i++) {
            now += random.nextInt(400);
            Charge charge = charge(50, random.nextInt(1, 10));
            Reading reading = window.take(charge, now);
            if (reading.isPassed()) continue;
            Reading early = window.ask(charge, now + reading.waitMillis() - 1);
            assertThat(early.isPassed()).as("seed %d step %d", seed, i).isFalse();
            now += reading.waitMillis();
            assertThat(window.take(charge, now).isPassed())
                    .as("seed %d step %d", seed, i)
                    .isTrue();
        }
    }

    @Test
    void whatIsGivenBackMayBeTakenAgain() {
        SlidingWindow window = new SlidingWindow();
        window.take(charge(10, 7), START);
        window.giveBack(charge(10, 7), START);
        assertThat(window.ask(charge(10, 1), START).remaining()).isEqualTo(10);

        window.take(charge(10, 7), START);
        window.giveBack(charge(10, 7), START + LENGTH);
        assertThat(window.ask(charge(10, 1), START + LENGTH).remaining()).isEqualTo(10);
    }

    private static Charge charge(long most, long weight) {
        return new Charge("group", "test", Quota.window(most, LENGTH), weight);
    }
}
