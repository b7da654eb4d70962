package io.rialto.engine.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Section 9 stage by stage; orders of one price, oldest first. */
class AllocationRulesTest {
    private static final int NO_TOP = Allocation.NO_TOP;
    private static final int LEAD = 7;
    private static final long ANY = Long.MAX_VALUE;

    private final LeadMakers leads = new LeadMakers();
    private int leadOrder = -1;

    @Test
    void sharesAreBySizeRoundedDownAndSmallOnesAreNone() {
        // The shape of CME's published example: minimum 2, and 3 lots that rounding leaves go to the oldest.
        assertThat(bySize(50, 2, 5, 9, 57, 4, 28, 300)).containsExactly(3, 0, 7, 0, 3, 37);
    }

    @Test
    void whatRoundingLeavesGoesByTimeUpToEachOrder() {
        assertThat(bySize(37, 1, 10, 40, 25, 5)).containsExactly(6, 18, 11, 2);
        assertThat(bySize(37, 3, 10, 40, 25, 5)).containsExactly(8, 18, 11, 0);
        assertThat(bySize(3, 2, 1, 1, 10)).containsExactly(1, 0, 2);
    }

    @Test
    void whoTakesAllFillsAll() {
        assertThat(bySize(80, 3, 10, 40, 25, 5)).containsExactly(10, 40, 25, 5);
        assertThat(bySize(Long.MAX_VALUE, 3, 10, 40)).containsExactly(10, 40);
    }

    @Test
    void theTopOrderTradesFirstUpToItsMost() {
        assertThat(shared(20, 0, ANY, 0, 0, 10, 40, 50)).containsExactly(10, 5, 5);
        assertThat(shared(20, 0, 4, 0, 0, 10, 40, 50)).containsExactly(6, 6, 8);
    }

    @Test
    void leadMarketMakersTakeTheirPartOfWhatTheTopOrderLeaves() {
        leads.assign(LEAD, 4_000);
        leadOrder = 2;

        // 30 less 10 of the TOP order; 40 per cent of 20 is 8; the other 12 by what is left of 0, 40 and 42.
        assertThat(shared(30, 0, ANY, 0, 0, 10, 40, 50)).containsExactly(10, 6, 14);
    }

    @Test
    void aLeadMarketMakerTakesNoMoreThanItsOrder() {
        leads.assign(LEAD, 10_000);
        leadOrder = 1;

        assertThat(shared(20, NO_TOP, ANY, 0, 0, 10, 5, 85)).containsExactly(2, 5, 13);
    }

    @Test
    void thePartByTimeComesBeforeTheShares() {
        // 40 per cent of 50 by time: 10 and 10; the other 30 by what is left: 0, 20, 60.
        assertThat(shared(50, NO_TOP, ANY, 4_000, 0, 10, 30, 60)).containsExactly(10, 18, 22);
    }

    @Test
    void allByTimeIsPriceTimeBehindTheStagesAhead() {
        assertThat(shared(50, 2, 10, 10_000, 0, 10, 30, 60)).containsExactly(10, 30, 10);
    }

    @Test
    void productsBeyondSixtyThreeBitsAreExact() {
        long most = Long.MAX_VALUE;
        assertThat(bySize(most, 1, most, most, most))
                .containsExactly(most / 3 + 1, most / 3, most / 3)
                .satisfies(shares -> assertThat(Arrays.stream(shares).sum()).isEqualTo(most));
        assertThat(bySize(most - 1, 1, most, 1)).containsExactly(most - 1, 0);
    }

    @Test
    void sharesAddUpAndNoneIsAboveItsOrderWhateverTheNumbers() {
        for (long seed = 1; seed <= 20_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            long[] lots = random.longs(1 + random.nextInt(8), 1, 1L << 1 + random.nextInt(40))
                    .toArray();
            long taken = random.nextLong(1, 1L << 1 + random.nextInt(43));
            if (random.nextBoolean()) leads.assign(random.nextInt(5), random.nextInt(2_001));
            int top = random.nextInt(lots.length + 1) - 1;
            leadOrder = random.nextInt(lots.length);
            int fifoBps = random.nextInt(10_001);
            long[] shares = shared(taken, top, random.nextLong(1, 50), fifoBps, random.nextLong(5), lots);

            long total = Arrays.stream(lots).sum();
            assertThat(Arrays.stream(shares).sum()).as("seed %d", seed).isEqualTo(Math.min(taken, total));
            for (int i = 0; i < lots.length; i++) {
                assertThat(shares[i]).as("seed %d order %d", seed, i).isBetween(0L, lots[i]);
            }
        }
    }

    private long[] bySize(long taken, long minLots, long... lots) {
        return shared(taken, NO_TOP, ANY, 0, minLots, lots);
    }

    private long[] shared(long taken, int top, long topMost, int fifoBps, long minLots, long... lots) {
        Allocation allocation = new Allocation();
        for (int i = 0; i < lots.length; i++) allocation.add(lots[i], i == leadOrder ? LEAD : i);
        allocation.shareOut(taken, top, topMost, leads, fifoBps, minLots);
        long[] shares = new long[lots.length];
        for (int i = 0; i < shares.length; i++) shares[i] = allocation.share(i);
        return shares;
    }
}
