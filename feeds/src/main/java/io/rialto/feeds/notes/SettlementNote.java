package io.rialto.feeds.notes;

/**
 * Something that clearing did with an account's trade or obligation. Amounts in minor units, above zero received or to be
 * received, below zero given or owed.
 *
 * @param trade 0 where it is about no single one
 * @param day settlement date, counted from 1970; 0 where there is none
 * @param baseMinor what is owed by it from now on, or no longer; of a cycle and of hand-made moves, what moved
 * @param openBaseMinor of a cycle: what stays owed
 * @param cycles of a cycle: in how many in a row the account has failed to deliver
 * @param timeNanos journal time, UTC
 */
public record SettlementNote(
        int account,
        Kind kind,
        int instrument,
        long trade,
        int day,
        long baseMinor,
        long quoteMinor,
        long openBaseMinor,
        long openQuoteMinor,
        int cycles,
        long timeNanos,
        long sequence) {
    /** What it was. */
    public enum Kind {
        /** A trade is owed to the clearing account, and by it. */
        NOVATED,
        SETTLED,
        /** Of what was due only a part could be delivered. */
        PARTIAL,
        /** Nothing of what was due could be delivered. */
        FAILED,
        /** Bought for an account that failed to deliver. */
        BOUGHT_IN,
        /** Delivered for somebody else's buy-in. */
        SUPPLIED,
        /** A trade is taken back: what was owed by it is not. */
        BUSTED,
        /** Another trade is in the place of one that was taken back. */
        CORRECTED,
        /** By its opposite, a settled trade is taken back. */
        REVERSED
    }
}
