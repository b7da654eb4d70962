package io.rialto.bench.demo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The demo as it runs: who trades where, an auction first, then turn after turn. Decisions come from the seed and from
 * what the venue answers, and from nothing else. One thread.
 */
final class Show {
    /** Somebody who trades: does one thing when it is his turn. */
    interface Participant {
        void act() throws IOException;
    }

    private static final List<Market> BUSY = List.of(
            new Market("BTC-USD", "BTC", "USD", 2, 5_000_000, 150, 5, 2_000),
            new Market("ETH-USD", "ETH", "USD", 2, 300_000, 20, 4, 3_000),
            new Market("BTC-EUR", "BTC", "EUR", 2, 4_600_000, 150, 5, 1_500),
            new Market("ETH-BTC", "ETH", "BTC", 5, 6_000, 1, 3, 300));
    private static final Market QUIET = new Market("OIL-EUR", "OIL", "EUR", 2, 7_500, 1, 0, 20);
    private static final int ORDERS_OF_SIDE = 14;
    private static final int QUIET_TURNS = 150;
    private static final int LEAST_COLLECTED = 10;
    private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final long TELL_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Stage stage;
    private final Tally tally;
    private final SplittableRandom dice;
    private final List<Walk> walks = new ArrayList<>();
    private final List<Participant> makers = new ArrayList<>();
    private final List<Participant> all = new ArrayList<>();
    private final List<Trader> takers = new ArrayList<>();
    private Participant quiet = () -> {};
    private long turns;

    Show(Stage stage, Tally tally, long seed) {
        this.stage = stage;
        this.tally = tally;
        dice = new SplittableRandom(seed);
    }

    static List<Market> markets() {
        List<Market> markets = new ArrayList<>(BUSY);
        markets.add(QUIET);
        return markets;
    }

    /** Everybody, with money. Makers have their turn as often as all others together. */
    void casts() throws IOException {
        Trader tight = stage.trader("Maker Adria");
        Trader wide = stage.trader("Maker Baltic");
        takers.add(stage.trader("Taker Corinth"));
        takers.add(stage.trader("Taker Danube"));
        Trader follower = stage.trader("Follower Elbe");
        for (Market market : BUSY) {
            Walk walk = new Walk(market, dice.split());
            walks.add(walk);
            int near = (int) Math.max(1, market.startTicks() / 100_000);
            int middle = (int) Math.max(near + 4, market.startTicks() / 2_500);
            int far = (int) Math.max(middle + 8, market.startTicks() / 500);
            Maker first = new Maker(tight, walk, dice.split(), near, middle, ORDERS_OF_SIDE);
            Maker second = new Maker(wide, walk, dice.split(), middle / 4 + 1, far, ORDERS_OF_SIDE);
            makers.add(first);
            makers.add(second);
            all.addAll(List.of(first, second, first));
            for (Trader taker : takers) all.add(new Taker(taker, walk, dice.split(), false));
            all.add(new Taker(follower, walk, dice.split(), true));
        }
        Walk still = new Walk(QUIET, dice.split());
        walks.add(still);
        quiet = new Maker(wide, still, dice.split(), 20, 150, 6);
    }

    /** Orders are collected in all busy markets, and then trade at one price each. */
    void opens(int seconds, BooleanSupplier goesOn) throws IOException {
        stage.marks(walks);
        List<Walk> called = new ArrayList<>();
        for (Walk walk : walks.subList(0, BUSY.size())) {
            if (!stage.isContinuous(walk.market())) continue;
            stage.calls(walk.market());
            called.add(walk);
        }
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        int least = LEAST_COLLECTED * called.size();
        for (int i = 0; goesOn.getAsBoolean() && (i < least || System.nanoTime() - end < 0) && !called.isEmpty(); i++) {
            collects(called.get(i % called.size()), i / called.size());
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        for (Walk walk : called) stage.uncrosses(walk.market());
        for (int i = 0; i < 2 * ORDERS_OF_SIDE && goesOn.getAsBoolean(); i++) {
            for (Participant maker : makers) maker.act();
            if (i < 12) quiet.act();
        }
    }

    /** The first two of a market meet, whatever the seed says of the others. */
    private void collects(Walk walk, int number) throws IOException {
        boolean buys = number < 2 ? number == 0 : dice.nextInt(2) == 0;
        long width = Math.max(4, walk.market().startTicks() / 1_000);
        long away = number < 2 ? (buys ? width : -width) / 2 : dice.nextInt((int) -width, (int) width + 1);
        long lots = walk.market().usualLots() / 2 + dice.nextInt(walk.market().usualLots());
        takers.get(number % takers.size()).limit(walk.market(), buys, walk.ticks() + away, lots);
    }

    /** Turn after turn on a schedule; what is late is left out. */
    void goesOn(int ordersPerSecond, BooleanSupplier goesOn, Consumer<String> say) throws IOException {
        long between = TimeUnit.SECONDS.toNanos(1) / ordersPerSecond;
        long begun = System.nanoTime();
        long turn = begun;
        long step = begun;
        long told = begun;
        while (goesOn.getAsBoolean()) {
            turn();
            long now = System.nanoTime();
            if (now - step > STEP_NANOS) {
                walks.forEach(Walk::step);
                step = now;
            }
            if (now - told > TELL_NANOS) {
                stage.marks(walks);
                say.accept(TimeUnit.NANOSECONDS.toSeconds(now - begun) + "s " + tally.line());
                told = now;
            }
            turn = Math.max(turn + between, now - TimeUnit.SECONDS.toNanos(1));
            while (turn - System.nanoTime() > 0 && goesOn.getAsBoolean()) {
                LockSupport.parkNanos(turn - System.nanoTime());
            }
        }
    }

    private void turn() throws IOException {
        turns++;
        if (turns % QUIET_TURNS == 0) quiet.act();
        else all.get(dice.nextInt(all.size())).act();
    }
}
