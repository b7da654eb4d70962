package io.rialto.engine.rules;

import io.rialto.engine.reference.Command;
import io.rialto.engine.reference.MarginCommand;

/** Terms of the contract under test: a perpetual of whole numbers without fees, marked at 100, but for what a rule needs. */
public final class Contract {
    private long multiplier = 1;
    private int multiplierScale;
    private int tickScale;
    private long collarTicks = Command.NULL;
    private long referenceTicks = 100;
    private long expiryNanos;
    private int makerFeeRate;
    private int takerFeeRate;
    private long floorMantissa;
    private int kind = 2;

    public Contract multiplier(long mantissa, int scale) {
        multiplier = mantissa;
        multiplierScale = scale;
        return this;
    }

    public Contract tickPlaces(int places) {
        tickScale = places;
        return this;
    }

    public Contract collar(long ticks) {
        collarTicks = ticks;
        return this;
    }

    /** So many ticks below zero prices begin. */
    public Contract floor(long ticks) {
        floorMantissa = ticks;
        return this;
    }

    public Contract withoutReference() {
        referenceTicks = Command.NULL;
        return this;
    }

    public Contract reference(long ticks) {
        referenceTicks = ticks;
        return this;
    }

    public Contract future(long nanos) {
        kind = 1;
        expiryNanos = nanos;
        return this;
    }

    /** Parts per 10^7. */
    public Contract fees(int maker, int taker) {
        makerFeeRate = maker;
        takerFeeRate = taker;
        return this;
    }

    public Command listing(String symbol) {
        return new MarginCommand.ListContract(
                symbol,
                VenueUnderTest.BASE,
                VenueUnderTest.QUOTE,
                1,
                1,
                multiplier,
                1,
                1_000_000,
                0,
                collarTicks,
                referenceTicks,
                expiryNanos,
                makerFeeRate,
                takerFeeRate,
                tickScale,
                0,
                multiplierScale,
                kind,
                1,
                0,
                floorMantissa,
                tickScale);
    }

    /** It is the venue's first market, and everybody has so much margin in the quote asset. */
    public VenueUnderTest tradesWith(long marginMinor) {
        VenueUnderTest venue = VenueUnderTest.empty();
        venue.decides(new Command.ListAsset("BASE", 0)).decides(new Command.ListAsset("QUOTE", 0));
        venue.decides(listing("BASE-PERP"));
        for (int account = VenueUnderTest.ALICE; account <= VenueUnderTest.CAROL; account++) {
            venue.decides(new Command.OpenAccount(0, 0, 0)).deposits(account, VenueUnderTest.QUOTE, marginMinor);
            venue.decides(new MarginCommand.MoveMargin(account, VenueUnderTest.QUOTE, marginMinor));
        }
        return venue;
    }
}
