package io.rialto.feeds.returns;

import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.engine.simulation.DecidedFlow;
import io.rialto.feeds.Feeds;
import io.rialto.feeds.FeedsOptions;
import io.rialto.feeds.costs.CostMethod;
import io.rialto.feeds.past.Flow;
import io.rialto.feeds.past.Grid;
import io.rialto.feeds.past.Past;
import io.rialto.feeds.portfolio.EquityPoint;
import io.rialto.protocol.frame.FrameView;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Every kind of command, as seeded flows draw them: the past is told as it was told when it was the present. */
class PastThroughFlowsTest {
    private static final long LISTED_LATE = 49_297_309_314_719L;
    private static final int SEEDS = 60;
    private static final int COMMANDS = 200;

    @Test
    void thePastIsAsItWasTold() {
        for (long seed = 1; seed <= SEEDS; seed++) new Played(seed).agrees();
    }

    /** Money that was there before there was an asset in which the venue values was told as a gain. */
    @Test
    void thePastIsAsItWasToldWhereItOnceWasNot() {
        new Played(LISTED_LATE).agrees();
    }

    @Test
    void theSameOfFreshFlows() {
        long first = System.nanoTime();
        for (long seed = first; seed < first + SEEDS; seed++) new Played(seed).agrees();
    }

    /** A flow that was watched, minute by minute. */
    private static final class Played {
        private final long seed;
        private final Feeds feeds = new Feeds(FeedsOptions.defaults());
        private final Map<Integer, Map<Long, EquityPoint>> told = new TreeMap<>();
        private long lastNanos = Long.MAX_VALUE;
        private int accounts;

        Played(long seed) {
            this.seed = seed;
            FrameView view = new FrameView();
            DecidedFlow.play(seed, COMMANDS, (core, frame) -> {
                view.wrap(frame.buffer(), 0);
                if (lastNanos < Grid.MINUTE.floor(view.timeNanos())) watch(Grid.MINUTE.end(lastNanos));
                lastNanos = view.timeNanos();
                feeds.onFrame(view);
                accounts = core.state().accountCount();
            });
        }

        private void watch(long endNanos) {
            for (int account = 100; account < 100 + accounts; account++) {
                told.computeIfAbsent(account, any -> new TreeMap<>()).put(endNanos, live(account));
            }
        }

        private EquityPoint live(int account) {
            return feeds.portfolios().of(account, CostMethod.AVERAGE).now();
        }

        void agrees() {
            told.forEach((account, points) -> {
                long[] moments =
                        points.keySet().stream().mapToLong(Long::longValue).toArray();
                Past past = feeds.portfolios().past(account, Grid.MINUTE, moments);
                List<EquityPoint> then =
                        past.moments().stream().map(Worth::point).toList();
                int i = 0;
                for (Map.Entry<Long, EquityPoint> each : points.entrySet())
                    isSame(account, each.getValue(), then.get(i++));
                isSame(account, live(account), Worth.point(past.now()));
                BigInteger paid = past.flows().stream().map(Flow::amountMinor).reduce(BigInteger.ZERO, BigInteger::add);
                assertThat(paid)
                        .as("seed %s account %s", seed, account)
                        .isEqualTo(live(account).transfers());
                partsAddUp(account, points);
            });
        }

        private void isSame(int account, EquityPoint told, EquityPoint then) {
            assertThat(parts(then))
                    .as("seed %s account %s at %s", seed, account, then)
                    .isEqualTo(parts(told));
        }

        private static List<BigInteger> parts(EquityPoint point) {
            return List.of(point.equity(), point.price(), point.fees(), point.funding(), point.transfers());
        }

        private void partsAddUp(int account, Map<Long, EquityPoint> points) {
            List<Long> moments = new ArrayList<>(points.keySet());
            long[] ends = {moments.get(0), moments.get(moments.size() - 1)};
            Past past = feeds.portfolios().past(account, Grid.MINUTE, ends);
            for (CostMethod method : CostMethod.values()) {
                Attribution told = Attribution.between(past.moments().get(0), past.now(), method);
                BigInteger sum =
                        told.lines().stream().map(Attribution.Line::sum).reduce(told.other(), BigInteger::add);
                assertThat(sum).as("seed %s account %s", seed, account).isEqualTo(told.total());
                assertThat(told.total())
                        .as("seed %s account %s", seed, account)
                        .isEqualTo(live(account).since(points.get(ends[0])).profit());
            }
        }
    }
}
