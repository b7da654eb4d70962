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
        UnsafeBuffer buffer = frame.buffer();
        frame.claimEvent(accepted)
                .order(order.order)
                .priceTicks(order.priceTicks)
                .quantityLots(order.quantityLots)
                .holdMinor(order.holdMinor)
                .account(order.account)
                .instrument(order.instrument.number())
                .side(order.side());
        buffer.putByte(accepted.offset() + OrderAcceptedEncoder.orderTypeEncodingOffset(), type);
        buffer.putByte(accepted.offset() + OrderAcceptedEncoder.timeInForceEncodingOffset(), timeInForce);
        buffer.putByte(accepted.offset() + OrderAcceptedEncoder.postOnlyEncodingOffset(), postOnly);
        buffer.putByte(accepted.offset() + OrderAcceptedEncoder.selfTradePreventionEncodingOffset(), order.prevention);
    }

    public void rested(Frame frame, Aggressor order) {
        frame.claimEvent(rested)
                .order(order.order)
                .priceTicks(order.priceTicks)
                .openLots(order.openLots)
                .account(order.account)
                .instrument(order.instrument.number())
                .side(order.side());
    }

    /** What is left of the aggressor goes on at another price, and holds by that. */
    public void becameLimit(Frame frame, Aggressor order, long oldPriceTicks, long holdChangeMinor) {
        frame.claimEvent(restated)
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
        return frame.claimEvent(traded)
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
        frame.claimEvent(feeCapped).trade(trade).order(order).dueMinor(dueMinor).chargedMinor(chargedMinor);
    }

    void prevented(
            Frame frame,
            Aggressor taker,
            int maker,
            long lots,
            long makerReleased,
            long takerReleased,
            long makerOpenLots) {
        frame.claimEvent(prevented)
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
        frame.claimEvent(cancelled)
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
        frame.claimEvent(massCancelled).account(account).cancelled(count).remaining(remaining);
    }

    /** The encoder stands on the event: the new terms are the caller's to set; the old ones still stand in the record. */
    public OrderAmendedEncoder amended(Frame frame, int slot) {
        return frame.claimEvent(amended)
                .order(pool.orderNumber(slot))
                .oldPriceTicks(pool.priceTicks(slot))
                .oldOpenLots(pool.openLots(slot))
                .account(pool.account(slot))
                .instrument(pool.instrument(slot))
                .side(pool.side(slot));
    }

    private OrderExpiredEncoder claimExpired(Frame frame) {
        return frame.claimEvent(expired);
    }
}
