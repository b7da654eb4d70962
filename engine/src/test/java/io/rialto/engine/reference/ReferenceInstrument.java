package io.rialto.engine.reference;

import static java.math.BigInteger.ONE;
import static java.math.BigInteger.TEN;
import static java.math.BigInteger.ZERO;

import io.rialto.protocol.Reason;
import java.math.BigInteger;

/** An instrument's terms and exact value arithmetic: one lot at one tick is {@code worth / per} of quote minor units. */
final class ReferenceInstrument {
    static final BigInteger RATE_UNIT = BigInteger.valueOf(10_000_000);

    final int number;
    final Command.ListInstrument terms;
    final boolean feesInQuote;
    final boolean restsRemainders;
    final boolean hasCollar;
    long lastTradeTicks;
    private final BigInteger worth;
    private final BigInteger per;
    private final BigInteger lotMinor;

    ReferenceInstrument(int number, Command.ListInstrument terms, int baseScale, int quoteScale) {
        this.number = number;
        this.terms = terms;
        feesInQuote = terms.feePolicy() == 2;
        restsRemainders = terms.marketRemainder() == 2;
        hasCollar = terms.collarTicks() != Command.NULL;
        BigInteger lot = big(terms.lotMantissa());
        BigInteger numerator = big(terms.tickMantissa()).multiply(lot).multiply(TEN.pow(quoteScale));
        BigInteger denominator = TEN.pow(terms.tickScale() + terms.lotScale());
        BigInteger common = numerator.gcd(denominator);
        worth = numerator.divide(common);
        per = denominator.divide(common);
        BigInteger[] lots = lot.multiply(TEN.pow(baseScale)).divideAndRemainder(TEN.pow(terms.lotScale()));
        lotMinor = lots[0];
        boolean isWhole = lots[1].signum() == 0 && fit(worth) && fit(per) && fit(lotMinor);
        Refusal.when(!isWhole || isContradictory(terms), Reason.INVALID_INSTRUMENT);
    }

    private static boolean isContradictory(Command.ListInstrument terms) {
        boolean isNamed = terms.symbol().matches("[!-~]+") && terms.baseAsset() != terms.quoteAsset();
        boolean hasGrid = terms.tickMantissa() > 0 && terms.lotMantissa() > 0 && terms.tickScale() <= 18;
        boolean hasRange = 1 <= terms.minLots() && terms.minLots() <= terms.maxLots() && terms.minNotional() >= 0;
        boolean hasPrices = isUnsetOrAbove0(terms.collarTicks()) && isUnsetOrAbove0(terms.referenceTicks());
        boolean hasPolicies = (terms.feePolicy() == 1 || terms.feePolicy() == 2)
                && (terms.marketRemainder() == 1 || terms.marketRemainder() == 2)
                && terms.feeIncomeMayBeNegative() <= 1;
        return !isNamed
                || !hasGrid
                || terms.lotScale() > 18
                || !hasRange
                || !hasPrices
                || !hasPolicies
                || !hasRates(terms);
    }

    /** Up to the whole; and a rebate must be paid for by the other side's fee, unless it may cost the venue money. */
    private static boolean hasRates(Command.ListInstrument terms) {
        int maker = terms.makerFeeRate();
        int taker = terms.takerFeeRate();
        boolean isPaidFor = Math.min(maker, taker) >= 0 || terms.feePolicy() == 2 && maker + taker >= 0;
        return Math.max(Math.abs((long) maker), Math.abs((long) taker)) <= 10_000_000
                && (isPaidFor || terms.feeIncomeMayBeNegative() == 1);
    }

    private static boolean isUnsetOrAbove0(long ticks) {
        return ticks == Command.NULL || ticks > 0;
    }

    private static boolean fit(BigInteger value) {
        return ReferenceLedger.fits(value);
    }

    BigInteger base(long lots) {
        return big(lots).multiply(lotMinor);
    }

    /** What a trade moves: rounded down. */
    BigInteger notional(long ticks, long lots) {
        return big(ticks).multiply(big(lots)).multiply(worth).divide(per);
    }

    /** What a hold keeps: rounded up, and with the dearest fee that may still come when it is charged on top. */
    BigInteger cost(long ticks, long lots, BigInteger feePrepaid) {
        BigInteger cost = ceil(big(ticks).multiply(big(lots)).multiply(worth), per);
        if (!feesInQuote) return cost;
        BigInteger dearest = big(Math.max(0, Math.max(terms.makerFeeRate(), terms.takerFeeRate())));
        return cost.add(
                ceil(cost.multiply(dearest).subtract(feePrepaid), RATE_UNIT).max(ZERO));
    }

    /** Lots that an amount pays for, with the taker's fee on top when that is charged in the same asset. */
    long affordable(BigInteger amount, long ticks, boolean isBuy) {
        BigInteger withFee = feesInQuote && isBuy ? RATE_UNIT.add(takerRate()) : RATE_UNIT;
        BigInteger price = big(ticks).multiply(worth).multiply(withFee);
        return amount.multiply(per)
                .multiply(RATE_UNIT)
                .divide(price)
                .min(big(Long.MAX_VALUE))
                .longValue();
    }

    BigInteger takerRate() {
        return big(Math.max(0, terms.takerFeeRate()));
    }

    static BigInteger ceil(BigInteger numerator, BigInteger denominator) {
        BigInteger[] parts = numerator.divideAndRemainder(denominator);
        return parts[1].signum() > 0 ? parts[0].add(ONE) : parts[0];
    }

    static BigInteger big(long value) {
        return BigInteger.valueOf(value);
    }
}
