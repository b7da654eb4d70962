package io.rialto.bench.lobster;

import io.rialto.protocol.Side;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** The whole message file in memory, by row: what the script needs to look ahead. */
final class Messages {
    static final int SUBMITTED = 1;
    static final int REDUCED = 2;
    static final int DELETED = 3;
    static final int EXECUTED = 4;

    private static final int FIELDS = 6;

    private int rows;
    private long[] timeNanos = new long[1 << 12];
    private byte[] types = new byte[1 << 12];
    private long[] orders = new long[1 << 12];
    private long[] sizes = new long[1 << 12];
    private long[] prices = new long[1 << 12];
    private boolean[] buys = new boolean[1 << 12];

    static Messages read(Path file) throws IOException {
        Messages messages = new Messages();
        try (CsvRows csv = new CsvRows(file)) {
            while (csv.next()) messages.add(csv);
        }
        return messages;
    }

    int rows() {
        return rows;
    }

    long timeNanos(int row) {
        return timeNanos[row];
    }

    int type(int row) {
        return types[row];
    }

    /** The recording venue's own id of the resting order. */
    long order(int row) {
        return orders[row];
    }

    long size(int row) {
        return sizes[row];
    }

    long price(int row) {
        return prices[row];
    }

    /** Of the resting order. */
    Side side(int row) {
        return buys[row] ? Side.BUY : Side.SELL;
    }

    /** Whether it speaks of an order in the visible book; hidden executions, crosses and halts do not. */
    boolean isVisible(int row) {
        return types[row] <= EXECUTED;
    }

    /** Whether it names an order that must have been in the book before. */
    boolean namesResting(int row) {
        return types[row] >= REDUCED && types[row] <= EXECUTED;
    }

    private void add(CsvRows csv) {
        if (csv.fields() < FIELDS) throw csv.fault("a message has six fields: had " + csv.fields());
        if (rows == types.length) grow();
        long type = csv.number(1);
        if (type < 1 || type > 7) throw csv.fault("field 2 (type) must be 1..7: was " + type);
        timeNanos[rows] = csv.nanos(0);
        types[rows] = (byte) type;
        orders[rows] = csv.number(2);
        sizes[rows] = csv.number(3);
        prices[rows] = csv.number(4);
        buys[rows] = csv.number(5) == 1;
        if (type <= EXECUTED) checkVisible(csv);
        rows++;
    }

    private void checkVisible(CsvRows csv) {
        if (sizes[rows] <= 0) throw csv.fault("field 4 (size) must be above zero: was " + sizes[rows]);
        if (prices[rows] <= 0) throw csv.fault("field 5 (price) must be above zero: was " + prices[rows]);
        long direction = csv.number(5);
        if (Math.abs(direction) != 1) throw csv.fault("field 6 (direction) must be 1 or -1: was " + direction);
    }

    private void grow() {
        int larger = rows * 2;
        timeNanos = Arrays.copyOf(timeNanos, larger);
        types = Arrays.copyOf(types, larger);
        orders = Arrays.copyOf(orders, larger);
        sizes = Arrays.copyOf(sizes, larger);
        prices = Arrays.copyOf(prices, larger);
        buys = Arrays.copyOf(buys, larger);
    }
}
