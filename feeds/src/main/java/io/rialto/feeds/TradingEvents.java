package io.rialto.feeds;

import static io.rialto.protocol.frame.FrameLayout.PART_HEADER_LENGTH;

import io.rialto.feeds.position.BrokenFeed;
import io.rialto.protocol.MatchPreventedDecoder;
import io.rialto.protocol.MessageHeaderDecoder;
import io.rialto.protocol.NewOrderDecoder;
import io.rialto.protocol.OrderAcceptedDecoder;
import io.rialto.protocol.OrderAmendedDecoder;
import io.rialto.protocol.OrderCancelledDecoder;
import io.rialto.protocol.OrderExpiredDecoder;
import io.rialto.protocol.OrderRestedDecoder;
import io.rialto.protocol.TradeExecutedDecoder;
import io.rialto.protocol.frame.FrameView;
import org.agrona.DirectBuffer;

/** What orders do, told to the market, to the orders and to the balances. */
final class TradingEvents {
    private final Projections feeds;
    private final MessageHeaderDecoder part = new MessageHeaderDecoder();
    private final NewOrderDecoder newOrder = new NewOrderDecoder();
    private final OrderAcceptedDecoder accepted = new OrderAcceptedDecoder();
    private final OrderRestedDecoder rested = new OrderRestedDecoder();
    private final TradeExecutedDecoder trade = new TradeExecutedDecoder();
    private final MatchPreventedDecoder prevented = new MatchPreventedDecoder();
    private final OrderCancelledDecoder cancelled = new OrderCancelledDecoder();
    private final OrderExpiredDecoder expired = new OrderExpiredDecoder();
    private final OrderAmendedDecoder amended = new OrderAmendedDecoder();

    TradingEvents(Projections feeds) {
        this.feeds = feeds;
    }

    /** False when the event is not about orders. */
    boolean read(FrameView frame) {
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
            default -> {
                return false;
            }
        }
        return true;
    }

    private void onAccepted(FrameView frame, OrderAcceptedDecoder event) {
        if (frame.commandType() != NewOrderDecoder.TEMPLATE_ID) {
            throw new BrokenFeed("only a NewOrder makes an order: commandType=" + frame.commandType());
        }
        part.wrap(frame.buffer(), frame.offset() + frame.commandOffset());
        newOrder.wrap(frame.buffer(), part.offset() + PART_HEADER_LENGTH, part.blockLength(), part.version());
        feeds.orders.onAccepted(event, newOrder);
        feeds.balances.onAccepted(event);
        feeds.requests.onAccepted(event.order());
    }

    private void onRested(OrderRestedDecoder event) {
        feeds.market.onRested(event);
        feeds.orders.onRested(event);
    }

    private void onTrade(TradeExecutedDecoder event) {
        feeds.market.onTrade(event);
        feeds.orders.onTrade(event);
        feeds.balances.onTrade(event);
    }

    private void onPrevented(MatchPreventedDecoder event) {
        feeds.market.onPrevented(event);
        feeds.orders.onPrevented(event);
        feeds.balances.onPrevented(event);
    }

    private void onCancelled(OrderCancelledDecoder event) {
        feeds.market.onCancelled(event);
        feeds.orders.onCancelled(event);
        feeds.balances.onCancelled(event);
    }

    private void onExpired(OrderExpiredDecoder event) {
        feeds.market.onExpired(event);
        feeds.orders.onExpired(event);
        feeds.balances.onExpired(event);
    }

    private void onAmended(OrderAmendedDecoder event) {
        feeds.market.onAmended(event);
        feeds.orders.onAmended(event);
        feeds.balances.onAmended(event);
    }
}
