package io.rialto.bench.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.engine.book.OrderPool;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

class IdSlotsTest {
    @RepeatedTest(3)
    void denseAndHugeIdsAreFoundLikeInAMap(RepetitionInfo repetition) {
        SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
        IdSlots ids = new IdSlots(100);
        Map<Long, Integer> map = new HashMap<>();
        for (int i = 0; i < 50_000; i++) {
            long id = random.nextLong(300) * (random.nextBoolean() ? 1 : 1L << 40);
            if (random.nextInt(3) == 0) {
                ids.remove(id);
                map.remove(id);
            } else {
                ids.put(id, i);
                map.put(id, i);
            }
            long probe = random.nextLong(300) * (random.nextBoolean() ? 1 : 1L << 40);
            assertThat(ids.slotOf(probe))
                    .as("seed %d step %d", repetition.getCurrentRepetition(), i)
                    .isEqualTo(map.getOrDefault(probe, OrderPool.NONE));
        }
    }
}
