package io.rialto.bench.lobster;

import io.rialto.bench.recording.BookLevels;
import io.rialto.bench.recording.Instruction;
import io.rialto.bench.recording.Instruction.Kind;
import io.rialto.bench.recording.Instruction.Origin;
import io.rialto.bench.recording.RecordedFill;
import io.rialto.protocol.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** A ready-made command stream that never was: sweeps, marketable limits whose rest stays, and the book after each. */
public final class SyntheticStream {
    private static final int DEPTH = 5;

    private record Open(long order, Side side, long price, long[] lots) {}

    private final Random random;
    private final PlainBook book = new PlainBook();
    private final List<Open> open = new ArrayList<>();
    private final StringBuilder commands = new StringBuilder();
    private final StringBuilder expected = new StringBuilder();
    private long number;
    private long orders;

    private SyntheticStream(long seed) {
        random = new Random(seed);
    }

    public static SyntheticStream of(long seed, int commands) {
        SyntheticStream stream = new SyntheticStream(seed);
        for (int i = 0; i < commands; i++) stream.step();
        return stream;
    }

    public String commands() {
        return commands.toString();
    }

    public String expected() {
        return expected.toString();
    }

    private void step() {
        int what = random.nextInt(10);
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        if (what < 6 || open.size() < 10) enter(Kind.NEW, side, 2_000_000 + 100L * random.nextInt(60));
        else if (what < 8) lower();
        else enter(Kind.MARKET, side, side == Side.BUY ? 2_004_000 : 2_002_000);
    }

    private void enter(Kind kind, Side side, long price) {
        Open order = new Open(++orders, side, price, new long[] {1 + random.nextInt(200)});
        Instruction instruction = instruction(kind, order, order.lots[0]);
        List<RecordedFill> fills = book.apply(instruction);
        long taken = fills.stream().mapToLong(RecordedFill::quantity).sum();
        for (RecordedFill fill : fills) {
            open.stream().filter(o -> o.order == fill.order()).forEach(o -> o.lots[0] -= fill.quantity());
        }
        open.removeIf(o -> o.lots[0] == 0);
        write(instruction, fills);
        order.lots[0] -= taken;
        if (kind == Kind.NEW && order.lots[0] > 0) open.add(order);
    }

    private void lower() {
        Open order = open.get(random.nextInt(open.size()));
        long lots = random.nextBoolean() ? order.lots[0] : 1 + random.nextInt((int) order.lots[0]);
        Instruction instruction = instruction(lots == order.lots[0] ? Kind.CANCEL : Kind.REDUCE, order, lots);
        book.apply(instruction);
        order.lots[0] -= lots;
        open.removeIf(o -> o.lots[0] == 0);
        write(instruction, List.of());
    }

    private Instruction instruction(Kind kind, Open order, long lots) {
        return new Instruction(
                ++number,
                number - 1,
                number,
                kind,
                order.order,
                order.side,
                order.price,
                lots,
                Origin.MESSAGE,
                List.of());
    }

    private void write(Instruction instruction, List<RecordedFill> fills) {
        commands.append("{\"seq\":")
                .append(instruction.number())
                .append(",\"row\":")
                .append(instruction.row());
        commands.append(",\"ts_ns\":").append(instruction.timeNanos()).append(",\"type\":\"");
        commands.append(instruction.kind().name().toLowerCase(Locale.ROOT)).append("\",\"orderId\":");
        commands.append(instruction.order()).append(",\"side\":\"");
        commands.append(instruction.side().name().toLowerCase(Locale.ROOT)).append("\",\"price\":");
        commands.append(instruction.price()).append(",\"qty\":").append(instruction.quantity());
        commands.append(",\"origin\":\"message\"");
        if (!fills.isEmpty()) {
            commands.append(",\"fills\":")
                    .append(fills.stream()
                            .map(fill -> "[" + fill.order() + "," + fill.price() + "," + fill.quantity() + "]")
                            .toList());
        }
        commands.append("}\n");
        expected.append("{\"row\":")
                .append(instruction.row())
                .append(",\"seq\":")
                .append(instruction.number());
        BookLevels levels = book.levels(DEPTH);
        side(",\"asks\":[", levels, Side.SELL);
        side(",\"bids\":[", levels, Side.BUY);
        expected.append("}\n");
    }

    private void side(String name, BookLevels levels, Side side) {
        expected.append(name);
        for (int i = 0; levels.has(side, i); i++) {
            expected.append(i == 0 ? "[" : ",[").append(levels.price(side, i)).append(',');
            expected.append(levels.quantity(side, i)).append(']');
        }
        expected.append(']');
    }
}
