package io.rialto.feeds.past;

import io.rialto.feeds.listing.Instrument;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * An account and the prices of one moment. Immutable.
 *
 * @param timeNanos what happened at it is not in it, unless it is now
 * @param asset in which the venue values; 0 before anything is listed
 * @param sources of which instrument's mark an asset's price is
 * @param marks of every instrument that is needed, where it was known
 */
public record Moment(
        long timeNanos,
        AccountThen account,
        int asset,
        int scale,
        Map<Integer, Integer> sources,
        Map<Integer, MarkThen> marks) {
    /** By its prices. */
    public Valuation valuation() {
        return new Then();
    }

    /** The instrument's terms of then. */
    public Optional<Instrument> market(int instrument) {
        return Optional.ofNullable(marks.get(instrument)).map(MarkThen::market);
    }

    private final class Then extends Valuation {
        @Override
        public int asset() {
            return asset;
        }

        @Override
        protected int scale() {
            return scale;
        }

        @Override
        public Optional<BigDecimal> mark(Instrument market) {
            return Optional.ofNullable(marks.get(market.number())).flatMap(MarkThen::price);
        }

        @Override
        public Optional<BigDecimal> ofAsset(int number) {
            return Optional.ofNullable(sources.get(number)).map(marks::get).flatMap(MarkThen::price);
        }
    }
}
