package io.rialto.feeds.balances;

/** How far a deposit or withdrawal has come. */
public enum TransferState {
    PENDING,
    COMPLETED,
    CANCELLED
}
