package io.rialto.bench.lobster;

import io.rialto.bench.lobster.ModelBook.ModelOrder;
import io.rialto.bench.recording.Instruction;
import io.rialto.bench.recording.Instruction.Kind;
import io.rialto.bench.recording.Instruction.Origin;
import io.rialto.bench.recording.RecordedFill;
import io.rialto.protocol.Side;
import java.util.ArrayList;
import java.util.List;

/** The instructions of one row in the making; each is applied to the model as it is written. */
final class Script {
    private final Messages messages;
    private final ModelBook book;
    private final List<Instruction> instructions = new ArrayList<>();
    private int row;
    private long number;
    private long orders;

    Script(Messages messages, ModelBook book) {
        this.messages = messages;
        this.book = book;
    }

    void begin(int row) {
        this.row = row;
        instructions.clear();
    }

    List<Instruction> instructions() {
        return instructions;
    }

    void enter(long source, Side side, long price, long quantity, Origin origin) {
        ModelOrder order = book.add(++orders, source, side, price, quantity);
        write(Kind.NEW, order.number, side, price, quantity, origin, List.of());
    }

    /** Takes quantity off an order; all of it is a cancel. */
    void lower(ModelOrder order, long quantity, Origin origin) {
        Kind kind = quantity < order.open ? Kind.REDUCE : Kind.CANCEL;
        long lowered = Math.min(quantity, order.open);
        write(kind, order.number, order.side, order.price, lowered, origin, List.of());
        book.lower(order, lowered);
    }

    /** An incoming order that takes what rests, best first, at no worse than the price. */
    void take(Side resting, long price, long quantity) {
        List<RecordedFill> fills = new ArrayList<>(1);
        long left = quantity;
        while (left > 0 && !book.ladder(resting).isEmpty()) {
            ModelOrder maker = book.ladder(resting).firstEntry().getValue().get(0);
            if (resting == Side.SELL ? maker.price > price : maker.price < price) break;
            long traded = Math.min(left, maker.open);
            fills.add(new RecordedFill(maker.number, maker.price, traded));
            book.lower(maker, traded);
            left -= traded;
        }
        Side side = resting == Side.SELL ? Side.BUY : Side.SELL;
        write(Kind.MARKET, ++orders, side, price, quantity, Origin.MESSAGE, List.copyOf(fills));
    }

    private void write(
            Kind kind, long order, Side side, long price, long quantity, Origin origin, List<RecordedFill> fills) {
        instructions.add(new Instruction(
                ++number, row, messages.timeNanos(row), kind, order, side, price, quantity, origin, fills));
    }
}
