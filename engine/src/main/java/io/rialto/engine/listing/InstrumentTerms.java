package io.rialto.engine.listing;

/**
 * The terms of an instrument as they were listed.
 *
 * @param collarTicks how far a market order may go from its reference, or {@link Instrument#NONE}
 * @param referencePriceTicks before the first trade, or {@link Instrument#NONE}
 * @param feesInQuote both sides pay in the quote asset, else each in what it receives
 * @param restsAtLimit what is left of a market order at its collar stays as a limit order there, else it ends
 * @param contract what else a contract is, or {@link Contract#NONE}
 * @param feeIncomeMayBeNegative rebates may be paid beyond the fees taken
 */
public record InstrumentTerms(
        int baseAsset,
        int quoteAsset,
        long tickMantissa,
        long lotMantissa,
        int tickScale,
        int lotScale,
        long minQuantityLots,
        long maxQuantityLots,
        long minNotionalMinor,
        long collarTicks,
        long referencePriceTicks,
        int makerFeeRate,
        int takerFeeRate,
        boolean feesInQuote,
        boolean restsAtLimit,
        boolean feeIncomeMayBeNegative,
        Contract contract) {
    /**
     * What makes a market one in a contract that is settled in cash.
     *
     * @param kind as the schema's value; 0 for a market in an asset itself
     * @param multiplierMantissa how often a lot counts, with {@code multiplierScale} decimal places
     * @param expiryNanos of a future, UTC; else 0
     * @param floorMantissa how far below zero its prices begin, with {@code floorScale} decimal places; ticks and all
     *     values count from there
     */
    public record Contract(
            byte kind,
            long multiplierMantissa,
            int multiplierScale,
            long expiryNanos,
            long floorMantissa,
            int floorScale) {
        /** Of a market in which the asset itself changes hands. */
        public static final Contract NONE = new Contract((byte) 0, 1, 0, 0, 0, 0);

        public boolean isContract() {
            return kind != 0;
        }
    }

    /** The same market with another tick, as mantissa and decimal places. */
    public InstrumentTerms withTick(long mantissa, int scale) {
        return withSteps(mantissa, scale, lotMantissa, lotScale);
    }

    /** The same market with another lot, as mantissa and decimal places. */
    public InstrumentTerms withLot(long mantissa, int scale) {
        return withSteps(tickMantissa, tickScale, mantissa, scale);
    }

    private InstrumentTerms withSteps(long tick, int tickPlaces, long lot, int lotPlaces) {
        return new InstrumentTerms(
                baseAsset,
                quoteAsset,
                tick,
                lot,
                tickPlaces,
                lotPlaces,
                minQuantityLots,
                maxQuantityLots,
                minNotionalMinor,
                collarTicks,
                referencePriceTicks,
                makerFeeRate,
                takerFeeRate,
                feesInQuote,
                restsAtLimit,
                feeIncomeMayBeNegative,
                contract);
    }
}
