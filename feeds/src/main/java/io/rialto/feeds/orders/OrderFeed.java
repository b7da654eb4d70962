package io.rialto.feeds.orders;

import io.rialto.feeds.fills.Fill;
import io.rialto.feeds.fills.FillLog;
import io.rialto.feeds.fills.Liquidity;
import io.rialto.feeds.listing.Instrument;
import io.rialto.feeds.listing.ListingFeed;
import io.rialto.feeds.position.BrokenFeed;
import io.rialto.feeds.position.Position;
import io.rialto.protocol.FeePolicy;
import io.rialto.protocol.MatchPreventedDecoder;
import io.rialto.protocol.NewOrderDecoder;
import io.rialto.protocol.OrderAcceptedDecoder;
import io.rialto.protocol.OrderAmendedDecoder;
import io.rialto.protocol.OrderCancelledDecoder;
import io.rialto.protocol.OrderExpiredDecoder;
import io.rialto.protocol.OrderRestedDecoder;
import io.rialto.protocol.Reason;
import io.rialto.protocol.SelfTradePrevention;
import io.rialto.protocol.Side;
import io.rialto.protocol.TradeExecutedDecoder;

/**
 * Keeps every open order, the closed ones that closed last, and their fills.
 *
 * <p>Threading: the writing thread, between the position's enter and leave; questions go through {@link #orders}.
 *
 * <p>Errors: {@link BrokenFeed} when an event names an order that is not open, or open lots that cannot be.
 */
public final class OrderFeed {
    private final ListingFeed listings;
    private final OrderArchive archive;
    private final FillLog fills;
    private final Orders orders;
    private OrderState arriving;
    private long sequence;
    private long timeNanos;

    public OrderFeed(Position position, ListingFeed listings, int closedOrdersKept, int fillsKept) {
        this.listings = listings;
        archive = new OrderArchive(closedOrdersKept);
        fills = new FillLog(fillsKept);
        orders = new Orders(position, archive, fills);
    }

    public Orders orders() {
        return orders;
    }

    /** Whether the order is open; for the writing thread. */
    public boolean isOpen(long order) {
        return archive.isOpen(order);
    }

    /** The events that follow are this frame's. */
    public void startFrame(long frameSequence, long frameTimeNanos) {
        sequence = frameSequence;
        timeNanos = frameTimeNanos;
        arriving = null;
    }

    /** An order that arrived, and neither rests nor was told to have ended, is filled: no event says so. */
    public void endFrame() {
        OrderState order = arriving;
        if (order == null || order.isResting || !order.status().isOpen()) return;
        if (order.remainingLots() != 0) {
            throw new BrokenFeed("order must rest, end or be filled: order=" + order.number + " remainingLots="
                    + order.remainingLots());
        }
        close(order, OrderStatus.FILLED, Reason.NONE);
    }

    /** @param asked the command, which carries what the event does not repeat */
    public void onAccepted(OrderAcceptedDecoder event, NewOrderDecoder asked) {
        arriving = new OrderState(event, asked, timeNanos, sequence);
        archive.accept(arriving);
    }

    public void onRested(OrderRestedDecoder event) {
        OrderState order = changed(event.order());
        order.workingPriceTicks = event.priceTicks();
        order.isResting = true;
    }

    public void onTrade(TradeExecutedDecoder event) {
        OrderState maker = changed(event.makerOrder());
        OrderState taker = changed(event.takerOrder());
        long lots = event.quantityLots();
        long notionalMinor = event.notionalMinor();
        maker.fill(lots, notionalMinor, event.makerOpenLots());
        taker.fill(lots, notionalMinor, event.takerOpenLots());
        log(event, maker, Liquidity.MAKER, event.makerFeeMinor());
        log(event, taker, Liquidity.TAKER, event.takerFeeMinor());
        if (event.makerOpenLots() == 0) close(maker, OrderStatus.FILLED, Reason.NONE);
    }

    /** Only DECREMENT takes lots; under every other mode the end of one or both orders follows. */
    public void onPrevented(MatchPreventedDecoder event) {
        if (event.mode() != SelfTradePrevention.DECREMENT) return;
        changed(event.makerOrder()).prevent(event.quantityLots(), event.makerOpenLots());
        changed(event.takerOrder()).prevent(event.quantityLots(), event.takerOpenLots());
    }

    public void onCancelled(OrderCancelledDecoder event) {
        close(changed(event.order()), OrderStatus.CANCELLED, event.reason());
    }

    /** An amount that was spent as far as it goes is filled; what it could not buy is less than one lot. */
    public void onExpired(OrderExpiredDecoder event) {
        OrderState order = changed(event.order());
        boolean isSpent = event.reason() == Reason.AMOUNT_EXHAUSTED && order.hasExecuted();
        close(order, isSpent ? OrderStatus.FILLED : OrderStatus.EXPIRED, event.reason());
    }

    public void onAmended(OrderAmendedDecoder event) {
        OrderState order = changed(event.order());
        order.requestedPriceTicks = event.newPriceTicks();
        order.workingPriceTicks = event.newPriceTicks();
        order.quantityLots = event.newQuantityLots();
        order.version = event.version();
        if (event.priorityKept() != 0) return;
        order.isResting = false;
        arriving = order;
    }

    private OrderState changed(long number) {
        OrderState order = archive.open(number);
        order.changed(timeNanos, sequence);
        return order;
    }

    private void close(OrderState order, OrderStatus status, Reason reason) {
        order.end(status, reason);
        archive.close(order);
    }

    private void log(TradeExecutedDecoder event, OrderState order, Liquidity liquidity, long feeMinor) {
        Fill fill = new Fill(
                fills.nextNumber(),
                event.trade(),
                order.number,
                order.account,
                order.instrument,
                order.side,
                liquidity,
                event.priceTicks(),
                event.quantityLots(),
                event.notionalMinor(),
                feeMinor,
                feeAsset(order, event.feePolicy()),
                timeNanos,
                sequence);
        fills.add(fill, order.newestFill);
        order.newestFill = fill.number();
    }

    private int feeAsset(OrderState order, FeePolicy policy) {
        Instrument instrument = listings.instrument(order.instrument);
        boolean isBase = policy == FeePolicy.RECEIVED && order.side == Side.BUY;
        return isBase ? instrument.base().number() : instrument.quote().number();
    }
}
