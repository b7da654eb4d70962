package io.rialto.feeds.clearing;

/**
 * What an account owes to the clearing account in one instrument for one date, and has to receive from it.
 *
 * @param settlementDay counted from 1970; of what a cycle left open, the day of that cycle
 * @param baseMinor open: above zero to receive, below zero to deliver
 * @param quoteMinor open: above zero to receive, below zero to pay
 * @param baseHeldMinor of what is to be delivered, how much is held for it
 * @param cycles how many in a row have failed to deliver it
 * @param sequence of the frame that changed it last
 */
public record Obligation(
        int account,
        int instrument,
        int settlementDay,
        long baseMinor,
        long quoteMinor,
        long baseHeldMinor,
        ObligationState state,
        int cycles,
        long sequence) {}
