package io.rialto.gateway.market;

import io.rialto.feeds.listing.Instrument;
import io.rialto.gateway.form.Decimals;

/** An instrument's terms on the wire. */
public record InstrumentBody(
        String symbol,
        String base,
        String quote,
        String tickSize,
        String lotSize,
        String minQuantity,
        String maxQuantity,
        String minNotional,
        String makerFeeRate,
        String takerFeeRate,
        String feePolicy,
        String marketRemainder,
        String collar,
        String referencePrice,
        String phase,
        int priceScale,
        int quantityScale,
        long sequence) {

    public static InstrumentBody of(Instrument instrument) {
        return of(instrument, instrument.sequence());
    }

    /** @param sequence of the frame that the terms come from */
    public static InstrumentBody of(Instrument instrument, long sequence) {
        Terms terms = new Terms(instrument);
        return new InstrumentBody(
                instrument.symbol(),
                instrument.base().code(),
                instrument.quote().code(),
                terms.distance(1),
                terms.quantity(1),
                terms.quantity(instrument.minQuantityLots()),
                terms.quantity(instrument.maxQuantityLots()),
                terms.quote(instrument.minNotionalMinor()),
                Decimals.text(instrument.makerFeeRate(), Terms.RATE_SCALE),
                Decimals.text(instrument.takerFeeRate(), Terms.RATE_SCALE),
                instrument.feePolicy().name(),
                instrument.marketRemainder().name(),
                instrument.collarTicks().isPresent()
                        ? terms.distance(instrument.collarTicks().getAsLong())
                        : null,
                instrument.referencePriceTicks().isPresent()
                        ? terms.price(instrument.referencePriceTicks().getAsLong())
                        : null,
                instrument.phase().name(),
                instrument.tickScale(),
                instrument.lotScale(),
                sequence);
    }
}
