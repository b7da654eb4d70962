package io.rialto.feeds.contracts;

/**
 * One movement of the insurance fund.
 *
 * @param amountMinor above zero into the fund, below zero out of it
 * @param balanceMinor of the fund in this asset after it
 * @param instrument whose funding left it; 0: the venue moved its own money
 */
public record InsuranceEntry(
        int asset, long amountMinor, long balanceMinor, int instrument, long timeNanos, long sequence) {}
