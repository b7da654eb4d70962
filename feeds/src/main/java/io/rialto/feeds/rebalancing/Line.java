package io.rialto.feeds.rebalancing;

import io.rialto.feeds.listing.Instrument;
import io.rialto.protocol.FeePolicy;
import io.rialto.protocol.Side;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * What is planned for one asset.
 *
 * @param price at which it is counted, and traded if it is
 * @param lots above zero where there is an order
 * @param reason why it is not all of what is missing
 */
public record Line(Target target, Optional<BigDecimal> price, Side side, long lots, Optional<Reason> reason) {
    private static final BigDecimal RATES = BigDecimal.valueOf(10_000_000);

    Line with(long newLots, Reason why) {
        return new Line(target, price, side, newLots, Optional.of(why));
    }

    public Instrument market() {
        return target.market();
    }

    public boolean isOrder() {
        return lots > 0;
    }

    public boolean buys() {
        return side == Side.BUY;
    }

    public long priceTicks() {
        return price.orElseThrow().divideToIntegralValue(target.tick()).longValueExact();
    }

    public BigDecimal quantity() {
        return target.lot().multiply(BigDecimal.valueOf(lots));
    }

    /** In the quote asset's smallest unit, rounded down. */
    public BigInteger notionalMinor() {
        return quoteMinor(quantity(), RoundingMode.FLOOR);
    }

    /** What it takes at most, in the quote asset's smallest unit, rounded up; in the asset itself where that is what is paid in. */
    BigInteger feeMinor() {
        BigDecimal rated = new BigDecimal(notionalMinor().multiply(BigInteger.valueOf(rate())))
                .divide(RATES, 0, RoundingMode.CEILING);
        return rated.toBigIntegerExact().add(BigInteger.valueOf(target.fees().feePerLotMinor() * lots));
    }

    /** The dearer of both: nobody knows who will have rested. */
    int rate() {
        return Math.max(0, Math.max(target.fees().makerRate(), target.fees().takerRate()));
    }

    /** Where it is paid in the asset that is bought. */
    boolean paysInBase() {
        return buys() && market().feePolicy() == FeePolicy.RECEIVED;
    }

    /** What there is of the asset behind it. */
    public BigDecimal ownedAfter() {
        BigDecimal traded = buys() ? quantity() : quantity().negate();
        BigDecimal owned = target.owned().add(traded);
        if (!paysInBase()) return owned;
        int scale = market().base().scale();
        BigDecimal fee = quantity().multiply(BigDecimal.valueOf(rate())).divide(RATES, scale, RoundingMode.CEILING);
        return owned.subtract(fee);
    }

    /** What it adds to the cash, in its smallest unit; below zero it takes. */
    BigInteger cashMinor() {
        if (!isOrder()) return BigInteger.ZERO;
        BigInteger fee = paysInBase() ? BigInteger.ZERO : feeMinor();
        BigInteger cost = quoteMinor(quantity(), buys() ? RoundingMode.CEILING : RoundingMode.FLOOR);
        return buys() ? cost.add(fee).negate() : cost.subtract(fee);
    }

    /** What is owned behind it, at its price. */
    public BigInteger worthAfterMinor() {
        return price.isEmpty() ? BigInteger.ZERO : quoteMinor(ownedAfter(), RoundingMode.FLOOR);
    }

    private BigInteger quoteMinor(BigDecimal quantity, RoundingMode rounding) {
        return quantity.multiply(price.orElseThrow())
                .movePointRight(market().quote().scale())
                .setScale(0, rounding)
                .toBigIntegerExact();
    }
}
