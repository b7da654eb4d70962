package io.rialto.gateway.market;

import io.rialto.feeds.listing.Instrument;
import io.rialto.gateway.form.Decimals;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An instrument's units: ticks, lots and minor amounts to decimals and back. Prices at the tick's scale, quantities at
 * the lot's, money at its asset's.
 */
public record Terms(Instrument instrument) {
    /** Rates are parts per 10^7. */
    public static final int RATE_SCALE = 7;

    /** A rate that may be below zero; what is beyond any limit is for the venue to refuse. */
    public static int rate(String field, String rate) {
        long parts = Decimals.signedMinor(field, rate, RATE_SCALE);
        return (int) Math.max(-Integer.MAX_VALUE, Math.min(parts, Integer.MAX_VALUE));
    }

    /**
     * Of a price, which may be below zero where the instrument begins there.
     *
     * @throws io.rialto.gateway.problem.Problem when it is no decimal or not on the grid
     */
    public long ticks(String field, String price) {
        BigDecimal floor = instrument.floor();
        if (floor.signum() == 0) return distanceTicks(field, price);
        boolean isBelowZero = price.startsWith("-");
        long distance = distanceTicks(field, isBelowZero ? price.substring(1) : price);
        BigDecimal tick = BigDecimal.valueOf(instrument.tickMantissa(), instrument.tickScale());
        long zero = floor.divideToIntegralValue(tick).longValueExact();
        long ticks = isBelowZero ? zero - distance : zero + distance;
        if (ticks >= zero || isBelowZero) return ticks;
        throw Problem.at(field, ProblemCode.TOO_MANY_DIGITS, "must fit in 63 bits at its scale", price);
    }

    /** How far two prices are apart. */
    public long distanceTicks(String field, String distance) {
        return Decimals.steps(
                field, distance, instrument.tickMantissa(), instrument.tickScale(), ProblemCode.PRICE_OFF_TICK);
    }

    public long lots(String field, String quantity) {
        return Decimals.steps(
                field, quantity, instrument.lotMantissa(), instrument.lotScale(), ProblemCode.QUANTITY_OFF_LOT);
    }

    public long quoteMinor(String field, String amount) {
        return Decimals.minor(field, amount, instrument.quote().scale());
    }

    public String price(long ticks) {
        return Decimals.text(ticks, instrument.tickMantissa(), instrument.tickScale(), instrument.floor());
    }

    public String distance(long ticks) {
        return Decimals.text(ticks, instrument.tickMantissa(), instrument.tickScale(), BigDecimal.ZERO);
    }

    public String quantity(long lots) {
        return Decimals.text(lots, instrument.lotMantissa(), instrument.lotScale());
    }

    /** As it was worked out elsewhere: of a contract at its lot's scale, of an asset at the asset's. */
    public String quantity(BigDecimal quantity) {
        int scale = instrument.contract().isPresent()
                ? instrument.lotScale()
                : instrument.base().scale();
        return quantity.setScale(scale).toPlainString();
    }

    public String quote(BigInteger minor) {
        return new BigDecimal(minor, instrument.quote().scale()).toPlainString();
    }

    public String price(BigDecimal price) {
        return price.setScale(Math.max(
                        instrument.tickScale(), price.stripTrailingZeros().scale()))
                .toPlainString();
    }

    public String quote(long minor) {
        return Decimals.text(minor, instrument.quote().scale());
    }

    /** An amount of the base or the quote asset, by the asset's number. */
    public String amount(int asset, long minor) {
        int scale = asset == instrument.base().number()
                ? instrument.base().scale()
                : instrument.quote().scale();
        return Decimals.text(minor, scale);
    }

    public String assetCode(int asset) {
        return asset == instrument.base().number()
                ? instrument.base().code()
                : instrument.quote().code();
    }

    /** What was paid for one whole unit on average; a contract's lots count as often as its multiplier says. */
    public String averagePrice(long notionalMinor, long lots) {
        return averagePrice(BigInteger.valueOf(notionalMinor), new BigDecimal(quantity(lots)));
    }

    public String averagePrice(BigInteger notionalMinor, BigDecimal quantity) {
        BigDecimal notional = new BigDecimal(notionalMinor, instrument.quote().scale());
        BigDecimal counted = quantity.multiply(multiplier());
        BigDecimal fromZero = notional.subtract(instrument.floor().multiply(counted));
        return Decimals.average(fromZero, counted, instrument.tickScale());
    }

    /** What was paid for so much, where a notional counts from the floor. */
    public String turnover(BigInteger notionalMinor, BigDecimal quantity) {
        BigDecimal notional = new BigDecimal(notionalMinor, instrument.quote().scale());
        return notional.subtract(instrument.floor().multiply(quantity).multiply(multiplier()))
                .setScale(instrument.quote().scale(), RoundingMode.UNNECESSARY)
                .toPlainString();
    }

    private BigDecimal multiplier() {
        return instrument
                .contract()
                .map(contract -> BigDecimal.valueOf(contract.multiplierMantissa(), contract.multiplierScale()))
                .orElse(BigDecimal.ONE);
    }
}
