package io.rialto.feeds.tickers;

/**
 * Is told of instruments whose day or current candles a frame changed: by a trade, by one that was taken back or put
 * right, or by one that became a day old. A best price that changed alone is not told: the book says so.
 *
 * <p>Threading: the thread that writes the feeds, when the frame has been applied whole and before the next one is; it
 * may ask the feeds, and must be quick.
 *
 * <p>Errors: what it throws stops the feeds.
 */
public interface TickerWatch {
    /** Nobody listens. */
    TickerWatch NOBODY = (instrument, sequence) -> {};

    void changed(int instrument, long sequence);
}
