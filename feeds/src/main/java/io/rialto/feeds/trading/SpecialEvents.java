package io.rialto.feeds.trading;

import io.rialto.protocol.DisplayAmendedDecoder;
import io.rialto.protocol.LegActivatedDecoder;
import io.rialto.protocol.MarkPriceSetDecoder;
import io.rialto.protocol.OrderClippedDecoder;
import io.rialto.protocol.OrderDisplayedDecoder;
import io.rialto.protocol.OrderHiddenDecoder;
import io.rialto.protocol.OrderListAcceptedDecoder;
import io.rialto.protocol.OrderListEndedDecoder;
import io.rialto.protocol.OrderRepricedDecoder;
import io.rialto.protocol.OrderRestatedDecoder;
import io.rialto.protocol.OrderTriggeredDecoder;
import io.rialto.protocol.TriggerMovedDecoder;
import io.rialto.protocol.frame.FrameView;
import org.agrona.DirectBuffer;

/** Reads what only special orders do: triggers, peaks, pegs, clips, lists. */
final class SpecialEvents {
    private final TradingFeed[] feeds;
    private final OrderDisplayedDecoder displayed = new OrderDisplayedDecoder();
    private final OrderHiddenDecoder hidden = new OrderHiddenDecoder();
    private final OrderRepricedDecoder repriced = new OrderRepricedDecoder();
    private final DisplayAmendedDecoder displayAmended = new DisplayAmendedDecoder();
    private final OrderTriggeredDecoder triggered = new OrderTriggeredDecoder();
    private final TriggerMovedDecoder triggerMoved = new TriggerMovedDecoder();
    private final OrderClippedDecoder clipped = new OrderClippedDecoder();
    private final MarkPriceSetDecoder markPrice = new MarkPriceSetDecoder();

    private final OrderRestatedDecoder restated = new OrderRestatedDecoder();
    private final OrderListAcceptedDecoder listAccepted = new OrderListAcceptedDecoder();
    private final OrderListEndedDecoder listEnded = new OrderListEndedDecoder();
    private final LegActivatedDecoder legActivated = new LegActivatedDecoder();

    SpecialEvents(TradingFeed... feeds) {
        this.feeds = feeds;
    }

    /** False when the event where the view stands is none of theirs. */
    boolean read(FrameView frame) {
        DirectBuffer buffer = frame.buffer();
        int at = frame.eventOffset();
        int length = frame.eventBlockLength();
        int version = frame.eventVersion();
        switch (frame.eventType()) {
            case OrderDisplayedDecoder.TEMPLATE_ID -> onDisplayed(displayed.wrap(buffer, at, length, version));
            case OrderHiddenDecoder.TEMPLATE_ID -> onHidden(hidden.wrap(buffer, at, length, version));
            case OrderRepricedDecoder.TEMPLATE_ID -> onRepriced(repriced.wrap(buffer, at, length, version));
            case DisplayAmendedDecoder.TEMPLATE_ID ->
                onDisplayAmended(displayAmended.wrap(buffer, at, length, version));
            case OrderTriggeredDecoder.TEMPLATE_ID -> onTriggered(triggered.wrap(buffer, at, length, version));
            case TriggerMovedDecoder.TEMPLATE_ID -> onTriggerMoved(triggerMoved.wrap(buffer, at, length, version));
            case OrderClippedDecoder.TEMPLATE_ID -> onClipped(clipped.wrap(buffer, at, length, version));
            case MarkPriceSetDecoder.TEMPLATE_ID -> onMarkPrice(markPrice.wrap(buffer, at, length, version));
            case OrderRestatedDecoder.TEMPLATE_ID -> onRestated(restated.wrap(buffer, at, length, version));
            case OrderListAcceptedDecoder.TEMPLATE_ID -> onListAccepted(listAccepted.wrap(buffer, at, length, version));
            case OrderListEndedDecoder.TEMPLATE_ID -> onListEnded(listEnded.wrap(buffer, at, length, version));
            case LegActivatedDecoder.TEMPLATE_ID -> onLegActivated(legActivated.wrap(buffer, at, length, version));
            default -> {
                return false;
            }
        }
        return true;
    }

    private void onDisplayed(OrderDisplayedDecoder event) {
        for (TradingFeed feed : feeds) feed.onDisplayed(event);
    }

    private void onHidden(OrderHiddenDecoder event) {
        for (TradingFeed feed : feeds) feed.onHidden(event);
    }

    private void onRepriced(OrderRepricedDecoder event) {
        for (TradingFeed feed : feeds) feed.onRepriced(event);
    }

    private void onDisplayAmended(DisplayAmendedDecoder event) {
        for (TradingFeed feed : feeds) feed.onDisplayAmended(event);
    }

    private void onTriggered(OrderTriggeredDecoder event) {
        for (TradingFeed feed : feeds) feed.onTriggered(event);
    }

    private void onTriggerMoved(TriggerMovedDecoder event) {
        for (TradingFeed feed : feeds) feed.onTriggerMoved(event);
    }

    private void onClipped(OrderClippedDecoder event) {
        for (TradingFeed feed : feeds) feed.onClipped(event);
    }

    private void onMarkPrice(MarkPriceSetDecoder event) {
        for (TradingFeed feed : feeds) feed.onMarkPrice(event);
    }

    private void onRestated(OrderRestatedDecoder event) {
        for (TradingFeed feed : feeds) feed.onRestated(event);
    }

    private void onListAccepted(OrderListAcceptedDecoder event) {
        for (TradingFeed feed : feeds) feed.onListAccepted(event);
    }

    private void onListEnded(OrderListEndedDecoder event) {
        for (TradingFeed feed : feeds) feed.onListEnded(event);
    }

    private void onLegActivated(LegActivatedDecoder event) {
        for (TradingFeed feed : feeds) feed.onLegActivated(event);
    }
}
