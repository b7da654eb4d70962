package io.rialto.bench.lobster;

import io.rialto.bench.lobster.ModelBook.ModelOrder;
import io.rialto.bench.lobster.OutOfTurn.Cause;
import io.rialto.bench.recording.BookLevels;
import io.rialto.bench.recording.Instruction;
import io.rialto.bench.recording.Instruction.Origin;
import io.rialto.protocol.Side;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A raw LOBSTER pair as instructions, row by row, with the book that must stand after each row.
 *
 * <p>Row 0 seeds the book. From then on a message becomes the command that the recording venue must have received;
 * only levels that come into sight at the outer edge of the window are put right from the orderbook file. An
 * execution that price-time priority would not have given is lowered where it stands, and said.
 *
 * <p>Usage: {@link #next} until false; what the accessors answer is of the row last moved to. One thread. The message
 * file is held in memory, the orderbook file is read twice.
 *
 * <p>Errors: {@link io.rialto.bench.recording.RecordingFault} with file and line for anything unreadable.
 */
public final class LobsterScript implements AutoCloseable {
    private final Messages messages;
    private final Windows windows;
    private final ModelBook book = new ModelBook();
    private final Script script;
    private final Reveals reveals;
    private final OutOfTurn outOfTurn;
    private final BookRows shown;
    private int row = -1;
    private int revealed;
    private Optional<Cause> exception = Optional.empty();

    private LobsterScript(Messages messages, Path orderbook) throws IOException {
        this.messages = messages;
        windows = Windows.read(orderbook, messages);
        script = new Script(messages, book);
        reveals = new Reveals(windows, new Lookahead(messages, windows), book, script);
        outOfTurn = new OutOfTurn(messages, book);
        shown = new BookRows(orderbook);
    }

    public static LobsterScript open(Path messages, Path orderbook) throws IOException {
        return new LobsterScript(Messages.read(messages), orderbook);
    }

    public int rows() {
        return messages.rows();
    }

    /** Levels a side that the recording shows. */
    public int depth() {
        return windows.depth();
    }

    /** The price step of the recording, in its price units of 1/10,000. */
    public long tick() {
        return windows.tick();
    }

    public boolean next() throws IOException {
        if (!shown.next()) return false;
        script.begin(++row);
        exception = Optional.empty();
        if (row > 0) apply();
        revealed = reveals.putRight(row, shown.levels());
        return true;
    }

    /** From 0. */
    public int row() {
        return row;
    }

    public List<Instruction> instructions() {
        return script.instructions();
    }

    public BookLevels expected() {
        return shown.levels();
    }

    /** Levels put right in this row. */
    public int revealed() {
        return revealed;
    }

    /** Why this row's execution came out of turn; empty for every other row. */
    public Optional<String> exception() {
        return exception.map(Cause::toString);
    }

    private void apply() {
        Side side = messages.side(row);
        long price = messages.price(row);
        long size = messages.size(row);
        switch (messages.type(row)) {
            case Messages.SUBMITTED -> script.enter(messages.order(row), side, price, size, Origin.MESSAGE);
            case Messages.REDUCED -> lower(side, price, size, Origin.MESSAGE);
            case Messages.DELETED -> lower(side, price, Long.MAX_VALUE, Origin.MESSAGE);
            case Messages.EXECUTED -> execute(side, price, size);
            default -> {
                // hidden executions, crosses and halts leave the visible book as it is
            }
        }
    }

    private void lower(Side side, long price, long size, Origin origin) {
        ModelOrder order = book.named(messages.order(row), side, price);
        if (order != null) {
            script.lower(order, size, origin);
            return;
        }
        ModelOrder nameless = book.nameless(side, price, messages.size(row));
        if (nameless != null) script.lower(nameless, messages.size(row), origin);
    }

    private void execute(Side side, long price, long size) {
        ModelOrder order = book.named(messages.order(row), side, price);
        if (order == null) order = book.nameless(side, price, size);
        if (order == null || book.isFront(order)) {
            script.take(side, price, size);
        } else {
            exception = Optional.of(outOfTurn.causeOf(row, order));
            script.lower(order, size, Origin.EXEC_OUT_OF_TURN);
        }
    }

    @Override
    public void close() throws IOException {
        shown.close();
    }
}
