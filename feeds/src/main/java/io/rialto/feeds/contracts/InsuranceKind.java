package io.rialto.feeds.contracts;

/** What a line of the insurance fund's ledger is about. */
public enum InsuranceKind {
    /** The venue moved its own money. */
    VENUE,
    /** What a funding left, or a position of the fund's own cost in it. */
    FUNDING,
    /** A position that was taken over from an account that was liquidated: what that realised of an opposite one, mostly nothing. */
    TAKEOVER,
    /** A position of the fund's own was settled. */
    SETTLEMENT,
    /** The debt of an account that was liquidated. */
    DEBT
}
