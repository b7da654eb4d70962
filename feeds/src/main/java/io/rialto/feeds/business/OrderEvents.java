package io.rialto.feeds.business;

import io.rialto.feeds.business.BusinessEvent.Maker;
import io.rialto.feeds.business.BusinessEvent.OrderChanged;
import io.rialto.feeds.business.BusinessEvent.OrderExecuted;
import io.rialto.feeds.business.BusinessEvent.OrderPlaced;
import io.rialto.feeds.business.BusinessEvent.TradeExecuted;
import io.rialto.feeds.trading.AskedOrder;
import io.rialto.feeds.trading.TradingEvents;
import io.rialto.feeds.trading.TradingFeed;
import io.rialto.protocol.OrderAcceptedDecoder;
import io.rialto.protocol.OrderAmendedDecoder;
import io.rialto.protocol.OrderCancelledDecoder;
import io.rialto.protocol.OrderExpiredDecoder;
import io.rialto.protocol.OrderTriggeredDecoder;
import io.rialto.protocol.Reason;
import io.rialto.protocol.Side;
import io.rialto.protocol.TradeExecutedDecoder;
import io.rialto.protocol.frame.FrameView;
import org.agrona.collections.Long2LongHashMap;
import org.agrona.collections.Long2ObjectHashMap;
import org.agrona.collections.LongHashSet;

/** Tells what orders do; remembers the clients' ids of open ones, and which of them are by quote amount. */
final class OrderEvents implements TradingFeed {
    private static final int NOWHERE = -1;

    private final EventReader reader;
    private final TradingEvents events = new TradingEvents(this);
    private final Long2ObjectHashMap<String> clientIds;
    private final LongHashSet byAmount;
    /** Of orders by amount, within a frame: which of its events was the last fill. */
    private final Long2LongHashMap lastFills = new Long2LongHashMap(NOWHERE);

    OrderEvents(EventReader reader) {
        this.reader = reader;
        clientIds = new Long2ObjectHashMap<>();
        byAmount = new LongHashSet();
    }

    OrderEvents(EventReader reader, OrderEvents other) {
        this.reader = reader;
        clientIds = new Long2ObjectHashMap<>(other.clientIds);
        byAmount = new LongHashSet();
        byAmount.addAll(other.byAmount);
    }

    void read(FrameView frame) {
        events.read(frame);
    }

    void startFrame() {
        if (!lastFills.isEmpty()) lastFills.clear();
    }

    /** An order by amount that traded and did not expire has spent its amount: it never rests. */
    void endFrame() {
        if (!lastFills.isEmpty()) lastFills.keySet().forEach(this::forget);
    }

    private String clientId(long order) {
        String id = clientIds.get(order);
        return id == null ? "" : id;
    }

    private void forget(long order) {
        clientIds.remove(order);
        byAmount.remove(order);
    }

    @Override
    public void onAccepted(OrderAcceptedDecoder event, AskedOrder asked) {
        String clientId = asked.clientOrderId();
        if (!clientId.isEmpty()) clientIds.put(event.order(), clientId);
        if (asked.quoteAmountMinor() != 0) byAmount.add(event.order());
        Maker maker = asked.isLiquidating()
                ? Maker.LIQUIDATION
                : asked.isClosing() ? Maker.RISK : asked.isQuote() ? Maker.QUOTE : Maker.CLIENT;
        reader.tell(new OrderPlaced(
                reader.origin(),
                event.account(),
                event.order(),
                event.instrument(),
                clientId,
                event.side(),
                event.orderType(),
                event.timeInForce(),
                event.priceTicks(),
                event.quantityLots(),
                asked.quoteAmountMinor(),
                maker));
    }

    @Override
    public void onAmended(OrderAmendedDecoder event) {
        reader.tell(new OrderChanged(
                reader.origin(),
                EventKind.ORDER_AMENDED,
                event.account(),
                event.order(),
                event.instrument(),
                clientId(event.order()),
                event.side(),
                event.newPriceTicks(),
                event.newOpenLots(),
                Reason.NONE));
    }

    @Override
    public void onTriggered(OrderTriggeredDecoder event) {
        reader.tell(new OrderChanged(
                reader.origin(),
                EventKind.ORDER_TRIGGERED,
                event.account(),
                event.order(),
                event.instrument(),
                clientId(event.order()),
                event.side(),
                event.priceTicks(),
                event.openLots(),
                Reason.NONE));
    }

    @Override
    public void onTrade(TradeExecutedDecoder event) {
        reader.tell(new TradeExecuted(
                reader.origin(),
                event.instrument(),
                event.trade(),
                event.priceTicks(),
                event.quantityLots(),
                event.takerSide()));
        Side makerSide = event.takerSide() == Side.BUY ? Side.SELL : Side.BUY;
        executed(event, event.takerAccount(), event.takerOrder(), event.takerSide(), false);
        executed(event, event.makerAccount(), event.makerOrder(), makerSide, true);
    }

    private void executed(TradeExecutedDecoder event, int account, long order, Side side, boolean isMaker) {
        long openLots = isMaker ? event.makerOpenLots() : event.takerOpenLots();
        boolean isByAmount = byAmount.contains(order);
        if (isByAmount) leftOver(order);
        int place = reader.tell(new OrderExecuted(
                reader.origin(),
                openLots == 0 ? EventKind.ORDER_FILLED : EventKind.ORDER_PARTIALLY_FILLED,
                account,
                order,
                event.instrument(),
                clientId(order),
                side,
                event.trade(),
                event.priceTicks(),
                event.quantityLots(),
                openLots,
                isMaker ? event.makerFeeMinor() : event.takerFeeMinor(),
                isMaker));
        if (isByAmount) lastFills.put(order, place);
        else if (openLots == 0) forget(order);
    }

    /** The fill before was not its last, or not all of it. */
    private void leftOver(long order) {
        long place = lastFills.get(order);
        if (place == NOWHERE) return;
        OrderExecuted fill = (OrderExecuted) reader.told((int) place);
        reader.tellInstead(
                (int) place,
                new OrderExecuted(
                        fill.origin(),
                        EventKind.ORDER_PARTIALLY_FILLED,
                        fill.account(),
                        fill.order(),
                        fill.instrument(),
                        fill.clientOrderId(),
                        fill.side(),
                        fill.trade(),
                        fill.priceTicks(),
                        fill.quantityLots(),
                        fill.openLots(),
                        fill.feeMinor(),
                        fill.isMaker()));
    }

    @Override
    public void onCancelled(OrderCancelledDecoder event) {
        reader.tell(new OrderChanged(
                reader.origin(),
                EventKind.ORDER_CANCELLED,
                event.account(),
                event.order(),
                event.instrument(),
                clientId(event.order()),
                event.side(),
                event.priceTicks(),
                event.openLots(),
                event.reason()));
        leftOver(event.order());
        lastFills.remove(event.order());
        forget(event.order());
    }

    /** An amount that was spent as far as it goes is filled; what it could not buy is less than one lot. */
    @Override
    public void onExpired(OrderExpiredDecoder event) {
        boolean isSpent = event.reason() == Reason.AMOUNT_EXHAUSTED && lastFills.containsKey(event.order());
        if (!isSpent) {
            reader.tell(new OrderChanged(
                    reader.origin(),
                    EventKind.ORDER_EXPIRED,
                    event.account(),
                    event.order(),
                    event.instrument(),
                    clientId(event.order()),
                    event.side(),
                    event.priceTicks(),
                    event.openLots(),
                    event.reason()));
            leftOver(event.order());
        }
        lastFills.remove(event.order());
        forget(event.order());
    }
}
