package io.rialto.feeds.statements;

/**
 * Money that came into one of an account's balances or left it.
 *
 * @param number counted from 1 over the venue; also the cursor of lists of movements
 * @param amountMinor below zero it left
 * @param afterMinor what the balance was then
 * @param reference of the trade or transfer; 0 for none
 * @param timeNanos journal time, UTC
 */
public record Movement(
        long number,
        int account,
        int asset,
        Purse purse,
        MovementKind kind,
        long amountMinor,
        long afterMinor,
        long reference,
        long timeNanos,
        long sequence) {}
