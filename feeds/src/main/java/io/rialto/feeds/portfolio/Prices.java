package io.rialto.feeds.portfolio;

import io.rialto.feeds.listing.Instrument;
import io.rialto.feeds.requirement.ContractValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntFunction;
import org.agrona.collections.Int2ObjectHashMap;

/**
 * What things are worth now. The venue values in the quote asset of the instrument that was listed first; an asset by the
 * first market of it against that: at its mark price, else its last trade, else its listed reference.
 */
final class Prices {
    private final IntFunction<Instrument> instruments;
    private final Map<Integer, Integer> sources = new HashMap<>();
    private final Map<Integer, BigDecimal> lastTrades = new HashMap<>();
    private final Int2ObjectHashMap<BigDecimal> current = new Int2ObjectHashMap<>();
    private int asset;
    private int scale;

    Prices(IntFunction<Instrument> instruments) {
        this.instruments = instruments;
    }

    /** In which the venue values; 0 before anything is listed. */
    int asset() {
        return asset;
    }

    void listed(Instrument market) {
        if (asset == 0) {
            asset = market.quote().number();
            scale = market.quote().scale();
        }
        boolean isSource = market.contract().isEmpty() && market.quote().number() == asset;
        if (isSource) sources.putIfAbsent(market.base().number(), market.number());
    }

    /** Works an asset's price out anew; answers whether it has one now and had none, or the other way. */
    boolean begins(int number) {
        Optional<BigDecimal> now = find(number);
        BigDecimal before = now.isPresent() ? current.put(number, now.get()) : current.remove(number);
        return now.isPresent() == (before == null);
    }

    private Optional<BigDecimal> find(int number) {
        if (number == asset) return Optional.of(BigDecimal.ONE); // never 0, so none before anything is listed
        Integer source = sources.get(number);
        return source == null ? Optional.empty() : mark(instruments.apply(source));
    }

    void traded(Instrument market, long priceTicks) {
        if (market.contract().isEmpty()) lastTrades.put(market.number(), price(market, priceTicks));
    }

    /** Of one unit of an instrument; empty while nobody knows. */
    Optional<BigDecimal> mark(Instrument market) {
        OptionalLong mark = market.contract().isPresent() ? market.valuationTicks() : market.markTicks();
        if (mark.isPresent()) return Optional.of(price(market, mark.getAsLong()));
        BigDecimal last = lastTrades.get(market.number());
        if (last != null) return Optional.of(last);
        OptionalLong reference = market.referencePriceTicks();
        return reference.isPresent() ? Optional.of(price(market, reference.getAsLong())) : Optional.empty();
    }

    private static BigDecimal price(Instrument market, long ticks) {
        return BigDecimal.valueOf(ticks)
                .multiply(BigDecimal.valueOf(market.tickMantissa(), market.tickScale()))
                .subtract(market.floor());
    }

    /** Of one whole unit of an asset; empty while it has none. */
    Optional<BigDecimal> ofAsset(int number) {
        return Optional.ofNullable(current.get(number));
    }

    /** Of an amount of an asset, rounded down; empty while it has no price. */
    Optional<BigInteger> valueMinor(int number, int assetScale, BigInteger amountMinor) {
        if (number == asset) return Optional.of(amountMinor);
        return ofAsset(number).map(price -> rounded(new BigDecimal(amountMinor, assetScale).multiply(price), scale));
    }

    /** Of a position in an instrument at its mark, in its quote asset; a contract's counts from where its prices begin. */
    Optional<BigInteger> worthMinor(Instrument market, BigDecimal quantity) {
        if (market.contract().isPresent()) {
            OptionalLong mark = market.valuationTicks();
            return mark.isEmpty() ? Optional.empty() : Optional.of(contractMinor(market, mark.getAsLong(), quantity));
        }
        return mark(market)
                .map(price -> rounded(quantity.multiply(price), market.quote().scale()));
    }

    private static BigInteger contractMinor(Instrument market, long ticks, BigDecimal quantity) {
        BigDecimal lot = BigDecimal.valueOf(market.lotMantissa(), market.lotScale());
        BigInteger lots = quantity.divide(lot).toBigIntegerExact();
        return ContractValue.of(market)
                .lotTickMinor()
                .multiply(BigInteger.valueOf(ticks))
                .multiply(lots);
    }

    private static BigInteger rounded(BigDecimal money, int toScale) {
        return money.movePointRight(toScale).setScale(0, RoundingMode.FLOOR).unscaledValue();
    }
}
