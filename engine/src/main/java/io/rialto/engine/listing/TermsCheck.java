package io.rialto.engine.listing;

import io.rialto.engine.pricing.Fees;
import io.rialto.engine.pricing.LotValue;
import io.rialto.protocol.FeePolicy;
import io.rialto.protocol.ListInstrumentDecoder;
import io.rialto.protocol.MarketRemainder;
import java.util.Optional;

/**
 * Whether an instrument's numbers stand together: with each other, and with its two assets. Rates in parts per 10^7.
 *
 * <p>Threading: any; keeps nothing.
 */
public final class TermsCheck {
    private static final int LARGEST_SCALE = 18;

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
                asked.feeIncomeMayBeNegative() == 1);
    }

    static boolean agree(InstrumentTerms terms) {
        return terms.baseAsset() != terms.quoteAsset()
                && terms.tickMantissa() > 0
                && terms.lotMantissa() > 0
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

    /** Empty when it does not fit. */
    public static Optional<LotValue> lotValue(InstrumentTerms terms, int quoteScale) {
        int scale = quoteScale - terms.tickScale() - terms.lotScale();
        return LotValue.of(terms.tickMantissa(), terms.lotMantissa(), scale);
    }

    /** Base minor units of one lot; 0 when that is no whole number or does not fit. */
    public static long lotBaseMinor(InstrumentTerms terms, int baseScale) {
        long lot = terms.lotMantissa();
        for (int scale = terms.lotScale(); scale < baseScale; scale++) {
            if (lot > Long.MAX_VALUE / 10) return 0;
            lot *= 10;
        }
        for (int scale = terms.lotScale(); scale > baseScale; scale--) {
            if (lot % 10 != 0) return 0;
            lot /= 10;
        }
        return lot;
    }
}
