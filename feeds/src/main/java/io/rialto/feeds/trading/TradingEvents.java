package io.rialto.feeds.trading;

import io.rialto.protocol.ClosingOrderMadeDecoder;
import io.rialto.protocol.MatchPreventedDecoder;
import io.rialto.protocol.OperationBegunDecoder;
import io.rialto.protocol.OrderAcceptedDecoder;
import io.rialto.protocol.OrderAmendedDecoder;
import io.rialto.protocol.OrderCancelledDecoder;
import io.rialto.protocol.OrderExpiredDecoder;
import io.rialto.protocol.OrderListAcceptedDecoder;
import io.rialto.protocol.OrderParkedDecoder;
import io.rialto.protocol.OrderRestedDecoder;
import io.rialto.protocol.PhaseChangedDecoder;
import io.rialto.protocol.SpecialTermsAcceptedDecoder;
import io.rialto.protocol.TradeExecutedDecoder;
import io.rialto.protocol.frame.FrameView;
import org.agrona.DirectBuffer;

/** Reads what orders do, one event after the other, and tells it to feeds in their order. */
public final class TradingEvents {
    private final TradingFeed[] feeds;
    private final SpecialEvents special;
    private final AskedOrder asked = new AskedOrder();
    private final OrderAcceptedDecoder accepted = new OrderAcceptedDecoder();
    private final SpecialTermsAcceptedDecoder terms = new SpecialTermsAcceptedDecoder();
    private final OrderParkedDecoder parked = new OrderParkedDecoder();
    private final OrderRestedDecoder rested = new OrderRestedDecoder();
    private final TradeExecutedDecoder trade = new TradeExecutedDecoder();
    private final MatchPreventedDecoder prevented = new MatchPreventedDecoder();
    private final OrderCancelledDecoder cancelled = new OrderCancelledDecoder();
    private final OrderExpiredDecoder expired = new OrderExpiredDecoder();
    private final OrderAmendedDecoder amended = new OrderAmendedDecoder();
    private final OperationBegunDecoder operation = new OperationBegunDecoder();
    private final ClosingOrderMadeDecoder closing = new ClosingOrderMadeDecoder();
    private final OrderListAcceptedDecoder list = new OrderListAcceptedDecoder();
    private final PhaseChangedDecoder phase = new PhaseChangedDecoder();

    public TradingEvents(TradingFeed... feeds) {
        this.feeds = feeds;
        special = new SpecialEvents(feeds);
    }

    /** False when the event where the view stands is not about orders. */
    public boolean read(FrameView frame) {
        DirectBuffer buffer = frame.buffer();
        int at = frame.eventOffset();
        int length = frame.eventBlockLength();
        int version = frame.eventVersion();
        switch (frame.eventType()) {
            case OrderAcceptedDecoder.TEMPLATE_ID -> onAccepted(frame, accepted.wrap(buffer, at, length, version));
            case OrderRestedDecoder.TEMPLATE_ID -> onRested(rested.wrap(buffer, at, length, version));
            case TradeExecutedDecoder.TEMPLATE_ID -> onTrade(trade.wrap(buffer, at, length, version));
            case MatchPreventedDecoder.TEMPLATE_ID -> onPrevented(prevented.wrap(buffer, at, length, version));
            case OrderCancelledDecoder.TEMPLATE_ID -> onCancelled(cancelled.wrap(buffer, at, length, version));
            case OrderExpiredDecoder.TEMPLATE_ID -> onExpired(expired.wrap(buffer, at, length, version));
            case OrderAmendedDecoder.TEMPLATE_ID -> onAmended(amended.wrap(buffer, at, length, version));
            case SpecialTermsAcceptedDecoder.TEMPLATE_ID -> onTerms(terms.wrap(buffer, at, length, version));
            case OrderParkedDecoder.TEMPLATE_ID -> onParked(parked.wrap(buffer, at, length, version));
            case PhaseChangedDecoder.TEMPLATE_ID -> onPhase(phase.wrap(buffer, at, length, version));
            case OrderListAcceptedDecoder.TEMPLATE_ID -> {
                asked.onList(list.wrap(buffer, at, length, version));
                return special.read(frame);
            }
            case ClosingOrderMadeDecoder.TEMPLATE_ID -> asked.onClosing(closing.wrap(buffer, at, length, version));
            case OperationBegunDecoder.TEMPLATE_ID ->
                asked.onOperation(operation.wrap(buffer, at, length, version).operation());
            default -> {
                return special.read(frame);
            }
        }
        return true;
    }

    private void onAccepted(FrameView frame, OrderAcceptedDecoder event) {
        asked.read(frame, event);
        for (TradingFeed feed : feeds) feed.onAccepted(event, asked);
    }

    private void onTerms(SpecialTermsAcceptedDecoder event) {
        for (TradingFeed feed : feeds) feed.onTerms(event);
    }

    private void onParked(OrderParkedDecoder event) {
        for (TradingFeed feed : feeds) feed.onParked(event);
    }

    private void onRested(OrderRestedDecoder event) {
        for (TradingFeed feed : feeds) feed.onRested(event);
    }

    private void onTrade(TradeExecutedDecoder event) {
        for (TradingFeed feed : feeds) feed.onTrade(event);
    }

    private void onPrevented(MatchPreventedDecoder event) {
        for (TradingFeed feed : feeds) feed.onPrevented(event);
    }

    private void onCancelled(OrderCancelledDecoder event) {
        for (TradingFeed feed : feeds) feed.onCancelled(event);
    }

    private void onExpired(OrderExpiredDecoder event) {
        for (TradingFeed feed : feeds) feed.onExpired(event);
    }

    private void onAmended(OrderAmendedDecoder event) {
        for (TradingFeed feed : feeds) feed.onAmended(event);
    }

    private void onPhase(PhaseChangedDecoder event) {
        for (TradingFeed feed : feeds) feed.onPhase(event);
    }
}
