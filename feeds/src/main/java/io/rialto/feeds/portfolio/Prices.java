package io.rialto.feeds.portfolio;

import io.rialto.feeds.listing.Instrument;
import io.rialto.feeds.past.Valuation;
import java.math.BigDecimal;
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
final class Prices extends Valuation {
    private final IntFunction<Instrument> instruments;
    private final Map<Integer, Integer> sources = new HashMap<>();
    private final Map<Integer, BigDecimal> lastTrades = new HashMap<>();
    private final Int2ObjectHashMap<BigDecimal> current = new Int2ObjectHashMap<>();
    private int asset;
    private int scale;

    Prices(IntFunction<Instrument> instruments) {
        this.instruments = instruments;
    }

    @Override
    public int asset() {
        return asset;
    }

    @Override
    protected int scale() {
        return scale;
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

    @Override
    public Optional<BigDecimal> mark(Instrument market) {
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

    @Override
    public Optional<BigDecimal> ofAsset(int number) {
        return Optional.ofNullable(current.get(number));
    }

    /** Whose mark an asset's price is; empty while it has none. */
    Optional<Integer> source(int number) {
        return Optional.ofNullable(sources.get(number));
    }
}
