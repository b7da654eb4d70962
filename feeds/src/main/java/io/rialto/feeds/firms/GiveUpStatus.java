package io.rialto.feeds.firms;

/** What became of a give-up. */
public enum GiveUpStatus {
    /** It waits for the taker's answer. */
    PENDING,
    ACCEPTED,
    REFUSED,
    WITHDRAWN,
    /** Its trade was settled or taken back before it was answered. */
    LAPSED,
    /** It had been accepted; then its trade was busted. */
    REVERSED
}
