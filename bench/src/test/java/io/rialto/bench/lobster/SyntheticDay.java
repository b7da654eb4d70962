package io.rialto.bench.lobster;

import io.rialto.bench.recording.BookLevels;
import io.rialto.bench.recording.Instruction;
import io.rialto.bench.recording.Instruction.Kind;
import io.rialto.bench.recording.Instruction.Origin;
import io.rialto.bench.recording.RecordedFill;
import io.rialto.protocol.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A market that never was, seen through a window: messages and books as a LOBSTER pair shows them. Everything beyond
 * the window happens unseen.
 */
public final class SyntheticDay {
    private static final long OPEN_NANOS = 34_200_000_000_000L;
    private static final long MIDDLE = 10_000;

    private record Resting(long order, Side side, long price, long[] open) {}

    private final Random random;
    private final int depth;
    private final long tick;
    private final int live;
    private final PlainBook book = new PlainBook();
    private final List<Resting> resting = new ArrayList<>();
    private final StringBuilder messages = new StringBuilder();
    private final StringBuilder orderbook = new StringBuilder();
    private String shown = "";
    private long nanos = OPEN_NANOS;
    private long orders;

    private SyntheticDay(long seed, int depth, long tick, int live) {
        this.live = live;
        random = new Random(seed);
        this.depth = depth;
        this.tick = tick;
    }

    /** @param rows of the pair; at least so many */
    public static SyntheticDay of(long seed, int rows, int depth, long tick) {
        return of(seed, rows, depth, tick, 20 * depth);
    }

    /** @param live open orders below which more come in; few of them leave levels and whole sides empty */
    public static SyntheticDay of(long seed, int rows, int depth, long tick, int live) {
        SyntheticDay day = new SyntheticDay(seed, depth, tick, live);
        for (int i = 0; i < 2 * live; i++) day.enter();
        day.messages.setLength(0);
        day.orderbook.setLength(0);
        for (int seen = 0;
                seen < rows;
                seen = (int) day.messages.chars().filter(c -> c == '\n').count()) day.step();
        return day;
    }

    public String messages() {
        return messages.toString();
    }

    public String orderbook() {
        return orderbook.toString();
    }

    private void step() {
        nanos += random.nextInt(4) == 0 ? 0 : random.nextInt(5_000_000);
        int what = random.nextInt(100);
        if (what < 45 || resting.size() < live) enter();
        else if (what < 75) lower(true);
        else if (what < 85) lower(false);
        else if (what < 97) execute();
        else message(5, 0, 1 + random.nextInt(100), price(Side.BUY, 1), Side.SELL, true);
    }

    private void enter() {
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        int away = 1 + random.nextInt(3 * depth + 3);
        Resting order = new Resting(++orders, side, price(side, away), new long[] {1 + random.nextInt(300)});
        resting.add(order);
        apply(Kind.NEW, order, order.open[0]);
        message(1, order.order, order.open[0], order.price, side, false);
    }

    private long price(Side side, int away) {
        return tick * (side == Side.BUY ? MIDDLE - away : MIDDLE + away);
    }

    private void lower(boolean whole) {
        int at = random.nextInt(resting.size());
        Resting order = resting.get(at);
        long size = whole || order.open[0] == 1 ? order.open[0] : 1 + random.nextInt((int) order.open[0]);
        boolean isAll = size == order.open[0];
        apply(isAll ? Kind.CANCEL : Kind.REDUCE, order, size);
        order.open[0] -= size;
        if (isAll) resting.remove(at);
        message(whole ? 3 : 2, order.order, size, order.price, order.side, false);
    }

    /** An incoming order against the oldest at the best price. */
    private void execute() {
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        BookLevels top = book.levels(1);
        if (!top.has(side, 0)) return;
        long price = top.price(side, 0);
        Resting oldest = resting.stream()
                .filter(order -> order.side == side && order.price == price)
                .findFirst()
                .orElseThrow();
        long size = 1 + random.nextInt((int) oldest.open[0]);
        Side incoming = side == Side.BUY ? Side.SELL : Side.BUY;
        List<RecordedFill> fills = book.apply(instruction(Kind.MARKET, -1, incoming, price, size));
        if (fills.get(0).order() != oldest.order) throw new AssertionError("not the oldest: " + fills);
        oldest.open[0] -= size;
        if (oldest.open[0] == 0) resting.remove(oldest);
        message(4, oldest.order, size, price, side, true);
    }

    private void apply(Kind kind, Resting order, long size) {
        book.apply(instruction(kind, order.order, order.side, order.price, size));
    }

    private static Instruction instruction(Kind kind, long order, Side side, long price, long size) {
        return new Instruction(1, 0, 0, kind, order, side, price, size, Origin.MESSAGE, List.of());
    }

    /** A row is written when the window shows it. */
    private void message(int type, long order, long size, long price, Side side, boolean always) {
        String now = window();
        if (!always && now.equals(shown)) return;
        shown = now;
        messages.append(nanos / 1_000_000_000L).append('.');
        String fraction = String.format("%09d", nanos % 1_000_000_000L).replaceAll("0+$", "");
        messages.append(fraction.isEmpty() ? "0" : fraction)
                .append(',')
                .append(type)
                .append(',')
                .append(order);
        messages.append(',').append(size).append(',').append(price).append(',');
        messages.append(side == Side.BUY ? 1 : -1).append('\n');
        orderbook.append(now).append('\n');
    }

    private String window() {
        BookLevels levels = book.levels(depth);
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            if (i > 0) row.append(',');
            row.append(levels.has(Side.SELL, i) ? levels.price(Side.SELL, i) : 9_999_999_999L)
                    .append(',');
            row.append(levels.quantity(Side.SELL, i)).append(',');
            row.append(levels.has(Side.BUY, i) ? levels.price(Side.BUY, i) : -9_999_999_999L)
                    .append(',');
            row.append(levels.quantity(Side.BUY, i));
        }
        return row.toString();
    }
}
