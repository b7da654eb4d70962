package io.rialto.engine.rules;

import io.rialto.engine.reference.Command;

/** Terms of the market under test: whole numbers without fees, collar or minimum, but for what a rule needs. */
public final class Terms {
    private long minLots = 1;
    private long maxLots = 1_000_000;
    private long minNotional;
    private long collarTicks = Command.NULL;
    private long referenceTicks = Command.NULL;
    private int makerFeeRate;
    private int takerFeeRate;
    private int tickScale;
    private int feePolicy = 1;
    private int marketRemainder = 1;
    private int feeIncomeMayBeNegative;

    public Terms quantity(long least, long most) {
        minLots = least;
        maxLots = most;
        return this;
    }

    public Terms minimumNotional(long minor) {
        minNotional = minor;
        return this;
    }

    public Terms collar(long ticks) {
        collarTicks = ticks;
        return this;
    }

    public Terms reference(long ticks) {
        referenceTicks = ticks;
        return this;
    }

    public Terms restsAtLimit() {
        marketRemainder = 2;
        return this;
    }

    /** Parts per 10^7. */
    public Terms fees(int maker, int taker) {
        makerFeeRate = maker;
        takerFeeRate = taker;
        return this;
    }

    public Terms feesInQuote() {
        feePolicy = 2;
        return this;
    }

    public Terms rebatesMayCost() {
        feeIncomeMayBeNegative = 1;
        return this;
    }

    /** A tick is a tenth, a hundredth … of the quote asset's smallest unit. */
    public Terms tickPlaces(int places) {
        tickScale = places;
        return this;
    }

    Command.ListInstrument listing() {
        return listing("BASE-QUOTE");
    }

    Command.ListInstrument listing(String symbol) {
        return new Command.ListInstrument(
                symbol,
                VenueUnderTest.BASE,
                VenueUnderTest.QUOTE,
                1,
                1,
                minLots,
                maxLots,
                minNotional,
                collarTicks,
                referenceTicks,
                makerFeeRate,
                takerFeeRate,
                tickScale,
                0,
                feePolicy,
                marketRemainder,
                feeIncomeMayBeNegative);
    }
}
