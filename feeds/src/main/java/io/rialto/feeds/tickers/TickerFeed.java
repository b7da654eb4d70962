package io.rialto.feeds.tickers;

import io.rialto.feeds.market.Books;
import io.rialto.feeds.position.Position;
import io.rialto.feeds.prints.PrintLog;
import io.rialto.feeds.prints.PrintWatch;
import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.agrona.collections.IntArrayList;

/**
 * Keeps the last 24 hours of every instrument. Time is the line's: with every frame, whatever it is about, the trades go
 * out that have become a day old by it.
 *
 * <p>Threading: the writing thread, between the position's enter and leave; questions go through {@link #tickers}.
 */
public final class TickerFeed implements PrintWatch {
    private final Tickers tickers;
    private final PriorityQueue<Due> dues = new PriorityQueue<>(Comparator.comparingLong(Due::nanos)
            .thenComparingInt(due -> due.window().log().instrument()));
    private final IntArrayList changed = new IntArrayList();
    private Window[] windows = {};
    private long nextDueNanos = Long.MAX_VALUE;
    private long sequence;
    private long timeNanos;

    private record Due(long nanos, Window window) {}

    /** @param books the best prices */
    public TickerFeed(Position position, Books books) {
        tickers = new Tickers(position, this, books);
    }

    public Tickers tickers() {
        return tickers;
    }

    /** What follows is this frame's. */
    public void startFrame(long frameSequence, long frameTimeNanos) {
        sequence = frameSequence;
        timeNanos = frameTimeNanos;
        changed.clear();
        while (timeNanos >= nextDueNanos) expire();
    }

    private void expire() {
        Window window = dues.poll().window();
        if (window.dueNanos() <= timeNanos) {
            window.expire(timeNanos);
            changes(window);
        }
        if (window.dueNanos() != Long.MAX_VALUE) dues.add(new Due(window.dueNanos(), window));
        nextDueNanos = dues.isEmpty() ? Long.MAX_VALUE : dues.peek().nanos();
    }

    /** What was taken out may have been an extreme. */
    public void endFrame() {
        for (int i = 0; i < changed.size(); i++) windows[changed.getInt(i)].freshen();
    }

    /** Tells whose day this frame changed, each once. */
    public void tell(TickerWatch watch) {
        for (int i = 0; i < changed.size(); i++) watch.changed(changed.getInt(i), sequence);
    }

    @Override
    public void onPrint(PrintLog log, long index) {
        Window window = window(log);
        window.add(index);
        if (window.beginsAt(index)) enqueue(window);
        changes(window);
    }

    /** A window that had nothing in it is not in the queue, unless what was in it was lost. */
    private void enqueue(Window window) {
        dues.removeIf(due -> due.window() == window);
        dues.add(new Due(window.dueNanos(), window));
        nextDueNanos = dues.peek().nanos();
    }

    @Override
    public void onTakenOut(PrintLog log, long index) {
        window(log).takeOut(index);
        changes(window(log));
    }

    @Override
    public void onPutBack(PrintLog log, long index) {
        window(log).putBack(index);
        changes(window(log));
    }

    @Override
    public void onForgetting(PrintLog log, long below) {
        window(log).forget(below);
    }

    @Override
    public void onFiner(PrintLog log, long priceFactor, long lotFactor) {
        window(log).refine(lotFactor);
    }

    @Override
    public void onLost(PrintLog log) {
        window(log).lose();
        changes(window(log));
    }

    /** The line's time. */
    long nowNanos() {
        return timeNanos;
    }

    /** Null for an instrument that never traded. */
    Window window(int instrument) {
        return instrument > 0 && instrument < windows.length ? windows[instrument] : null;
    }

    private void changes(Window window) {
        if (window.changes(sequence)) changed.addInt(window.log().instrument());
    }

    private Window window(PrintLog log) {
        int instrument = log.instrument();
        if (instrument >= windows.length) windows = Arrays.copyOf(windows, instrument * 2);
        if (windows[instrument] == null) windows[instrument] = new Window(log);
        return windows[instrument];
    }
}
