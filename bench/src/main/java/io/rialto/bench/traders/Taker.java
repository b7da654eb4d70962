package io.rialto.bench.traders;

import java.io.IOException;
import java.util.Optional;
import java.util.SplittableRandom;

/** Buys and sells what others offer: without an opinion, or after the trend that he has seen. */
final class Taker implements Participant {
    private static final int TOLERATED_SHARE = 500;

    private final Desk desk;
    private final Walk walk;
    private final SplittableRandom dice;
    private final boolean followsTrend;
    private long seenTicks;

    Taker(Desk desk, Walk walk, SplittableRandom dice, boolean followsTrend) {
        this.desk = desk;
        this.walk = walk;
        this.dice = dice;
        this.followsTrend = followsTrend;
    }

    @Override
    public void act() throws IOException {
        boolean rises = dice.nextInt(2) == 0;
        Optional<Long> offered = desk.best(walk.market(), rises);
        if (offered.isEmpty()) return;
        boolean buys = followsTrend && seenTicks != 0 && offered.get() != seenTicks ? offered.get() > seenTicks : rises;
        seenTicks = offered.get();
        Optional<Long> best = buys == rises ? offered : desk.best(walk.market(), buys);
        if (best.isEmpty()) return;
        long worse = Math.max(2, best.get() / TOLERATED_SHARE);
        long lots = 1 + dice.nextInt(walk.market().usualLots() * (dice.nextInt(8) == 0 ? 6 : 1));
        desk.take(walk.market(), buys, best.get() + (buys ? worse : -worse), lots);
    }
}
