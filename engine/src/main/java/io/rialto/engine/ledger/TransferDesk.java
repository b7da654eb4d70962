package io.rialto.engine.ledger;

import static io.rialto.protocol.frame.FrameLayout.PART_HEADER_LENGTH;

import io.rialto.engine.listing.Accounts;
import io.rialto.engine.listing.Assets;
import io.rialto.engine.roles.Roles;
import io.rialto.protocol.BeginDepositDecoder;
import io.rialto.protocol.BeginWithdrawalDecoder;
import io.rialto.protocol.CancelDepositDecoder;
import io.rialto.protocol.CancelWithdrawalDecoder;
import io.rialto.protocol.CompleteDepositDecoder;
import io.rialto.protocol.CompleteWithdrawalDecoder;
import io.rialto.protocol.DepositDecoder;
import io.rialto.protocol.Reason;
import io.rialto.protocol.frame.Frame;
import org.agrona.DirectBuffer;

/**
 * Decides the commands that bring money in and out.
 *
 * <p>A deposit that has only begun is nobody's money yet; a withdrawal that has begun is held. Checks come in this order: account,
 * asset, amount, then what is there.
 *
 * <p>Threading: the core's thread only.
 */
public final class TransferDesk {
    private final Accounts accounts;
    private final Assets assets;
    private final Balances balances;
    private final Treasury treasury;
    private final Transfers transfers;
    private final Roles roles;
    private final TransferEvents events = new TransferEvents();

    public TransferDesk(
            Accounts accounts, Assets assets, Balances balances, Treasury treasury, Transfers transfers, Roles roles) {
        this.accounts = accounts;
        this.assets = assets;
        this.balances = balances;
        this.treasury = treasury;
        this.transfers = transfers;
        this.roles = roles;
    }

    public Reason deposit(Frame frame) {
        DirectBuffer buffer = frame.buffer();
        int at = frame.commandOffset() + PART_HEADER_LENGTH;
        int account = buffer.getInt(at + DepositDecoder.accountEncodingOffset());
        int asset = buffer.getInt(at + DepositDecoder.assetEncodingOffset());
        long amountMinor = buffer.getLong(at + DepositDecoder.amountMinorEncodingOffset());
        Reason refusal = refuses(account, asset, amountMinor);
        if (refusal != Reason.NONE) return refusal;
        if (!treasury.hasRoomFor(asset, amountMinor)) return Reason.VALUE_OVERFLOW;

        balances.post(treasury.outsideCell(asset), balances.cell(account, asset), amountMinor);
        events.fundsDeposited(frame, transfers.nextNumber(), account, asset, amountMinor);
        return Reason.NONE;
    }

    public Reason beginDeposit(Frame frame) {
        DirectBuffer buffer = frame.buffer();
        int at = frame.commandOffset() + PART_HEADER_LENGTH;
        int account = buffer.getInt(at + BeginDepositDecoder.accountEncodingOffset());
        int asset = buffer.getInt(at + BeginDepositDecoder.assetEncodingOffset());
        long amountMinor = buffer.getLong(at + BeginDepositDecoder.amountMinorEncodingOffset());
        Reason refusal = refuses(account, asset, amountMinor);
        if (refusal != Reason.NONE) return refusal;

        long number = transfers.nextNumber();
        transfers.begin(number, Transfers.DEPOSIT, account, asset, amountMinor);
        events.depositBegun(frame, number, account, asset, amountMinor);
        return Reason.NONE;
    }

    public Reason completeDeposit(Frame frame) {
        long number = transferOf(frame, CompleteDepositDecoder.transferEncodingOffset());
        int entry = transfers.find(number, Transfers.DEPOSIT);
        if (entry == Transfers.NONE) return missing(number);
        int account = transfers.account(entry);
        int asset = transfers.asset(entry);
        long amountMinor = transfers.amountMinor(entry);
        if (!treasury.hasRoomFor(asset, amountMinor)) return Reason.VALUE_OVERFLOW;

        balances.post(treasury.outsideCell(asset), balances.cell(account, asset), amountMinor);
        transfers.end(entry);
        events.depositCompleted(frame, number, account, asset, amountMinor);
        return Reason.NONE;
    }

    public Reason cancelDeposit(Frame frame) {
        long number = transferOf(frame, CancelDepositDecoder.transferEncodingOffset());
        int entry = transfers.find(number, Transfers.DEPOSIT);
        if (entry == Transfers.NONE) return missing(number);

        events.depositCancelled(
                frame, number, transfers.account(entry), transfers.asset(entry), transfers.amountMinor(entry));
        transfers.end(entry);
        return Reason.NONE;
    }

    public Reason beginWithdrawal(Frame frame) {
        DirectBuffer buffer = frame.buffer();
        int at = frame.commandOffset() + PART_HEADER_LENGTH;
        int account = buffer.getInt(at + BeginWithdrawalDecoder.accountEncodingOffset());
        int asset = buffer.getInt(at + BeginWithdrawalDecoder.assetEncodingOffset());
        long amountMinor = buffer.getLong(at + BeginWithdrawalDecoder.amountMinorEncodingOffset());
        Reason refusal = refuses(account, asset, amountMinor);
        if (refusal != Reason.NONE) return refusal;
        if (roles.onlyExecutes(account)) return Reason.ROLE_FORBIDS;
        int cell = balances.cell(account, asset);
        if (balances.available(cell) < amountMinor) return Reason.INSUFFICIENT_FUNDS;

        balances.hold(cell, amountMinor);
        long number = transfers.nextNumber();
        transfers.begin(number, Transfers.WITHDRAWAL, account, asset, amountMinor);
        events.withdrawalBegun(frame, number, account, asset, amountMinor);
        return Reason.NONE;
    }

    public Reason completeWithdrawal(Frame frame) {
        long number = transferOf(frame, CompleteWithdrawalDecoder.transferEncodingOffset());
        int entry = transfers.find(number, Transfers.WITHDRAWAL);
        if (entry == Transfers.NONE) return missing(number);
        int account = transfers.account(entry);
        int asset = transfers.asset(entry);
        long amountMinor = transfers.amountMinor(entry);

        int cell = balances.cell(account, asset);
        balances.release(cell, amountMinor);
        balances.post(cell, treasury.outsideCell(asset), amountMinor);
        balances.verify(cell);
        transfers.end(entry);
        events.withdrawalCompleted(frame, number, account, asset, amountMinor);
        return Reason.NONE;
    }

    public Reason cancelWithdrawal(Frame frame) {
        long number = transferOf(frame, CancelWithdrawalDecoder.transferEncodingOffset());
        int entry = transfers.find(number, Transfers.WITHDRAWAL);
        if (entry == Transfers.NONE) return missing(number);
        int account = transfers.account(entry);
        int asset = transfers.asset(entry);
        long amountMinor = transfers.amountMinor(entry);

        int cell = balances.cell(account, asset);
        balances.release(cell, amountMinor);
        balances.verify(cell);
        transfers.end(entry);
        events.withdrawalCancelled(frame, number, account, asset, amountMinor);
        return Reason.NONE;
    }

    private Reason refuses(int account, int asset, long amountMinor) {
        if (!accounts.isOpen(account)) return Reason.UNKNOWN_ACCOUNT;
        if (!assets.isListed(asset)) return Reason.UNKNOWN_ASSET;
        return amountMinor > 0 ? Reason.NONE : Reason.INVALID_AMOUNT;
    }

    private Reason missing(long number) {
        return transfers.wasGiven(number) ? Reason.TRANSFER_NOT_PENDING : Reason.UNKNOWN_TRANSFER;
    }

    private static long transferOf(Frame frame, int fieldOffset) {
        return frame.buffer().getLong(frame.commandOffset() + PART_HEADER_LENGTH + fieldOffset);
    }
}
