package io.rialto.gateway.admin;

import io.rialto.feeds.balances.Transfer;
import io.rialto.feeds.listing.Asset;
import io.rialto.gateway.form.Decimals;
import io.rialto.gateway.form.Times;
import io.rialto.gateway.ingress.KeptFrame;
import io.rialto.gateway.market.Listed;
import io.rialto.protocol.DepositBegunDecoder;
import io.rialto.protocol.DepositCancelledDecoder;
import io.rialto.protocol.FundsDepositedDecoder;
import io.rialto.protocol.WithdrawalBegunDecoder;
import io.rialto.protocol.WithdrawalCancelledDecoder;
import io.rialto.protocol.frame.FrameView;

/** A deposit or withdrawal on the wire. */
record TransferBody(
        String id,
        String type,
        String account,
        String asset,
        String amount,
        String status,
        long sequence,
        String ack,
        String updatedAt) {

    /** As a frame left it: all seven events of transfers share one layout. */
    static TransferBody of(KeptFrame frame, Listed listed, String ack) {
        FrameView view = frame.view();
        while (view.nextEvent() && !isTransfer(view.eventType())) {
            // What fell due before the command stands before its own event.
        }
        FundsDepositedDecoder event = new FundsDepositedDecoder()
                .wrap(view.buffer(), view.eventOffset(), view.eventBlockLength(), view.eventVersion());
        Asset asset = listed.asset(event.asset());
        return new TransferBody(
                Long.toString(event.transfer()),
                view.eventType() < WithdrawalBegunDecoder.TEMPLATE_ID ? "DEPOSIT" : "WITHDRAWAL",
                Integer.toString(event.account()),
                asset.code(),
                Decimals.text(event.amountMinor(), asset.scale()),
                status(view.eventType()),
                view.sequence(),
                ack,
                Times.text(view.timeNanos()));
    }

    static TransferBody of(Transfer transfer, Listed listed, String ack) {
        Asset asset = listed.asset(transfer.asset());
        return new TransferBody(
                Long.toString(transfer.number()),
                transfer.isDeposit() ? "DEPOSIT" : "WITHDRAWAL",
                Integer.toString(transfer.account()),
                asset.code(),
                Decimals.text(transfer.amountMinor(), asset.scale()),
                transfer.state().name(),
                transfer.sequence(),
                ack,
                Times.text(transfer.changedNanos()));
    }

    private static boolean isTransfer(int eventType) {
        return eventType >= FundsDepositedDecoder.TEMPLATE_ID && eventType <= WithdrawalCancelledDecoder.TEMPLATE_ID;
    }

    private static String status(int eventType) {
        return switch (eventType) {
            case DepositBegunDecoder.TEMPLATE_ID, WithdrawalBegunDecoder.TEMPLATE_ID -> "PENDING";
            case DepositCancelledDecoder.TEMPLATE_ID, WithdrawalCancelledDecoder.TEMPLATE_ID -> "CANCELLED";
            default -> "COMPLETED";
        };
    }
}
