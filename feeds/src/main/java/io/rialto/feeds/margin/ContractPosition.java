package io.rialto.feeds.margin;

import java.math.BigDecimal;

/**
 * An account's position in one contract.
 *
 * @param lots bought less sold
 * @param costMinor what it was bought or sold for in total, never below zero
 * @param realisedMinor by all trades so far, fees apart; below zero is a loss
 * @param feesMinor of all trades so far, rebates taken off
 * @param fundingMinor paid so far, less what was received
 * @param changedSequence of the frame that changed it last
 */
public record ContractPosition(
        int instrument,
        long lots,
        long costMinor,
        long realisedMinor,
        long feesMinor,
        long fundingMinor,
        long changedSequence) {
    static ContractPosition none(int instrument) {
        return new ContractPosition(instrument, 0, 0, 0, 0, 0, 0);
    }

    /** @param valueMinor of the position at the price that it is asked for */
    long unrealisedMinor(long valueMinor) {
        if (lots == 0) return 0;
        return lots > 0 ? valueMinor - costMinor : costMinor - valueMinor;
    }

    ContractPosition now(long lotsNow, long costNow, long realised, long sequence) {
        return new ContractPosition(
                instrument, lotsNow, costNow, realisedMinor + realised, feesMinor, fundingMinor, sequence);
    }

    ContractPosition inLots(BigDecimal before, BigDecimal after) {
        long now = BigDecimal.valueOf(lots).multiply(before).divide(after).longValueExact();
        return new ContractPosition(
                instrument, now, costMinor, realisedMinor, feesMinor, fundingMinor, changedSequence);
    }

    ContractPosition paid(long feeMinor, long sequence) {
        return new ContractPosition(
                instrument, lots, costMinor, realisedMinor, feesMinor + feeMinor, fundingMinor, sequence);
    }

    ContractPosition funded(long amountMinor, long sequence) {
        return new ContractPosition(
                instrument, lots, costMinor, realisedMinor, feesMinor, fundingMinor + amountMinor, sequence);
    }
}
