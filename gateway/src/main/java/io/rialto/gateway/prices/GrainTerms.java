package io.rialto.gateway.prices;

import io.rialto.feeds.prints.Grain;
import io.rialto.gateway.market.Terms;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * Numbers that the feeds keep in grains, as decimals: at the scale of tick and lot, or of a finer one that the instrument
 * once had. Prices and money count from where the instrument's prices begin.
 */
record GrainTerms(Terms terms, Grain price, Grain lot) {
    String price(long grains) {
        int scale = Math.max(terms.instrument().tickScale(), price.scale());
        return price.times(grains)
                .subtract(terms.instrument().floor())
                .setScale(scale)
                .toPlainString();
    }

    /** How far two prices are apart. */
    String distance(long grains) {
        int scale = Math.max(terms.instrument().tickScale(), price.scale());
        return price.times(grains).setScale(scale).toPlainString();
    }

    String quantity(BigInteger grains) {
        int scale = Math.max(terms.instrument().lotScale(), lot.scale());
        return lot.times(grains).setScale(scale).toPlainString();
    }

    String turnover(BigInteger notionalMinor, BigInteger volume) {
        return terms.turnover(notionalMinor, lot.times(volume));
    }

    /** Turnover over volume; null without any. */
    String average(BigInteger notionalMinor, BigInteger volume) {
        if (volume.signum() == 0) return null;
        return terms.averagePrice(notionalMinor, new BigDecimal(quantity(volume)));
    }

    /** Of the move from one price to another, in hundredths of the first, four decimals, half to even; null from zero or below. */
    String percent(long from, long to) {
        BigDecimal before = new BigDecimal(price(from));
        if (before.signum() <= 0) return null;
        return price.times(to - from)
                .movePointRight(2)
                .divide(before, 4, RoundingMode.HALF_EVEN)
                .toPlainString();
    }
}
