package io.rialto.gateway.market;

import io.rialto.feeds.listing.Instrument;
import io.rialto.gateway.form.Decimals;
import io.rialto.gateway.form.Times;
import io.rialto.protocol.MarkSource;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An instrument's terms on the wire. Of a contract the base is what it is about, and the quote is what it is settled in.
 *
 * @param kind SPOT, or how a contract ends
 * @param floor how far below zero prices begin, or null: prices, costs and values of a contract count from there
 * @param markPrice the last one that the venue was told
 * @param markSource where it comes from; null where it was not looked up, or there is none
 */
public record InstrumentBody(
        String symbol,
        String kind,
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
        String markPrice,
        String markSource,
        String multiplier,
        String expiry,
        String settlement,
        String floor,
        String phase,
        int priceScale,
        int quantityScale,
        long sequence) {

    public static InstrumentBody of(Instrument instrument, Optional<MarkSource> source) {
        return of(instrument, source, instrument.sequence());
    }

    /** @param sequence of the frame that the terms come from */
    public static InstrumentBody of(Instrument instrument, Optional<MarkSource> source, long sequence) {
        Terms terms = new Terms(instrument);
        return new InstrumentBody(
                instrument.symbol(),
                instrument.contract().map(contract -> contract.kind().name()).orElse("SPOT"),
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
                price(terms, instrument.referencePriceTicks()),
                price(terms, instrument.markTicks()),
                source.map(MarkSource::name).orElse(null),
                instrument
                        .contract()
                        .map(contract -> Decimals.text(contract.multiplierMantissa(), contract.multiplierScale()))
                        .orElse(null),
                instrument
                        .contract()
                        .filter(contract -> contract.expiryNanos() != 0)
                        .map(contract -> Times.text(contract.expiryNanos()))
                        .orElse(null),
                instrument.contract().map(contract -> instrument.quote().code()).orElse(null),
                instrument.floor().signum() == 0 ? null : instrument.floor().toPlainString(),
                instrument.phase().name(),
                instrument.tickScale(),
                instrument.lotScale(),
                sequence);
    }

    private static String price(Terms terms, OptionalLong ticks) {
        return ticks.isPresent() ? terms.price(ticks.getAsLong()) : null;
    }
}
