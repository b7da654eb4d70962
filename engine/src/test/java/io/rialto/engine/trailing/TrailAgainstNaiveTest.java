package io.rialto.engine.trailing;

import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.engine.agenda.Agenda;
import io.rialto.engine.book.OrderPool;
import io.rialto.engine.orders.OpenOrders;
import io.rialto.engine.orders.Special;
import io.rialto.protocol.OrderType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The trail and a list that looks at every order for every price release the same orders by the same triggers. */
class TrailAgainstNaiveTest {
    private static final int STEPS = 4_000;

    private final OpenOrders orders = new OpenOrders(new OrderPool(16), new Agenda(), 4, 16);
    private final Map<Integer, Long> extremes = new TreeMap<>(); // by slot
    private final List<String> released = new ArrayList<>();
    private long sequence;

    @Test
    void bothReleaseTheSame() {
        long first = System.nanoTime();
        for (long seed = first; seed < first + 60; seed++) play(seed, (seed & 1) == 0);
    }

    private void play(long seed, boolean sells) {
        Random random = new Random(seed);
        Trail trail = new Trail(orders, sells);
        int chancesOfOrder = random.nextInt(60);
        long price = 5_000;
        for (int step = 0; step < STEPS; step++) {
            price = Math.max(1, price + random.nextInt(21) - 10);
            see(trail, sells, price, seed);
            if (random.nextInt(100) < chancesOfOrder) extremes.put(begin(trail, random, price), price);
            if (extremes.isEmpty()) continue;
            int slot = List.copyOf(extremes.keySet()).get(random.nextInt(extremes.size()));
            assertThat(trail.extremeTicks(orders.special(slot)))
                    .as("seed=%d", seed)
                    .isEqualTo(extremes.get(slot));
            if (random.nextInt(10) == 0) leave(trail, slot);
            else if (random.nextInt(10) == 0) trail.requeue(slot, ++sequence);
        }
        for (int slot : List.copyOf(extremes.keySet())) leave(trail, slot);
        assertThat(trail.size()).isZero();
    }

    private void leave(Trail trail, int slot) {
        trail.leave(slot);
        extremes.remove(slot);
        orders.end(slot);
    }

    private int begin(Trail trail, Random random, long price) {
        Special terms = new Special();
        terms.type = (byte) OrderType.TRAILING_STOP.value();
        if (random.nextBoolean()) terms.trailingTicks = 1 + random.nextInt(random.nextBoolean() ? 8 : 400);
        else terms.trailingBps = 1 + random.nextInt(random.nextBoolean() ? 8 : 800);
        int slot = orders.claim();
        orders.specialize(slot, terms, null);
        orders.special(slot).electionSequence = ++sequence;
        trail.begin(slot, price);
        return slot;
    }

    private void see(Trail trail, boolean sells, long price, long seed) {
        extremes.replaceAll((slot, extreme) -> sells ? Math.max(extreme, price) : Math.min(extreme, price));
        List<String> expected = extremes.keySet().stream()
                .filter(slot -> sells ? price <= trigger(slot, true) : price >= trigger(slot, false))
                .map(slot -> slot + " at " + trigger(slot, sells))
                .sorted()
                .toList();
        released.clear();
        List<Integer> gone = new ArrayList<>();
        trail.sees(price, (slot, ticks) -> {
            released.add(slot + " at " + ticks);
            gone.add(slot);
        });
        released.sort(Comparator.naturalOrder());
        assertThat(released).as("seed=%d", seed).isEqualTo(expected);
        for (int slot : gone) {
            extremes.remove(slot);
            orders.end(slot);
        }
    }

    private long trigger(int slot, boolean sells) {
        return TrailPrices.trigger(orders.special(slot), sells, extremes.get(slot));
    }
}
