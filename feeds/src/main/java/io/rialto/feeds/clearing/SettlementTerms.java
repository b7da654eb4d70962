package io.rialto.feeds.clearing;

/**
 * When an instrument's trades settle.
 *
 * @param days business days after that of the trade; 0 at once
 * @param cutOffNanos time of day, UTC, from which a trade belongs to the next day
 * @param owedIsFree whether sellers may use what they owe until it is due
 * @param buyInCycles after so many failed cycles a member is bought in; 0 never
 * @param sequence of the frame that set them
 */
public record SettlementTerms(
        int instrument, int days, long cutOffNanos, boolean owedIsFree, int buyInCycles, long sequence) {}
