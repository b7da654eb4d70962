package io.rialto.bench.lobster;

import io.rialto.bench.recording.BookLevels;
import io.rialto.bench.recording.RecordingFault;
import io.rialto.protocol.Side;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * How far the recording could see after each row: the price of its last level on each side, or everything when it
 * showed fewer levels than it has room for.
 */
final class Windows {
    private static final long EVERYTHING_ABOVE = Long.MAX_VALUE;
    private static final long EVERYTHING_BELOW = 0;

    private int rows;
    private int depth;
    private long[] askEdges = new long[1 << 12];
    private long[] bidEdges = new long[1 << 12];
    private long tick;

    static Windows read(Path orderbook, Messages messages) throws IOException {
        Windows windows = new Windows();
        try (BookRows books = new BookRows(orderbook)) {
            while (books.next()) windows.add(books.levels());
        }
        if (windows.rows != messages.rows()) {
            throw new RecordingFault(
                    orderbook.getFileName().toString(),
                    windows.rows,
                    "has " + windows.rows + " rows where the message file has " + messages.rows());
        }
        for (int row = 0; row < messages.rows(); row++) {
            if (messages.isVisible(row)) windows.tick = commonStep(windows.tick, messages.price(row));
        }
        return windows;
    }

    int depth() {
        return depth;
    }

    /** The largest price step that every visible price is a multiple of. */
    long tick() {
        return Math.max(1, tick);
    }

    boolean sees(int row, Side side, long price) {
        return side == Side.SELL ? price <= askEdges[row] : price >= bidEdges[row];
    }

    private void add(BookLevels levels) {
        if (rows == askEdges.length) {
            askEdges = Arrays.copyOf(askEdges, rows * 2);
            bidEdges = Arrays.copyOf(bidEdges, rows * 2);
        }
        depth = levels.depth();
        boolean asksFull = levels.has(Side.SELL, depth - 1);
        boolean bidsFull = levels.has(Side.BUY, depth - 1);
        askEdges[rows] = asksFull ? levels.price(Side.SELL, depth - 1) : EVERYTHING_ABOVE;
        bidEdges[rows] = bidsFull ? levels.price(Side.BUY, depth - 1) : EVERYTHING_BELOW;
        for (int i = 0; i < depth; i++) {
            tick = commonStep(tick, levels.price(Side.SELL, i));
            tick = commonStep(tick, levels.price(Side.BUY, i));
        }
        rows++;
    }

    private static long commonStep(long a, long b) {
        return b == 0 ? a : commonStep(b, a % b);
    }
}
