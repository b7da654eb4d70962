package io.rialto.feeds.business;

import io.rialto.feeds.business.BusinessEvent.Liquidation;
import io.rialto.feeds.business.BusinessEvent.MarginCalled;
import io.rialto.protocol.ClosingCause;
import io.rialto.protocol.ClosingOrderMadeDecoder;
import io.rialto.protocol.LiquidationBegunDecoder;
import io.rialto.protocol.LiquidationEndedDecoder;
import io.rialto.protocol.MarginCalledDecoder;
import io.rialto.protocol.PositionLiquidationBegunDecoder;
import io.rialto.protocol.PositionLiquidationEndedDecoder;
import io.rialto.protocol.PositionMarginCalledDecoder;
import io.rialto.protocol.PositionTransferredDecoder;
import io.rialto.protocol.TransferCause;
import io.rialto.protocol.frame.FrameView;

/** Tells margin calls and how a liquidation goes, of accounts and of isolated positions. */
final class MarginEvents {
    private final EventReader reader;
    private final MarginCalledDecoder called = new MarginCalledDecoder();
    private final PositionMarginCalledDecoder positionCalled = new PositionMarginCalledDecoder();
    private final LiquidationBegunDecoder begun = new LiquidationBegunDecoder();
    private final LiquidationEndedDecoder ended = new LiquidationEndedDecoder();
    private final PositionLiquidationBegunDecoder positionBegun = new PositionLiquidationBegunDecoder();
    private final PositionLiquidationEndedDecoder positionEnded = new PositionLiquidationEndedDecoder();
    private final ClosingOrderMadeDecoder closing = new ClosingOrderMadeDecoder();
    private final PositionTransferredDecoder transferred = new PositionTransferredDecoder();

    MarginEvents(EventReader reader) {
        this.reader = reader;
    }

    /** False when the event is about something else. */
    boolean read(FrameView frame) {
        int at = frame.eventOffset();
        int length = frame.eventBlockLength();
        int version = frame.eventVersion();
        switch (frame.eventType()) {
            case MarginCalledDecoder.TEMPLATE_ID -> onCalled(called.wrap(frame.buffer(), at, length, version));
            case PositionMarginCalledDecoder.TEMPLATE_ID ->
                onCalled(positionCalled.wrap(frame.buffer(), at, length, version));
            case LiquidationBegunDecoder.TEMPLATE_ID -> {
                begun.wrap(frame.buffer(), at, length, version);
                liquidation(EventKind.LIQUIDATION_STARTED, begun.account(), 0, begun.asset());
            }
            case LiquidationEndedDecoder.TEMPLATE_ID -> {
                ended.wrap(frame.buffer(), at, length, version);
                liquidation(EventKind.LIQUIDATION_ENDED, ended.account(), 0, ended.asset());
            }
            case PositionLiquidationBegunDecoder.TEMPLATE_ID -> {
                var event = positionBegun.wrap(frame.buffer(), at, length, version);
                liquidation(EventKind.LIQUIDATION_STARTED, event.account(), event.instrument(), 0);
            }
            case PositionLiquidationEndedDecoder.TEMPLATE_ID -> {
                var event = positionEnded.wrap(frame.buffer(), at, length, version);
                liquidation(EventKind.LIQUIDATION_ENDED, event.account(), event.instrument(), 0);
            }
            default -> {
                return readSteps(frame);
            }
        }
        return true;
    }

    private void onCalled(MarginCalledDecoder event) {
        reader.tell(new MarginCalled(
                reader.origin(),
                kind(event.oldPercent(), event.newPercent()),
                event.account(),
                0,
                event.asset(),
                event.oldPercent(),
                event.newPercent(),
                event.equityMinor(),
                event.maintenanceMinor()));
    }

    private void onCalled(PositionMarginCalledDecoder event) {
        reader.tell(new MarginCalled(
                reader.origin(),
                kind(event.oldPercent(), event.newPercent()),
                event.account(),
                event.instrument(),
                0,
                event.oldPercent(),
                event.newPercent(),
                event.equityMinor(),
                event.maintenanceMinor()));
    }

    private static EventKind kind(int oldPercent, int newPercent) {
        return newPercent > oldPercent ? EventKind.MARGIN_CALLED : EventKind.MARGIN_CALL_MET;
    }

    private void liquidation(EventKind kind, int account, int instrument, int asset) {
        reader.tell(new Liquidation(reader.origin(), kind, account, instrument, asset, 0, 0, 0));
    }

    /** What the venue does in between: orders of its own, and lots that change hands; a give-up is none of it. */
    private boolean readSteps(FrameView frame) {
        int at = frame.eventOffset();
        int length = frame.eventBlockLength();
        int version = frame.eventVersion();
        EventKind step = EventKind.LIQUIDATION_STEP;
        if (frame.eventType() == ClosingOrderMadeDecoder.TEMPLATE_ID) {
            var event = closing.wrap(frame.buffer(), at, length, version);
            if (event.cause() != ClosingCause.LIQUIDATION) return true;
            int account = event.account();
            reader.tell(new Liquidation(reader.origin(), step, account, event.instrument(), 0, event.order(), 0, 0));
            return true;
        }
        if (frame.eventType() != PositionTransferredDecoder.TEMPLATE_ID) return false;
        var event = transferred.wrap(frame.buffer(), at, length, version);
        if (event.cause() == TransferCause.GIVEN_UP) return true;
        reader.tell(new Liquidation(
                reader.origin(),
                step,
                event.account(),
                event.instrument(),
                0,
                0,
                event.priceTicks(),
                event.changeLots()));
        return true;
    }
}
