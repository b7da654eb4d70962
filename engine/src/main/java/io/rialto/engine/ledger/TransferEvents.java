package io.rialto.engine.ledger;

import io.rialto.protocol.DepositBegunEncoder;
import io.rialto.protocol.DepositCancelledEncoder;
import io.rialto.protocol.DepositCompletedEncoder;
import io.rialto.protocol.FundsDepositedEncoder;
import io.rialto.protocol.WithdrawalBegunEncoder;
import io.rialto.protocol.WithdrawalCancelledEncoder;
import io.rialto.protocol.WithdrawalCompletedEncoder;
import io.rialto.protocol.frame.Frame;

/** Writes the events of money in and out. Seven names, one shape. */
final class TransferEvents {
    private final FundsDepositedEncoder fundsDeposited = new FundsDepositedEncoder();
    private final DepositBegunEncoder depositBegun = new DepositBegunEncoder();
    private final DepositCompletedEncoder depositCompleted = new DepositCompletedEncoder();
    private final DepositCancelledEncoder depositCancelled = new DepositCancelledEncoder();
    private final WithdrawalBegunEncoder withdrawalBegun = new WithdrawalBegunEncoder();
    private final WithdrawalCompletedEncoder withdrawalCompleted = new WithdrawalCompletedEncoder();
    private final WithdrawalCancelledEncoder withdrawalCancelled = new WithdrawalCancelledEncoder();

    void fundsDeposited(Frame frame, long transfer, int account, int asset, long amountMinor) {
        frame.claimEvent(fundsDeposited)
                .transfer(transfer)
                .account(account)
                .asset(asset)
                .amountMinor(amountMinor);
    }

    void depositBegun(Frame frame, long transfer, int account, int asset, long amountMinor) {
        frame.claimEvent(depositBegun)
                .transfer(transfer)
                .account(account)
                .asset(asset)
                .amountMinor(amountMinor);
    }

    void depositCompleted(Frame frame, long transfer, int account, int asset, long amountMinor) {
        frame.claimEvent(depositCompleted)
                .transfer(transfer)
                .account(account)
                .asset(asset)
                .amountMinor(amountMinor);
    }

    void depositCancelled(Frame frame, long transfer, int account, int asset, long amountMinor) {
        frame.claimEvent(depositCancelled)
                .transfer(transfer)
                .account(account)
                .asset(asset)
                .amountMinor(amountMinor);
    }

    void withdrawalBegun(Frame frame, long transfer, int account, int asset, long amountMinor) {
        frame.claimEvent(withdrawalBegun)
                .transfer(transfer)
                .account(account)
                .asset(asset)
                .amountMinor(amountMinor);
    }

    void withdrawalCompleted(Frame frame, long transfer, int account, int asset, long amountMinor) {
        frame.claimEvent(withdrawalCompleted)
                .transfer(transfer)
                .account(account)
                .asset(asset)
                .amountMinor(amountMinor);
    }

    void withdrawalCancelled(Frame frame, long transfer, int account, int asset, long amountMinor) {
        frame.claimEvent(withdrawalCancelled)
                .transfer(transfer)
                .account(account)
                .asset(asset)
                .amountMinor(amountMinor);
    }
}
