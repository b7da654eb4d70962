package io.rialto.gateway.admin;

import io.rialto.gateway.ingress.Command;
import io.rialto.protocol.BeginDepositEncoder;
import io.rialto.protocol.BeginWithdrawalEncoder;
import io.rialto.protocol.CancelDepositEncoder;
import io.rialto.protocol.CancelWithdrawalEncoder;
import io.rialto.protocol.CompleteDepositEncoder;
import io.rialto.protocol.CompleteWithdrawalEncoder;
import io.rialto.protocol.DepositEncoder;
import io.rialto.protocol.frame.Frame;

/** The seven commands of money in and out; the first three share one layout, so do the other four. */
final class TransferCommands {
    private TransferCommands() {}

    static Command deposit(int account, int asset, long amountMinor) {
        return frame -> {
            DepositEncoder command =
                    new DepositEncoder().wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader());
            command.account(account).asset(asset).amountMinor(amountMinor);
            frame.commandEncoded(DepositEncoder.TEMPLATE_ID, command.encodedLength());
        };
    }

    static Command beginDeposit(int account, int asset, long amountMinor) {
        return frame -> {
            BeginDepositEncoder command = new BeginDepositEncoder()
                    .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader());
            command.account(account).asset(asset).amountMinor(amountMinor);
            frame.commandEncoded(BeginDepositEncoder.TEMPLATE_ID, command.encodedLength());
        };
    }

    static Command beginWithdrawal(int account, int asset, long amountMinor) {
        return frame -> {
            BeginWithdrawalEncoder command = new BeginWithdrawalEncoder()
                    .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader());
            command.account(account).asset(asset).amountMinor(amountMinor);
            frame.commandEncoded(BeginWithdrawalEncoder.TEMPLATE_ID, command.encodedLength());
        };
    }

    static Command completeDeposit(long transfer) {
        return frame -> {
            CompleteDepositEncoder command = new CompleteDepositEncoder()
                    .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader());
            encoded(
                    frame,
                    CompleteDepositEncoder.TEMPLATE_ID,
                    command.transfer(transfer).encodedLength());
        };
    }

    static Command cancelDeposit(long transfer) {
        return frame -> {
            CancelDepositEncoder command = new CancelDepositEncoder()
                    .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader());
            encoded(
                    frame,
                    CancelDepositEncoder.TEMPLATE_ID,
                    command.transfer(transfer).encodedLength());
        };
    }

    static Command completeWithdrawal(long transfer) {
        return frame -> {
            CompleteWithdrawalEncoder command = new CompleteWithdrawalEncoder()
                    .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader());
            encoded(
                    frame,
                    CompleteWithdrawalEncoder.TEMPLATE_ID,
                    command.transfer(transfer).encodedLength());
        };
    }

    static Command cancelWithdrawal(long transfer) {
        return frame -> {
            CancelWithdrawalEncoder command = new CancelWithdrawalEncoder()
                    .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader());
            encoded(
                    frame,
                    CancelWithdrawalEncoder.TEMPLATE_ID,
                    command.transfer(transfer).encodedLength());
        };
    }

    private static void encoded(Frame frame, int templateId, int length) {
        frame.commandEncoded(templateId, length);
    }
}
