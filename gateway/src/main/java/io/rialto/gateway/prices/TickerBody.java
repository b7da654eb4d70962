package io.rialto.gateway.prices;

import io.rialto.feeds.market.Level;
import io.rialto.feeds.tickers.Ticker;
import io.rialto.gateway.form.Times;
import io.rialto.gateway.market.Terms;
import java.math.BigInteger;
import java.util.OptionalLong;

/**
 * The last 24 hours of an instrument on the wire. What there is none of is null.
 *
 * @param openPrice of the first trade of the day; {@code change} is counted from there
 * @param previousClose the last price before the day
 * @param averagePrice by volume
 * @param from trades behind this moment are counted, up to {@code time}: a day before it, or later when not all of them are kept
 * @param changedSequence of the last frame that changed what was traded
 */
public record TickerBody(
        String symbol,
        String lastPrice,
        String lastQuantity,
        String lastTime,
        String openPrice,
        String highPrice,
        String lowPrice,
        String previousClose,
        String change,
        String changePercent,
        String averagePrice,
        String volume,
        String quoteVolume,
        long trades,
        String bestBid,
        String bestBidQuantity,
        String bestAsk,
        String bestAskQuantity,
        String from,
        String time,
        long changedSequence,
        long sequence) {

    /** @param terms of now, which the book's prices are in */
    public static TickerBody of(Terms terms, Ticker ticker) {
        GrainTerms grains = new GrainTerms(terms, ticker.price(), ticker.lot());
        boolean hasDay = ticker.trades() > 0;
        long open = ticker.open().orElse(0);
        long last = ticker.last().map(Ticker.Last::price).orElse(0L);
        return new TickerBody(
                terms.instrument().symbol(),
                ticker.last().map(each -> grains.price(each.price())).orElse(null),
                ticker.last()
                        .map(each -> grains.quantity(BigInteger.valueOf(each.lots())))
                        .orElse(null),
                ticker.last().map(each -> Times.text(each.timeNanos())).orElse(null),
                price(grains, ticker.open()),
                price(grains, ticker.high()),
                price(grains, ticker.low()),
                price(grains, ticker.previousClose()),
                hasDay ? grains.distance(last - open) : null,
                hasDay ? grains.percent(open, last) : null,
                grains.average(ticker.quoteVolumeMinor(), ticker.volume()),
                hasDay ? grains.quantity(ticker.volume()) : terms.quantity(0),
                hasDay ? grains.turnover(ticker.quoteVolumeMinor(), ticker.volume()) : terms.quote(0),
                ticker.trades(),
                ticker.bestBid().map(level -> terms.price(level.priceTicks())).orElse(null),
                ticker.bestBid().map(Level::quantityLots).map(terms::quantity).orElse(null),
                ticker.bestAsk().map(level -> terms.price(level.priceTicks())).orElse(null),
                ticker.bestAsk().map(Level::quantityLots).map(terms::quantity).orElse(null),
                Times.text(ticker.fromNanos()),
                Times.text(ticker.toNanos()),
                ticker.changedSequence(),
                ticker.sequence());
    }

    private static String price(GrainTerms grains, OptionalLong price) {
        return price.isPresent() ? grains.price(price.getAsLong()) : null;
    }
}
