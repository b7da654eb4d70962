package io.rialto.engine.reference;

import java.util.List;

/** The commands of contracts and their margin; units, enums and nulls as in {@link Command}. */
public interface MarginCommand extends Command.Margin {
    record ListContract(
            String symbol,
            int underlyingAsset,
            int settlementAsset,
            long tickMantissa,
            long lotMantissa,
            long multiplierMantissa,
            long minLots,
            long maxLots,
            long minNotional,
            long collarTicks,
            long referenceTicks,
            long expiryNanos,
            int makerFeeRate,
            int takerFeeRate,
            int tickScale,
            int lotScale,
            int multiplierScale,
            int kind,
            int marketRemainder,
            int feeIncomeMayBeNegative,
            long floorMantissa,
            int floorScale)
            implements MarginCommand {}

    /** Above zero into the margin, below zero out of it. */
    record MoveMargin(int account, int asset, long amountMinor) implements MarginCommand {}

    record SetLeverage(int account, int instrument, int leverage) implements MarginCommand {}

    record SetMarginMode(int account, int instrument, int mode) implements MarginCommand {}

    /** Above zero to an isolated position, below zero from it. */
    record AssignPositionMargin(int account, int instrument, long amountMinor) implements MarginCommand {}

    /** Parts are tiers, or what a hostile sender puts in their place. */
    record SetMarginTiers(int instrument, List<Command> tiers) implements MarginCommand {}

    /** A mark price that says its source. */
    record SetSourcedMark(int instrument, long priceTicks, int source) implements MarginCommand {}

    /** Positions in a perpetual pay each other. */
    record FundPositions(int instrument, long plannedNanos, int rate) implements MarginCommand {}

    /** Positions in an expired future are closed. */
    record SettleContract(int instrument, long priceTicks) implements MarginCommand {}

    /** Above zero from fee income into the insurance fund, below zero back. */
    record FundInsurance(int asset, long amountMinor) implements MarginCommand {}

    record MarginTier(long upToMinor, int initialRate, int maintenanceRate) implements MarginCommand {}

    /** What if prices moved? Parts are shocks, or what a hostile sender puts in their place. */
    record StressMargin(int account, int asset, List<Command> shocks) implements MarginCommand {}

    /** Instrument 0 is every contract. */
    record PriceShock(int instrument, int shockBps) implements MarginCommand {}
}
