package io.rialto.engine.listing;

import io.rialto.engine.pricing.Fees;
import io.rialto.engine.pricing.LotValue;
import io.rialto.protocol.ContractKind;
import io.rialto.protocol.FeePolicy;
import io.rialto.protocol.ListContractDecoder;
import io.rialto.protocol.ListInstrumentDecoder;
import io.rialto.protocol.MarketRemainder;
import java.math.BigInteger;
import java.util.Optional;

/**
 * Whether an instrument's numbers stand together: with each other, and with its two assets. Rates in parts per 10^7.
 *
 * <p>Threading: any; keeps nothing.
 */
public final class TermsCheck {
    /** In place of a number of base minor units. */
    public static final long NOT_WHOLE = -1;

    private static final int LARGEST_SCALE = 18;

    /** In ticks, so that there are as many above zero. */
    private static final BigInteger DEEPEST_FLOOR = BigInteger.ONE.shiftLeft(62);

    private TermsCheck() {}

    /** Whether the coded fields hold one of their values. */
    static boolean areCoded(ListInstrumentDecoder asked) {
        short policy = asked.feePolicyRaw();
        short remainder = asked.marketRemainderRaw();
        return (policy == FeePolicy.RECEIVED.value() || policy == FeePolicy.QUOTE.value())
                && (remainder == MarketRemainder.EXPIRE.value() || remainder == MarketRemainder.REST_AT_LIMIT.value())
                && asked.feeIncomeMayBeNegative() <= 1
                && asked.tickScale() <= LARGEST_SCALE
                && asked.lotScale() <= LARGEST_SCALE;
    }

    static InstrumentTerms read(ListInstrumentDecoder asked) {
        return new InstrumentTerms(
                asked.baseAsset(),
                asked.quoteAsset(),
                asked.tickMantissa(),
                asked.lotMantissa(),
                asked.tickScale(),
                asked.lotScale(),
                asked.minQuantityLots(),
                asked.maxQuantityLots(),
                asked.minNotionalMinor(),
                asked.collarTicks(),
                asked.referencePriceTicks(),
                asked.makerFeeRate(),
                asked.takerFeeRate(),
                asked.feePolicyRaw() == FeePolicy.QUOTE.value(),
                asked.marketRemainderRaw() == MarketRemainder.REST_AT_LIMIT.value(),
                asked.feeIncomeMayBeNegative() == 1,
                InstrumentTerms.Contract.NONE);
    }

    /** The same of a contract, whose fees are always in what it is settled in. */
    static boolean areCoded(ListContractDecoder asked) {
        short kind = asked.kindRaw();
        short remainder = asked.marketRemainderRaw();
        boolean endsAsItsKind = kind == ContractKind.FUTURE.value()
                ? asked.expiryNanos() > 0
                : kind == ContractKind.PERPETUAL.value() && asked.expiryNanos() == 0;
        return endsAsItsKind
                && (remainder == MarketRemainder.EXPIRE.value() || remainder == MarketRemainder.REST_AT_LIMIT.value())
                && asked.feeIncomeMayBeNegative() <= 1
                && asked.tickScale() <= LARGEST_SCALE
                && asked.lotScale() <= LARGEST_SCALE
                && asked.multiplierScale() <= LARGEST_SCALE
                && asked.floorMantissa() >= 0
                && asked.floorScale() <= LARGEST_SCALE;
    }

    static InstrumentTerms read(ListContractDecoder asked) {
        return new InstrumentTerms(
                asked.underlyingAsset(),
                asked.settlementAsset(),
                asked.tickMantissa(),
                asked.lotMantissa(),
                asked.tickScale(),
                asked.lotScale(),
                asked.minQuantityLots(),
                asked.maxQuantityLots(),
                asked.minNotionalMinor(),
                asked.collarTicks(),
                asked.referencePriceTicks(),
                asked.makerFeeRate(),
                asked.takerFeeRate(),
                true,
                asked.marketRemainderRaw() == MarketRemainder.REST_AT_LIMIT.value(),
                asked.feeIncomeMayBeNegative() == 1,
                new InstrumentTerms.Contract(
                        (byte) asked.kindRaw(),
                        asked.multiplierMantissa(),
                        asked.multiplierScale(),
                        asked.expiryNanos(),
                        asked.floorMantissa(),
                        asked.floorScale()));
    }

    static boolean agree(InstrumentTerms terms) {
        return terms.baseAsset() != terms.quoteAsset()
                && terms.tickMantissa() > 0
                && terms.lotMantissa() > 0
                && terms.contract().multiplierMantissa() > 0
                && terms.minQuantityLots() > 0
                && terms.maxQuantityLots() >= terms.minQuantityLots()
                && terms.minNotionalMinor() >= 0
                && (terms.collarTicks() == Instrument.NONE || terms.collarTicks() > 0)
                && (terms.referencePriceTicks() == Instrument.NONE || terms.referencePriceTicks() > 0)
                && feesAgree(terms, terms.makerFeeRate(), terms.takerFeeRate());
    }

    /** A rebate is paid out of the other side's fee, unless the venue said that it may cost it money. */
    public static boolean feesAgree(InstrumentTerms terms, long maker, long taker) {
        boolean areRates = maker >= -Fees.WHOLE && maker <= Fees.WHOLE && taker >= -Fees.WHOLE && taker <= Fees.WHOLE;
        boolean arePaidFor = maker >= 0 && taker >= 0 || terms.feesInQuote() && maker + taker >= 0;
        return areRates && (arePaidFor || terms.feeIncomeMayBeNegative());
    }

    /** Empty when it does not fit, and of a contract also when it is no whole number or prices begin between two ticks. */
    public static Optional<LotValue> lotValue(InstrumentTerms terms, int quoteScale) {
        InstrumentTerms.Contract contract = terms.contract();
        int scale = quoteScale - terms.tickScale() - terms.lotScale() - contract.multiplierScale();
        Optional<LotValue> value =
                LotValue.of(terms.tickMantissa(), terms.lotMantissa(), contract.multiplierMantissa(), scale);
        return contract.isContract() ? value.filter(LotValue::isWhole).filter(any -> isFloorATick(terms)) : value;
    }

    private static boolean isFloorATick(InstrumentTerms terms) {
        BigInteger tick = scaled(terms.tickMantissa(), terms.contract().floorScale());
        BigInteger floor = scaled(terms.contract().floorMantissa(), terms.tickScale());
        BigInteger[] ticks = floor.divideAndRemainder(tick);
        return ticks[1].signum() == 0 && ticks[0].compareTo(DEEPEST_FLOOR) <= 0;
    }

    private static BigInteger scaled(long mantissa, int byScale) {
        return BigInteger.valueOf(mantissa).multiply(BigInteger.TEN.pow(byScale));
    }

    /** Base minor units of one lot: none of a contract. {@link #NOT_WHOLE} when that is no whole number or does not fit. */
    public static long lotBaseMinor(InstrumentTerms terms, int baseScale) {
        return terms.contract().isContract() ? 0 : wholeLot(terms, baseScale);
    }

    private static long wholeLot(InstrumentTerms terms, int baseScale) {
        long lot = terms.lotMantissa();
        for (int scale = terms.lotScale(); scale < baseScale; scale++) {
            if (lot > Long.MAX_VALUE / 10) return NOT_WHOLE;
            lot *= 10;
        }
        for (int scale = terms.lotScale(); scale > baseScale; scale--) {
            if (lot % 10 != 0) return NOT_WHOLE;
            lot /= 10;
        }
        return lot;
    }
}
