package io.rialto.feeds.candles;

import io.rialto.feeds.position.Position;
import io.rialto.feeds.prints.PrintLog;
import io.rialto.feeds.prints.PrintWatch;
import java.util.Arrays;

/**
 * Keeps the candles of every instrument, by the time of the frames.
 *
 * <p>Threading: the writing thread, between the position's enter and leave; questions go through {@link #candles}.
 */
public final class CandleFeed implements PrintWatch {
    private final CandlesKept kept;
    private final Candles candles;
    private CandleBook[] books = {};
    private long sequence;
    private long timeNanos;

    public CandleFeed(Position position, CandlesKept kept) {
        this.kept = kept;
        candles = new Candles(position, this);
    }

    public Candles candles() {
        return candles;
    }

    /** What follows is this frame's. */
    public void startFrame(long frameSequence, long frameTimeNanos) {
        sequence = frameSequence;
        timeNanos = frameTimeNanos;
    }

    @Override
    public void onPrint(PrintLog log, long index) {
        book(log).add(index);
    }

    @Override
    public void onTakenOut(PrintLog log, long index) {
        book(log).correct(index, sequence);
    }

    @Override
    public void onPutBack(PrintLog log, long index) {
        book(log).correct(index, sequence);
    }

    /** Candles stay when their trades go. */
    @Override
    public void onForgetting(PrintLog log, long below) {}

    @Override
    public void onFiner(PrintLog log, long priceFactor, long lotFactor) {
        book(log).refine(priceFactor, lotFactor);
    }

    @Override
    public void onLost(PrintLog log) {
        book(log).lose(timeNanos);
    }

    /** The line's time. */
    long nowNanos() {
        return timeNanos;
    }

    /** Null for an instrument that never traded. */
    CandleBook book(int instrument) {
        return instrument > 0 && instrument < books.length ? books[instrument] : null;
    }

    private CandleBook book(PrintLog log) {
        int instrument = log.instrument();
        if (instrument >= books.length) books = Arrays.copyOf(books, instrument * 2);
        if (books[instrument] == null) books[instrument] = new CandleBook(log, kept);
        return books[instrument];
    }
}
