package io.rialto.feeds.trailing;

import io.rialto.feeds.listing.Instrument;
import io.rialto.feeds.trading.SpecialTerms;
import io.rialto.protocol.Side;
import io.rialto.protocol.TriggerSource;
import java.util.function.IntFunction;
import org.agrona.collections.Int2ObjectHashMap;

/**
 * Where the trailing stops of all instruments stand that watch the last trade or the mark price. Best prices are looked
 * at between the events of a frame, so those who watch them are not followed.
 *
 * <p>A price costs no more for many stops than for one. Threading: the writing thread.
 */
public final class Trails {
    private final IntFunction<Instrument> listings;
    private final Int2ObjectHashMap<PriceSeries> trades = new Int2ObjectHashMap<>();
    private final Int2ObjectHashMap<PriceSeries> marks = new Int2ObjectHashMap<>();

    /** @param listings the terms of an instrument by its number */
    public Trails(IntFunction<Instrument> listings) {
        this.listings = listings;
    }

    public void traded(int instrument, long priceTicks) {
        of(trades, instrument).saw(priceTicks, step(instrument));
    }

    public void marked(int instrument, long priceTicks) {
        of(marks, instrument).saw(priceTicks, step(instrument));
    }

    /** A trailing stop begins to wait. */
    public Trail begin(int instrument, Side side, SpecialTerms terms) {
        if (terms.triggerSource() == TriggerSource.BEST) return Trail.NONE;
        PriceSeries series = of(terms.triggerSource() == TriggerSource.MARK ? marks : trades, instrument);
        Trail trail = new Trail(series, side, terms);
        series.begin(trail, step(instrument));
        return trail;
    }

    private static PriceSeries of(Int2ObjectHashMap<PriceSeries> all, int instrument) {
        PriceSeries series = all.get(instrument);
        if (series != null) return series;
        PriceSeries first = new PriceSeries();
        all.put(instrument, first);
        return first;
    }

    private long step(int instrument) {
        Instrument terms = listings.apply(instrument);
        return terms.tickMantissa() * 100 + terms.tickScale();
    }
}
