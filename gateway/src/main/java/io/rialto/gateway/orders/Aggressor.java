package io.rialto.gateway.orders;

import io.rialto.feeds.fills.Fill;
import io.rialto.feeds.fills.Liquidity;
import io.rialto.feeds.listing.Instrument;
import io.rialto.feeds.orders.OrderStatus;
import io.rialto.protocol.FeePolicy;
import io.rialto.protocol.MatchPreventedDecoder;
import io.rialto.protocol.OrderExpiredDecoder;
import io.rialto.protocol.OrderRestedDecoder;
import io.rialto.protocol.Reason;
import io.rialto.protocol.SelfTradePrevention;
import io.rialto.protocol.Side;
import io.rialto.protocol.TradeExecutedDecoder;
import io.rialto.protocol.frame.FrameView;
import java.util.ArrayList;
import java.util.List;

/**
 * What one frame did to the order that arrived in it: its fills as the taker, and how it came out. No event says that
 * an order was filled; it neither rested nor ended.
 */
final class Aggressor {
    private final long order;
    private final Instrument instrument;
    private final TradeExecutedDecoder trade = new TradeExecutedDecoder();
    private final MatchPreventedDecoder prevented = new MatchPreventedDecoder();
    private final OrderRestedDecoder rested = new OrderRestedDecoder();
    private final OrderExpiredDecoder expired = new OrderExpiredDecoder();

    final List<Fill> fills = new ArrayList<>();
    long workingPriceTicks;
    long preventedLots;
    Reason reason = Reason.NONE;
    private boolean isResting;
    private boolean hasExpired;

    Aggressor(long order, Instrument instrument, long workingPriceTicks) {
        this.order = order;
        this.instrument = instrument;
        this.workingPriceTicks = workingPriceTicks;
    }

    /** Takes the frame's events from where the view stands. */
    Aggressor read(FrameView frame) {
        while (frame.nextEvent()) {
            int at = frame.eventOffset();
            int length = frame.eventBlockLength();
            int version = frame.eventVersion();
            switch (frame.eventType()) {
                case TradeExecutedDecoder.TEMPLATE_ID ->
                    onTrade(trade.wrap(frame.buffer(), at, length, version), frame);
                case MatchPreventedDecoder.TEMPLATE_ID ->
                    onPrevented(prevented.wrap(frame.buffer(), at, length, version));
                case OrderRestedDecoder.TEMPLATE_ID -> onRested(rested.wrap(frame.buffer(), at, length, version));
                case OrderExpiredDecoder.TEMPLATE_ID -> onExpired(expired.wrap(frame.buffer(), at, length, version));
                default -> {
                    // Of other orders, or already told by an event above.
                }
            }
        }
        return this;
    }

    /** @param executedLots all of the order, before this frame too */
    OrderStatus status(long executedLots) {
        if (isResting) return executedLots == 0 ? OrderStatus.NEW : OrderStatus.PARTIALLY_FILLED;
        if (!hasExpired) return OrderStatus.FILLED;
        return reason == Reason.AMOUNT_EXHAUSTED && executedLots > 0 ? OrderStatus.FILLED : OrderStatus.EXPIRED;
    }

    private void onTrade(TradeExecutedDecoder event, FrameView frame) {
        if (event.takerOrder() != order) return;
        boolean isBase = event.feePolicy() == FeePolicy.RECEIVED && event.takerSide() == Side.BUY;
        fills.add(new Fill(
                0,
                event.trade(),
                order,
                event.takerAccount(),
                event.instrument(),
                event.takerSide(),
                Liquidity.TAKER,
                event.priceTicks(),
                event.quantityLots(),
                event.notionalMinor(),
                event.takerFeeMinor(),
                isBase ? instrument.base().number() : instrument.quote().number(),
                frame.timeNanos(),
                frame.sequence()));
    }

    private void onPrevented(MatchPreventedDecoder event) {
        if (event.takerOrder() == order && event.mode() == SelfTradePrevention.DECREMENT) {
            preventedLots += event.quantityLots();
        }
    }

    private void onRested(OrderRestedDecoder event) {
        if (event.order() != order) return;
        isResting = true;
        workingPriceTicks = event.priceTicks();
    }

    private void onExpired(OrderExpiredDecoder event) {
        if (event.order() != order) return;
        hasExpired = true;
        reason = event.reason();
    }
}
