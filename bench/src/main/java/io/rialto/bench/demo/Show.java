package io.rialto.bench.demo;

import io.rialto.bench.traders.Cast;
import io.rialto.bench.traders.Tally;
import io.rialto.bench.traders.Walk;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** The demo as it runs: an auction first, then turn after turn on a schedule. One thread. */
final class Show {
    private static final int LEAST_COLLECTED = 10;
    private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final long TELL_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Stage stage;
    private final Cast cast;
    private final Tally tally;

    Show(Stage stage, Cast cast, Tally tally) {
        this.stage = stage;
        this.cast = cast;
        this.tally = tally;
    }

    /** Orders are collected in all busy markets, and then trade at one price each; then books are filled. */
    void opens(int seconds, BooleanSupplier goesOn) throws IOException {
        stage.marks(cast.walks());
        List<Walk> called = new ArrayList<>();
        for (Walk walk : cast.busy()) {
            if (!stage.isContinuous(walk.market())) continue;
            stage.calls(walk.market());
            called.add(walk);
        }
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        int least = LEAST_COLLECTED * called.size();
        for (int i = 0; goesOn.getAsBoolean() && (i < least || System.nanoTime() - end < 0) && !called.isEmpty(); i++) {
            cast.collect(called.get(i % called.size()), i / called.size());
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        for (Walk walk : called) stage.uncrosses(walk.market());
        for (int round = 0; round < cast.rounds() && goesOn.getAsBoolean(); round++) cast.fill(round);
    }

    /** Turn after turn; what is late is left out. */
    void goesOn(int ordersPerSecond, BooleanSupplier goesOn, Consumer<String> say) throws IOException {
        long between = TimeUnit.SECONDS.toNanos(1) / ordersPerSecond;
        long begun = System.nanoTime();
        long turn = begun;
        long step = begun;
        long told = begun;
        while (goesOn.getAsBoolean()) {
            cast.turn();
            long now = System.nanoTime();
            if (now - step > STEP_NANOS) {
                cast.step();
                step = now;
            }
            if (now - told > TELL_NANOS) {
                marks(say);
                say.accept(TimeUnit.NANOSECONDS.toSeconds(now - begun) + "s " + tally.line());
                told = now;
            }
            turn = Math.max(turn + between, now - TimeUnit.SECONDS.toNanos(1));
            while (turn - System.nanoTime() > 0 && goesOn.getAsBoolean()) {
                LockSupport.parkNanos(turn - System.nanoTime());
            }
        }
    }

    /** Prices of reference: where the venue does not answer in time, those from before stay, and the show goes on. */
    private void marks(Consumer<String> say) {
        try {
            stage.marks(cast.walks());
        } catch (IOException late) {
            say.accept("prices of reference stay as they are: " + late.getMessage());
        }
    }
}
