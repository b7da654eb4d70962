package io.rialto.bench.jmh;

import io.rialto.engine.book.Book;
import io.rialto.engine.book.LevelPool;
import io.rialto.engine.book.OrderPool;
import io.rialto.protocol.Side;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Single calls of the book among so many resting orders on a thousand prices a side. Run: {@code ./rialto bench jmh}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
        value = 2,
        jvmArgsAppend = {"-Xms2g", "-Xmx2g", "-XX:+UseParallelGC", "-XX:+UseTransparentHugePages"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class BookCalls {
    private static final int REACH_TICKS = 1_000;
    private static final int DRAWS = 1 << 16;

    @Param({"10000", "1000000"})
    private int restingOrders;

    private OrderPool orders;
    private Book book;
    private final int[] draws = new int[DRAWS];
    private int turn;
    private int spare;
    private long serial;

    @Setup
    public void fill() {
        SplittableRandom random = new SplittableRandom(7);
        orders = new OrderPool(restingOrders + 1);
        book = new Book(orders, new LevelPool(orders, 64));
        for (int i = 0; i < restingOrders; i++) rest(random.nextInt(), random.nextInt(REACH_TICKS));
        for (int i = 0; i < DRAWS; i++) draws[i] = random.nextInt(restingOrders);
        spare = orders.claim(++serial);
    }

    /** An order joins the back of a price and leaves it. */
    @Benchmark
    public void restAndRemove() {
        int draw = draws[turn++ & DRAWS - 1];
        boolean sells = (draw & 1) != 0;
        int distance = draw % REACH_TICKS;
        orders.terms(spare, sells ? Side.SELL : Side.BUY, price(sells, distance), 10);
        book.rest(spare);
        book.remove(spare);
    }

    /** An old order, anywhere in memory, leaves and joins again at its own price. */
    @Benchmark
    public void removeAndRestAnOldOrder() {
        int slot = draws[turn++ & DRAWS - 1];
        book.remove(slot);
        book.rest(slot);
    }

    /** What a taker asks first. */
    @Benchmark
    public boolean crosses() {
        return book.crosses(Side.BUY, draws[turn++ & DRAWS - 1]);
    }

    /** A walk over a hundred orders in priority order. */
    @Benchmark
    public int walkAHundred() {
        int slot = book.best(Side.SELL);
        for (int i = 0; i < 100; i++) slot = book.next(slot);
        return slot;
    }

    private void rest(int dice, int distance) {
        int slot = orders.claim(++serial);
        boolean sells = (dice & 1) != 0;
        orders.terms(slot, sells ? Side.SELL : Side.BUY, price(sells, distance), 10);
        book.rest(slot);
    }

    private static long price(boolean sells, int distance) {
        return sells ? 100_001 + distance : 99_999 - distance;
    }
}
