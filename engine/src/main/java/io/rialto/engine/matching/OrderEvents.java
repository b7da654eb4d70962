package io.rialto.engine.matching;

import io.rialto.engine.book.OrderPool;
import io.rialto.protocol.FeeCappedEncoder;
import io.rialto.protocol.FeePolicy;
import io.rialto.protocol.MassCancelledEncoder;
import io.rialto.protocol.MatchPreventedEncoder;
import io.rialto.protocol.OrderAcceptedEncoder;
import io.rialto.protocol.OrderAmendedEncoder;
import io.rialto.protocol.OrderCancelledEncoder;
import io.rialto.protocol.OrderExpiredEncoder;
import io.rialto.protocol.OrderRestatedEncoder;
import io.rialto.protocol.OrderRestedEncoder;
import io.rialto.protocol.Reason;
import io.rialto.protocol.SelfTradePrevention;
import io.rialto.protocol.TradeExecutedEncoder;
import io.rialto.protocol.frame.Frame;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Writes the events of orders into the frame. Every field of every event is set: the frame's memory is never clean.
 *
 * <p>Threading: the core's thread only. Allocates nothing.
 */
public final class OrderEvents {
    private static final byte RESTED = 1;

    private final OrderPool pool;
    private final OrderAcceptedEncoder accepted = new OrderAcceptedEncoder();
    private final OrderRestedEncoder rested = new OrderRestedEncoder();
    private final OrderRestatedEncoder restated = new OrderRestatedEncoder();
    private final TradeExecutedEncoder traded = new TradeExecutedEncoder();
    private final FeeCappedEncoder feeCapped = new FeeCappedEncoder();
    private final MatchPreventedEncoder prevented = new MatchPreventedEncoder();
    private final OrderCancelledEncoder cancelled = new OrderCancelledEncoder();
    private final OrderExpiredEncoder expired = new OrderExpiredEncoder();
    private final OrderAmendedEncoder amended = new OrderAmendedEncoder();
    private final MassCancelledEncoder massCancelled = new MassCancelledEncoder();

    public OrderEvents(OrderPool pool) {
        this.pool = pool;
    }

    /** Type, time in force and post-only as the schema's values. */
    public void accepted(Frame frame, Aggressor order, byte type, byte timeInForce, byte postOnly) {
        int block = frame.claimEvent(
                OrderAcceptedEncoder.TEMPLATE_ID,
                OrderAcceptedEncoder.BLOCK_LENGTH,
                OrderAcceptedEncoder.SCHEMA_ID,
                OrderAcceptedEncoder.SCHEMA_VERSION);
        UnsafeBuffer buffer = frame.buffer();
        accepted.wrap(buffer, block)
                .order(order.order)
                .priceTicks(order.priceTicks)
                .quantityLots(order.quantityLots)
                .holdMinor(order.holdMinor)
                .account(order.account)
                .instrument(order.instrument.number())
                .side(order.side());
        buffer.putByte(block + OrderAcceptedEncoder.orderTypeEncodingOffset(), type);
        buffer.putByte(block + OrderAcceptedEncoder.timeInForceEncodingOffset(), timeInForce);
        buffer.putByte(block + OrderAcceptedEncoder.postOnlyEncodingOffset(), postOnly);
        buffer.putByte(block + OrderAcceptedEncoder.selfTradePreventionEncodingOffset(), order.prevention);
    }

    public void rested(Frame frame, Aggressor order) {
        int block = frame.claimEvent(
                OrderRestedEncoder.TEMPLATE_ID,
                OrderRestedEncoder.BLOCK_LENGTH,
                OrderRestedEncoder.SCHEMA_ID,
                OrderRestedEncoder.SCHEMA_VERSION);
        rested.wrap(frame.buffer(), block)
                .order(order.order)
                .priceTicks(order.priceTicks)
                .openLots(order.openLots)
                .account(order.account)
                .instrument(order.instrument.number())
                .side(order.side());
    }

    /** What is left of the aggressor goes on at another price, and holds by that. */
    public void becameLimit(Frame frame, Aggressor order, long oldPriceTicks, long holdChangeMinor) {
        int block = frame.claimEvent(
                OrderRestatedEncoder.TEMPLATE_ID,
                OrderRestatedEncoder.BLOCK_LENGTH,
                OrderRestatedEncoder.SCHEMA_ID,
                OrderRestatedEncoder.SCHEMA_VERSION);
        restated.wrap(frame.buffer(), block)
                .order(order.order)
                .oldPriceTicks(oldPriceTicks)
                .newPriceTicks(order.priceTicks)
                .oldOpenLots(order.openLots)
                .newOpenLots(order.openLots)
                .newQuantityLots(order.quantityLots)
                .holdChangeMinor(holdChangeMinor)
                .account(order.account)
                .instrument(order.instrument.number())
                .side(order.side());
    }

    /** The aggressor ends with what is left of it. */
    public void expired(Frame frame, Aggressor order, Reason reason) {
        claimExpired(frame)
                .order(order.order)
                .priceTicks(order.priceTicks)
                .openLots(order.openLots())
                .releasedMinor(order.holdMinor)
                .account(order.account)
                .instrument(order.instrument.number())
                .reason(reason)
                .side(order.side())
                .wasResting((byte) 0);
    }

    /** A resting order ends. */
    void expired(Frame frame, int slot, long openLots, long releasedMinor, Reason reason) {
        expired(frame, slot, openLots, releasedMinor, reason, true);
    }

    /** An open order ends, in the book or outside of it. */
    public void expired(Frame frame, int slot, long openLots, long releasedMinor, Reason reason, boolean wasResting) {
        claimExpired(frame)
                .order(pool.orderNumber(slot))
                .priceTicks(pool.priceTicks(slot))
                .openLots(openLots)
                .releasedMinor(releasedMinor)
                .account(pool.account(slot))
                .instrument(pool.instrument(slot))
                .reason(reason)
                .side(pool.side(slot))
                .wasResting(wasResting ? RESTED : 0);
    }

    /** The encoder stands on the event: price and amounts are the caller's to set. */
    TradeExecutedEncoder traded(Frame frame, long trade, Aggressor taker, int maker, long lots, long makerOpenLots) {
        int block = frame.claimEvent(
                TradeExecutedEncoder.TEMPLATE_ID,
                TradeExecutedEncoder.BLOCK_LENGTH,
                TradeExecutedEncoder.SCHEMA_ID,
                TradeExecutedEncoder.SCHEMA_VERSION);
        return traded.wrap(frame.buffer(), block)
                .trade(trade)
                .makerOrder(pool.orderNumber(maker))
                .takerOrder(taker.order)
                .quantityLots(lots)
                .makerOpenLots(makerOpenLots)
                .takerOpenLots(taker.openLots())
                .makerAccount(pool.account(maker))
                .takerAccount(taker.account)
                .instrument(taker.instrument.number())
                .takerSide(taker.side())
                .feePolicy(taker.instrument.feesInQuote() ? FeePolicy.QUOTE : FeePolicy.RECEIVED);
    }

    void feeCapped(Frame frame, long trade, long order, long dueMinor, long chargedMinor) {
        int block = frame.claimEvent(
                FeeCappedEncoder.TEMPLATE_ID,
                FeeCappedEncoder.BLOCK_LENGTH,
                FeeCappedEncoder.SCHEMA_ID,
                FeeCappedEncoder.SCHEMA_VERSION);
        feeCapped
                .wrap(frame.buffer(), block)
                .trade(trade)
                .order(order)
                .dueMinor(dueMinor)
                .chargedMinor(chargedMinor);
    }

    void prevented(
            Frame frame,
            Aggressor taker,
            int maker,
            long lots,
            long makerReleased,
            long takerReleased,
            long makerOpenLots) {
        int block = frame.claimEvent(
                MatchPreventedEncoder.TEMPLATE_ID,
                MatchPreventedEncoder.BLOCK_LENGTH,
                MatchPreventedEncoder.SCHEMA_ID,
                MatchPreventedEncoder.SCHEMA_VERSION);
        prevented
                .wrap(frame.buffer(), block)
                .makerOrder(pool.orderNumber(maker))
                .takerOrder(taker.order)
                .priceTicks(pool.priceTicks(maker))
                .quantityLots(lots)
                .makerReleasedMinor(makerReleased)
                .takerReleasedMinor(takerReleased)
                .makerOpenLots(makerOpenLots)
                .takerOpenLots(taker.openLots())
                .instrument(taker.instrument.number())
                .makerAccount(pool.account(maker))
                .takerAccount(taker.account)
                .mode(SelfTradePrevention.get(taker.prevention))
                .takerSide(taker.side());
    }

    /** An open order is taken out, of the book or from outside of it. */
    public void cancelled(Frame frame, int slot, long releasedMinor, Reason reason, boolean wasResting) {
        int block = frame.claimEvent(
                OrderCancelledEncoder.TEMPLATE_ID,
                OrderCancelledEncoder.BLOCK_LENGTH,
                OrderCancelledEncoder.SCHEMA_ID,
                OrderCancelledEncoder.SCHEMA_VERSION);
        cancelled
                .wrap(frame.buffer(), block)
                .order(pool.orderNumber(slot))
                .priceTicks(pool.priceTicks(slot))
                .openLots(pool.openLots(slot))
                .releasedMinor(releasedMinor)
                .account(pool.account(slot))
                .instrument(pool.instrument(slot))
                .reason(reason)
                .side(pool.side(slot))
                .wasResting(wasResting ? RESTED : 0);
    }

    public void massCancelled(Frame frame, int account, int count, int remaining) {
        int block = frame.claimEvent(
                MassCancelledEncoder.TEMPLATE_ID,
                MassCancelledEncoder.BLOCK_LENGTH,
                MassCancelledEncoder.SCHEMA_ID,
                MassCancelledEncoder.SCHEMA_VERSION);
        massCancelled
                .wrap(frame.buffer(), block)
                .account(account)
                .cancelled(count)
                .remaining(remaining);
    }

    /** The encoder stands on the event: the new terms are the caller's to set; the old ones still stand in the record. */
    public OrderAmendedEncoder amended(Frame frame, int slot) {
        int block = frame.claimEvent(
                OrderAmendedEncoder.TEMPLATE_ID,
                OrderAmendedEncoder.BLOCK_LENGTH,
                OrderAmendedEncoder.SCHEMA_ID,
                OrderAmendedEncoder.SCHEMA_VERSION);
        return amended.wrap(frame.buffer(), block)
                .order(pool.orderNumber(slot))
                .oldPriceTicks(pool.priceTicks(slot))
                .oldOpenLots(pool.openLots(slot))
                .account(pool.account(slot))
                .instrument(pool.instrument(slot))
                .side(pool.side(slot));
    }

    private OrderExpiredEncoder claimExpired(Frame frame) {
        int block = frame.claimEvent(
                OrderExpiredEncoder.TEMPLATE_ID,
                OrderExpiredEncoder.BLOCK_LENGTH,
                OrderExpiredEncoder.SCHEMA_ID,
                OrderExpiredEncoder.SCHEMA_VERSION);
        return expired.wrap(frame.buffer(), block);
    }
}
