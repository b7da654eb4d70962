package io.rialto.gateway.prices;

import io.rialto.feeds.candles.Candle;
import io.rialto.feeds.candles.CandlePage;
import io.rialto.gateway.form.Times;
import io.rialto.gateway.market.Terms;

/**
 * A candle on the wire.
 *
 * @param closeTime when the next one opens
 * @param open null, like all prices, of one of which every trade was taken back: only sockets are told of it
 * @param trades 0 for one that was filled in at the close before, and for one that is gone
 * @param closed whether the venue's time is past its end
 * @param firstSequence of the frame of its first trade; 0 of one that was filled in
 * @param sequence of the last frame that changed it
 */
public record CandleBody(
        String openTime,
        String closeTime,
        String open,
        String high,
        String low,
        String close,
        String volume,
        String quoteVolume,
        String takerBuyVolume,
        String averagePrice,
        long trades,
        boolean closed,
        long firstSequence,
        long lastSequence,
        long sequence) {

    /** @param page that it comes from */
    public static CandleBody of(Terms terms, CandlePage page, Candle candle) {
        GrainTerms grains = new GrainTerms(terms, page.price(), page.lot());
        return new CandleBody(
                Times.text(candle.openNanos()),
                Times.text(candle.closeNanos()),
                grains.price(candle.open()),
                grains.price(candle.high()),
                grains.price(candle.low()),
                grains.price(candle.close()),
                grains.quantity(candle.volume()),
                grains.turnover(candle.quoteVolumeMinor(), candle.volume()),
                grains.quantity(candle.takerBuyVolume()),
                grains.average(candle.quoteVolumeMinor(), candle.volume()),
                candle.trades(),
                candle.isClosed(),
                candle.firstSequence(),
                candle.lastSequence(),
                candle.changedSequence());
    }

    /** Of an interval of which no trade stands any more. */
    public static CandleBody gone(Terms terms, long openNanos, long closeNanos, boolean isClosed, long sequence) {
        return new CandleBody(
                Times.text(openNanos),
                Times.text(closeNanos),
                null,
                null,
                null,
                null,
                terms.quantity(0),
                terms.quote(0),
                terms.quantity(0),
                null,
                0,
                isClosed,
                0,
                0,
                sequence);
    }
}
