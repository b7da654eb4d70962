package io.rialto.feeds.candles;

import io.rialto.feeds.prints.Grain;
import java.util.List;
import java.util.OptionalLong;

/**
 * Candles of one instrument, oldest first.
 *
 * @param next when the candle opens that follows these; empty when none does yet
 * @param wholeFromNanos from when on all are kept; empty while none was ever let go
 * @param uncorrected how often a trade was taken back that was no longer kept, so that a candle still counts it
 * @param sequence of the last frame that the answer has seen
 */
public record CandlePage(
        List<Candle> items,
        Grain price,
        Grain lot,
        OptionalLong next,
        OptionalLong wholeFromNanos,
        long uncorrected,
        long sequence) {
    public CandlePage {
        items = List.copyOf(items);
    }
}
