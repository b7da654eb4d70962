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
        int block = frame.claimEvent(
                FundsDepositedEncoder.TEMPLATE_ID,
                FundsDepositedEncoder.BLOCK_LENGTH,
                FundsDepositedEncoder.SCHEMA_ID,
                FundsDepositedEncoder.SCHEMA_VERSION);
        fundsDeposited
                .wrap(frame.buffer(), block)
                .transfer(transfer)
                .account(account)
                .asset(asset)
                .amountMinor(amountMinor);
    }

    void depositBegun(Frame frame, long transfer, int account, int asset, long amountMinor) {
        int block = frame.claimEvent(
                DepositBegunEncoder.TEMPLATE_ID,
                DepositBegunEncoder.BLOCK_LENGTH,
                DepositBegunEncoder.SCHEMA_ID,
                DepositBegunEncoder.SCHEMA_VERSION);
        depositBegun
                .wrap(frame.buffer(), block)
                .transfer(transfer)
                .account(account)
                .asset(asset)
                .amountMinor(amountMinor);
    }

    void depositCompleted(Frame frame, long transfer, int account, int asset, long amountMinor) {
        int block = frame.claimEvent(
                DepositCompletedEncoder.TEMPLATE_ID,
                DepositCompletedEncoder.BLOCK_LENGTH,
                DepositCompletedEncoder.SCHEMA_ID,
                DepositCompletedEncoder.SCHEMA_VERSION);
        depositCompleted
                .wrap(frame.buffer(), block)
                .transfer(transfer)
                .account(account)
                .asset(asset)
                .amountMinor(amountMinor);
    }

    void depositCancelled(Frame frame, long transfer, int account, int asset, long amountMinor) {
        int block = frame.claimEvent(
                DepositCancelledEncoder.TEMPLATE_ID,
                DepositCancelledEncoder.BLOCK_LENGTH,
                DepositCancelledEncoder.SCHEMA_ID,
                DepositCancelledEncoder.SCHEMA_VERSION);
        depositCancelled
                .wrap(frame.buffer(), block)
                .transfer(transfer)
                .account(account)
                .asset(asset)
                .amountMinor(amountMinor);
    }

    void withdrawalBegun(Frame frame, long transfer, int account, int asset, long amountMinor) {
        int block = frame.claimEvent(
                WithdrawalBegunEncoder.TEMPLATE_ID,
                WithdrawalBegunEncoder.BLOCK_LENGTH,
                WithdrawalBegunEncoder.SCHEMA_ID,
                WithdrawalBegunEncoder.SCHEMA_VERSION);
        withdrawalBegun
                .wrap(frame.buffer(), block)
                .transfer(transfer)
                .account(account)
                .asset(asset)
                .amountMinor(amountMinor);
    }

    void withdrawalCompleted(Frame frame, long transfer, int account, int asset, long amountMinor) {
        int block = frame.claimEvent(
                WithdrawalCompletedEncoder.TEMPLATE_ID,
                WithdrawalCompletedEncoder.BLOCK_LENGTH,
                WithdrawalCompletedEncoder.SCHEMA_ID,
                WithdrawalCompletedEncoder.SCHEMA_VERSION);
        withdrawalCompleted
                .wrap(frame.buffer(), block)
                .transfer(transfer)
                .account(account)
                .asset(asset)
                .amountMinor(amountMinor);
    }

    void withdrawalCancelled(Frame frame, long transfer, int account, int asset, long amountMinor) {
        int block = frame.claimEvent(
                WithdrawalCancelledEncoder.TEMPLATE_ID,
                WithdrawalCancelledEncoder.BLOCK_LENGTH,
                WithdrawalCancelledEncoder.SCHEMA_ID,
                WithdrawalCancelledEncoder.SCHEMA_VERSION);
        withdrawalCancelled
                .wrap(frame.buffer(), block)
                .transfer(transfer)
                .account(account)
                .asset(asset)
                .amountMinor(amountMinor);
    }
}
