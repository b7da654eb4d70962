package io.rialto.feeds.balances;

import io.rialto.protocol.DepositBegunDecoder;
import io.rialto.protocol.DepositCancelledDecoder;
import io.rialto.protocol.DepositCompletedDecoder;
import io.rialto.protocol.FundsDepositedDecoder;
import io.rialto.protocol.WithdrawalBegunDecoder;
import io.rialto.protocol.WithdrawalCancelledDecoder;
import io.rialto.protocol.WithdrawalCompletedDecoder;
import io.rialto.protocol.frame.FrameView;

/** Money in and out, told to the balances. All seven events share one layout, which is read once. */
public final class FundsEvents {
    private final BalanceFeed balances;
    private final FundsDepositedDecoder layout = new FundsDepositedDecoder();

    public FundsEvents(BalanceFeed balances) {
        this.balances = balances;
    }

    /** False when the event is not about money in or out. */
    public boolean read(FrameView frame) {
        int type = frame.eventType();
        if (type < FundsDepositedDecoder.TEMPLATE_ID || type > WithdrawalCancelledDecoder.TEMPLATE_ID) return false;
        layout.wrap(frame.buffer(), frame.eventOffset(), frame.eventBlockLength(), frame.eventVersion());
        tell(type, layout.transfer(), layout.account(), layout.asset(), layout.amountMinor());
        return true;
    }

    private void tell(int type, long transfer, int account, int asset, long amountMinor) {
        switch (type) {
            case FundsDepositedDecoder.TEMPLATE_ID -> balances.onDeposited(transfer, account, asset, amountMinor);
            case DepositBegunDecoder.TEMPLATE_ID -> balances.onDepositBegun(transfer, account, asset, amountMinor);
            case DepositCompletedDecoder.TEMPLATE_ID ->
                balances.onDepositCompleted(transfer, account, asset, amountMinor);
            case DepositCancelledDecoder.TEMPLATE_ID -> balances.onDepositCancelled(transfer);
            case WithdrawalBegunDecoder.TEMPLATE_ID ->
                balances.onWithdrawalBegun(transfer, account, asset, amountMinor);
            case WithdrawalCompletedDecoder.TEMPLATE_ID ->
                balances.onWithdrawalCompleted(transfer, account, asset, amountMinor);
            default -> balances.onWithdrawalCancelled(transfer, account, asset, amountMinor);
        }
    }
}
