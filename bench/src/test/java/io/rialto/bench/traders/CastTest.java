package io.rialto.bench.traders;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What participants decide is a function of the seed and of what they are answered. */
class CastTest {
    private static final int TURNS = 3_000;

    /** What everybody sent, in order; answers follow from what was sent, and from a number that says which venue this is. */
    private static final class Answers {
        final List<String> sent = new ArrayList<>();
        private final Map<String, Long> offered = new HashMap<>();
        private final int venue;
        private int orders;

        Answers(int venue) {
            this.venue = venue;
        }

        Desk desk(String name) {
            return new Desk() {
                @Override
                public Optional<String> rest(Market market, boolean buys, long ticks, long lots) {
                    note("rests", market, buys, ticks, lots);
                    offered.put(market.symbol() + !buys, ticks);
                    return ++orders % 11 == venue ? Optional.empty() : Optional.of(Integer.toString(orders));
                }

                @Override
                public Optional<String> limit(Market market, boolean buys, long ticks, long lots) {
                    note("limit", market, buys, ticks, lots);
                    return Optional.of(Integer.toString(++orders));
                }

                @Override
                public void take(Market market, boolean buys, long ticks, long lots) {
                    note("takes", market, buys, ticks, lots);
                }

                @Override
                public void cancel(String order) {
                    sent.add(name + " cancels " + order);
                }

                @Override
                public boolean isOpen(String order) {
                    return Integer.parseInt(order) % 5 != 0;
                }

                @Override
                public Optional<Long> best(Market market, boolean buys) {
                    return Optional.ofNullable(offered.get(market.symbol() + buys));
                }

                private void note(String what, Market market, boolean buys, long ticks, long lots) {
                    String side = buys ? " buys " : " sells ";
                    sent.add(name + " " + what + side + market.quantity(lots) + " " + market.symbol() + " at "
                            + market.price(ticks));
                }
            };
        }
    }

    private static List<String> decided(long seed, int venue) throws IOException {
        Answers answers = new Answers(venue);
        Cast cast = new Cast(answers::desk, seed);
        for (int i = 0; i < 40; i++)
            cast.collect(
                    cast.busy().get(i % cast.busy().size()), i / cast.busy().size());
        for (int round = 0; round < cast.rounds(); round++) cast.fill(round);
        for (int i = 0; i < TURNS; i++) {
            cast.turn();
            if (i % 5 == 0) cast.step();
        }
        return answers.sent;
    }

    @Test
    void theSameSeedAndTheSameAnswersMakeTheSameOrders() throws IOException {
        List<String> first = decided(7, 0);
        assertThat(first).hasSizeGreaterThan(TURNS);
        assertThat(first).anyMatch(line -> line.startsWith("Taker Corinth takes buys"));
        assertThat(first).anyMatch(line -> line.startsWith("Maker Baltic rests sells") && line.contains("OIL-EUR"));
        assertThat(first).anyMatch(line -> line.startsWith("Follower Elbe takes"));
        assertThat(decided(7, 0)).isEqualTo(first);
    }

    @Test
    void anotherSeedMakesOtherOrders() throws IOException {
        assertThat(decided(8, 0)).isNotEqualTo(decided(7, 0));
    }

    @Test
    void otherAnswersMakeOtherOrdersOfTheSameSeed() throws IOException {
        assertThat(decided(7, 1)).isNotEqualTo(decided(7, 0));
    }
}
