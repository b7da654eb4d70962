package io.rialto.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The core against the reference, over seeded flows. One seed again, with its difference in words:
 * {@code -Dsimulation.seed=N -Dsimulation.seeds=1}; longer flows: {@code -Dsimulation.commands=2000}.
 */
@Timeout(value = 2, unit = TimeUnit.HOURS)
class ReferenceComparisonTest {
    private static final int COMMANDS = Integer.getInteger("simulation.commands", 200);
    private static final int FIXED_SEEDS = 2_000;
    private static final int FRESH_SEEDS = 8_000;
    private static final int LONG_SEEDS = 500_000;
    private static final long FIXED_SEED = 1;

    @Test
    @Timeout(10 * 60)
    void theCoreSaysWhatTheReferenceSaysOnFixedSeeds() {
        agree(FIXED_SEED, FIXED_SEEDS);
    }

    @Test
    @Timeout(10 * 60)
    void theCoreSaysWhatTheReferenceSaysOnFreshSeeds() {
        agree(freshSeed(), Integer.getInteger("simulation.seeds", FRESH_SEEDS));
    }

    @Test
    @Tag("long")
    void theCoreSaysWhatTheReferenceSaysOnManySeeds() {
        agree(freshSeed(), Integer.getInteger("simulation.seeds", LONG_SEEDS));
    }

    private static long freshSeed() {
        return Long.getLong("simulation.seed", System.nanoTime() & Long.MAX_VALUE >> 8);
    }

    private static void agree(long firstSeed, int seeds) {
        assertThat(new Campaign(firstSeed, COMMANDS, Campaign.SILENT).over(seeds))
                .isEmpty();
    }
}
