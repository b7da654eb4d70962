package io.rialto.replay.words;

import io.rialto.protocol.FeePolicy;
import io.rialto.protocol.Side;
import io.rialto.protocol.schema.Field;
import io.rialto.protocol.schema.Part;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;

/** Turns ticks, lots and smallest units into the decimals that people trade in; says nothing where it cannot know. */
final class Decimals {
    private static final int MAX_SCALE = 18;

    /** In ticks, but no prices: they begin nowhere. */
    private static final Set<String> DISTANCES = Set.of("collarTicks", "trailingTicks", "pegOffsetTicks");

    /** In the asset that a contract is settled in. */
    private static final Set<String> SETTLED =
            Set.of("costMinor", "realisedMinor", "amountMinor", "paidMinor", "receivedMinor");

    /** In what an instrument is quoted in. */
    private static final Set<String> QUOTED = Set.of(
            "notionalMinor",
            "quoteAmountMinor",
            "quoteMinor",
            "buyerOwesMinor",
            "sellerReceivesMinor",
            "grossQuoteMinor",
            "netQuoteMinor",
            "quoteHeldMinor",
            "quoteHoldChangeMinor",
            "openQuoteMinor");

    /** In what is traded there. */
    private static final Set<String> TRADED = Set.of(
            "baseMinor",
            "buyerReceivesMinor",
            "sellerOwesMinor",
            "heldMinor",
            "grossBaseMinor",
            "netBaseMinor",
            "baseHeldMinor",
            "baseHoldChangeMinor",
            "openBaseMinor");

    private final Terms terms;

    Decimals(Terms terms) {
        this.terms = terms;
    }

    /** @param instrument of the frame, for a message that names none itself */
    Optional<String> of(Part part, Field field, long instrument) {
        long number = part.number(field);
        String name = field.name();
        int listed = (int) part.number("instrument", instrument);
        if (name.endsWith("Ticks")) {
            return terms.instrument(listed).map(i -> DISTANCES.contains(name) ? i.distance(number) : i.price(number));
        }
        if (name.endsWith("Lots")) {
            return terms.instrument(listed).map(i -> i.quantity(number));
        }
        if (!name.endsWith("Minor")) return Optional.empty();
        return assetOf(part, name, listed)
                .flatMap(terms::asset)
                .map(asset -> asset.amount(number) + " " + asset.code());
    }

    private Optional<Integer> assetOf(Part part, String name, int listed) {
        long named = part.number("asset", 0);
        if (named != 0) return Optional.of((int) named);
        if (name.equals("minNotionalMinor")) return Optional.of((int) part.number("quoteAsset", 0));
        Optional<Terms.Instrument> instrument = terms.instrument(listed);
        if (QUOTED.contains(name) || SETTLED.contains(name)) {
            return instrument.map(Terms.Instrument::quoteAsset);
        }
        if (TRADED.contains(name)) return instrument.map(Terms.Instrument::baseAsset);
        long side = sideOf(part, name);
        if (side == 0) return Optional.empty();
        boolean buys = side == Side.BUY.value();
        if (name.endsWith("FeeMinor")) return instrument.map(i -> feeAsset(part, i, buys));
        return instrument.map(buys ? Terms.Instrument::quoteAsset : Terms.Instrument::baseAsset);
    }

    private static int feeAsset(Part part, Terms.Instrument instrument, boolean buys) {
        boolean inQuote = part.number("feePolicy", 0) == FeePolicy.QUOTE.value();
        return inQuote || !buys ? instrument.quoteAsset() : instrument.baseAsset();
    }

    /** Whose money the field speaks of: the order's own side, or maker and taker by the taker's. */
    private static long sideOf(Part part, String name) {
        long taker = part.number("takerSide", 0);
        if (name.startsWith("taker")) return taker;
        if (name.startsWith("maker") && taker != 0) {
            return taker == Side.BUY.value() ? Side.SELL.value() : Side.BUY.value();
        }
        return part.number("side", 0);
    }

    static String scaled(long units, long mantissa, int scale) {
        BigInteger unscaled = BigInteger.valueOf(units).multiply(BigInteger.valueOf(mantissa));
        return new BigDecimal(unscaled, Math.min(scale, MAX_SCALE)).toPlainString();
    }
}
