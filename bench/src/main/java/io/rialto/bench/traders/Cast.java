package io.rialto.bench.traders;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Who trades where, and whose turn it is. Decisions come from the seed and from what desks answer, and from nothing else: the same seed
 * and the same answers make the same orders. One thread.
 */
public final class Cast {
    private static final List<Market> BUSY = List.of(
            new Market("BTC-USD", "BTC", "USD", 2, 5_000_000, 150, 5, 2_000),
            new Market("ETH-USD", "ETH", "USD", 2, 300_000, 20, 4, 3_000),
            new Market("BTC-EUR", "BTC", "EUR", 2, 4_600_000, 150, 5, 1_500),
            new Market("ETH-BTC", "ETH", "BTC", 5, 6_000, 1, 3, 300));
    private static final Market QUIET = new Market("OIL-EUR", "OIL", "EUR", 2, 7_500, 1, 0, 20);
    private static final int ORDERS_OF_SIDE = 14;
    private static final int QUIET_TURNS = 150;
    private static final int QUIET_ORDERS = 12;

    private final SplittableRandom dice;
    private final List<Walk> walks = new ArrayList<>();
    private final List<Participant> makers = new ArrayList<>();
    private final List<Participant> all = new ArrayList<>();
    private final List<Desk> takers = new ArrayList<>();
    private final Participant quiet;
    private long turns;

    /** Gives each his account, by his name. */
    public interface Desks {
        Desk of(String name) throws IOException;
    }

    /** Everybody. Makers have their turn as often as all others together. */
    public Cast(Desks desks, long seed) throws IOException {
        dice = new SplittableRandom(seed);
        Desk tight = desks.of("Maker Adria");
        Desk wide = desks.of("Maker Baltic");
        takers.add(desks.of("Taker Corinth"));
        takers.add(desks.of("Taker Danube"));
        Desk follower = desks.of("Follower Elbe");
        for (Market market : BUSY) trade(new Walk(market, dice.split()), tight, wide, follower);
        Walk still = new Walk(QUIET, dice.split());
        walks.add(still);
        quiet = new Maker(wide, still, dice.split(), 20, 150, 6);
    }

    private void trade(Walk walk, Desk tight, Desk wide, Desk follower) {
        walks.add(walk);
        int near = (int) Math.max(1, walk.market().startTicks() / 100_000);
        int middle = (int) Math.max(near + 4, walk.market().startTicks() / 2_500);
        int far = (int) Math.max(middle + 8, walk.market().startTicks() / 500);
        Maker first = new Maker(tight, walk, dice.split(), near, middle, ORDERS_OF_SIDE);
        Maker second = new Maker(wide, walk, dice.split(), middle / 4 + 1, far, ORDERS_OF_SIDE);
        makers.add(first);
        makers.add(second);
        all.addAll(List.of(first, second, first));
        for (Desk taker : takers) all.add(new Taker(taker, walk, dice.split(), false));
        all.add(new Taker(follower, walk, dice.split(), true));
    }

    public static List<Market> markets() {
        List<Market> markets = new ArrayList<>(BUSY);
        markets.add(QUIET);
        return markets;
    }

    /** Where each market is believed to stand; the quiet one last. */
    public List<Walk> walks() {
        return List.copyOf(walks);
    }

    public List<Walk> busy() {
        return List.copyOf(walks.subList(0, BUSY.size()));
    }

    /** One order of an auction. The first two of a market meet, whatever the seed says of the others. */
    public void collect(Walk walk, int number) throws IOException {
        boolean buys = number < 2 ? number == 0 : dice.nextInt(2) == 0;
        long width = Math.max(4, walk.market().startTicks() / 1_000);
        long away = number < 2 ? (buys ? width : -width) / 2 : dice.nextInt((int) -width, (int) width + 1);
        long lots = walk.market().usualLots() / 2 + dice.nextInt(walk.market().usualLots());
        takers.get(number % takers.size()).limit(walk.market(), buys, walk.ticks() + away, lots);
    }

    /** How many rounds of {@link #fill} make full books. */
    public int rounds() {
        return 2 * ORDERS_OF_SIDE;
    }

    /** Every maker puts one order more into his book. */
    public void fill(int round) throws IOException {
        for (Participant maker : makers) maker.act();
        if (round < QUIET_ORDERS) quiet.act();
    }

    /** One of them does one thing. */
    public void turn() throws IOException {
        turns++;
        if (turns % QUIET_TURNS == 0) quiet.act();
        else all.get(dice.nextInt(all.size())).act();
    }

    /** Beliefs move on. */
    public void step() {
        walks.forEach(Walk::step);
    }
}
