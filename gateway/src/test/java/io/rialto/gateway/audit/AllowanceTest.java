package io.rialto.gateway.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AllowanceTest {
    private static final long MINUTE = 60_000;

    private final Allowance allowance = new Allowance();

    private long taken(String address, int times, long nowMillis) {
        return IntStream.range(0, times)
                .filter(i -> allowance.takes(address, nowMillis))
                .count();
    }

    @Test
    void anAddressHasSoManyAMinuteAndTheRestIsCounted() {
        assertThat(taken("192.0.2.1", 50, 0)).isEqualTo(20);
        assertThat(taken("192.0.2.2", 5, 0)).isEqualTo(5);
        assertThat(allowance.over(MINUTE - 1, false)).isEmpty();
        assertThat(allowance.over(MINUTE, false)).containsExactly(new Allowance.Beyond("192.0.2.1", 30));
        assertThat(allowance.over(MINUTE, true)).isEmpty();
        assertThat(taken("192.0.2.1", 1, MINUTE)).isEqualTo(1);
    }

    @Test
    void manyAddressesTogetherHaveSoManyAMinuteAndAreNotAllRemembered() {
        long taken = 0;
        for (int i = 0; i < 5_000; i++) taken += taken("address " + i, 2, 0);
        assertThat(taken).isEqualTo(600);
        var beyond = allowance.over(MINUTE, false);
        assertThat(beyond.stream().mapToInt(Allowance.Beyond::times).sum()).isEqualTo(10_000 - 600);
        assertThat(beyond).hasSizeLessThanOrEqualTo(1_001);
    }
}
