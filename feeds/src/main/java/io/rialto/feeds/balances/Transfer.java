package io.rialto.feeds.balances;

/**
 * Money on its way in or out.
 *
 * @param isDeposit in; otherwise a withdrawal
 * @param amountMinor in the asset's smallest unit
 * @param begunNanos journal time, UTC
 * @param changedNanos when it reached its state
 * @param begunSequence of the frame that began it
 * @param sequence of the frame that brought it to its state
 */
public record Transfer(
        long number,
        boolean isDeposit,
        int account,
        int asset,
        long amountMinor,
        TransferState state,
        long begunNanos,
        long changedNanos,
        long begunSequence,
        long sequence) {
    Transfer reached(TransferState newState, long timeNanos, long newSequence) {
        return new Transfer(
                number,
                isDeposit,
                account,
                asset,
                amountMinor,
                newState,
                begunNanos,
                timeNanos,
                begunSequence,
                newSequence);
    }
}
