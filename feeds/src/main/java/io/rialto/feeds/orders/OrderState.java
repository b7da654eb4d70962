package io.rialto.feeds.orders;

import io.rialto.feeds.position.BrokenFeed;
import io.rialto.protocol.NewOrderDecoder;
import io.rialto.protocol.OrderAcceptedDecoder;
import io.rialto.protocol.OrderType;
import io.rialto.protocol.PostOnly;
import io.rialto.protocol.Reason;
import io.rialto.protocol.SelfTradePrevention;
import io.rialto.protocol.Side;
import io.rialto.protocol.TimeInForce;

/** An order in the making of its view: what was agreed, and how far it has come. */
final class OrderState {
    final long number;
    final int account;
    final int instrument;
    final String clientOrderId;
    final long quoteAmountMinor;
    final long createdNanos;
    final long createdSequence;
    final Side side;
    private final OrderType type;
    private final TimeInForce timeInForce;
    private final PostOnly postOnly;
    private final SelfTradePrevention selfTradePrevention;

    long requestedPriceTicks;
    long workingPriceTicks;
    long quantityLots;
    int version = 1;
    boolean isResting;
    long newestFill;
    private long executedLots;
    private long preventedLots;
    private long executedNotionalMinor;
    private OrderStatus status = OrderStatus.NEW;
    private Reason reason = Reason.NONE;
    private long updatedNanos;
    private long sequence;

    OrderState(OrderAcceptedDecoder accepted, NewOrderDecoder asked, long timeNanos, long sequence) {
        number = accepted.order();
        account = accepted.account();
        instrument = accepted.instrument();
        side = accepted.side();
        type = accepted.orderType();
        timeInForce = accepted.timeInForce();
        postOnly = accepted.postOnly();
        selfTradePrevention = accepted.selfTradePrevention();
        workingPriceTicks = accepted.priceTicks();
        quantityLots = accepted.quantityLots();
        requestedPriceTicks = asked.priceTicks();
        quoteAmountMinor = asked.quoteAmountMinor();
        clientOrderId = asked.clientOrderId();
        createdNanos = timeNanos;
        createdSequence = sequence;
        changed(timeNanos, sequence);
    }

    void changed(long timeNanos, long changeSequence) {
        updatedNanos = timeNanos;
        sequence = changeSequence;
    }

    void fill(long lots, long notionalMinor, long openLots) {
        executedLots += lots;
        executedNotionalMinor += notionalMinor;
        status = OrderStatus.PARTIALLY_FILLED;
        checkOpen(openLots);
    }

    void prevent(long lots, long openLots) {
        preventedLots += lots;
        checkOpen(openLots);
    }

    /** Executed, prevented and open are the quantity: what the event says must be what the events before lead to. */
    private void checkOpen(long openLots) {
        if (isByAmount() || remainingLots() == openLots) return;
        throw new BrokenFeed("order must have open what is neither executed nor prevented: order=" + number
                + " quantityLots=" + quantityLots + " executedLots=" + executedLots + " preventedLots="
                + preventedLots + " openLots=" + openLots);
    }

    void end(OrderStatus finalStatus, Reason finalReason) {
        status = finalStatus;
        reason = finalReason;
        isResting = false;
    }

    boolean hasExecuted() {
        return executedLots > 0;
    }

    boolean isByAmount() {
        return quoteAmountMinor != 0;
    }

    long remainingLots() {
        return isByAmount() ? 0 : quantityLots - executedLots - preventedLots;
    }

    OrderStatus status() {
        return status;
    }

    OrderView view() {
        return new OrderView(
                number,
                clientOrderId,
                account,
                instrument,
                side,
                type,
                timeInForce,
                postOnly,
                selfTradePrevention,
                requestedPriceTicks,
                workingPriceTicks,
                quantityLots,
                quoteAmountMinor,
                executedLots,
                preventedLots,
                remainingLots(),
                executedNotionalMinor,
                status,
                reason,
                version,
                createdNanos,
                updatedNanos,
                createdSequence,
                sequence);
    }
}
