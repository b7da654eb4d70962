package io.rialto.feeds.contracts;

/**
 * One movement of the insurance fund.
 *
 * @param amountMinor above zero into the fund, below zero out of it
 * @param balanceMinor of the fund in this asset after it
 * @param instrument that it is about; 0 for none
 * @param changeLots of the fund's own position, bought or, below zero, sold
 * @param priceTicks at which; 0 for none
 */
public record InsuranceEntry(
        InsuranceKind kind,
        int asset,
        long amountMinor,
        long balanceMinor,
        int instrument,
        long changeLots,
        long priceTicks,
        long timeNanos,
        long sequence) {}
