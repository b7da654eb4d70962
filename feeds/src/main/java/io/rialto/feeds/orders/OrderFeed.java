package io.rialto.feeds.orders;

import io.rialto.feeds.changes.ChangeWriter;
import io.rialto.feeds.fills.Fill;
import io.rialto.feeds.fills.FillLog;
import io.rialto.feeds.fills.Liquidity;
import io.rialto.feeds.listing.Instrument;
import io.rialto.feeds.position.BrokenFeed;
import io.rialto.feeds.position.Position;
import io.rialto.feeds.trading.AskedOrder;
import io.rialto.feeds.trading.Display;
import io.rialto.feeds.trading.SpecialTerms;
import io.rialto.feeds.trading.TradingFeed;
import io.rialto.feeds.trailing.Trails;
import io.rialto.protocol.DisplayAmendedDecoder;
import io.rialto.protocol.FeePolicy;
import io.rialto.protocol.LegActivatedDecoder;
import io.rialto.protocol.MarkPriceSetDecoder;
import io.rialto.protocol.MatchPreventedDecoder;
import io.rialto.protocol.OrderAcceptedDecoder;
import io.rialto.protocol.OrderAmendedDecoder;
import io.rialto.protocol.OrderCancelledDecoder;
import io.rialto.protocol.OrderClippedDecoder;
import io.rialto.protocol.OrderDisplayedDecoder;
import io.rialto.protocol.OrderExpiredDecoder;
import io.rialto.protocol.OrderHiddenDecoder;
import io.rialto.protocol.OrderListAcceptedDecoder;
import io.rialto.protocol.OrderParkedDecoder;
import io.rialto.protocol.OrderRepricedDecoder;
import io.rialto.protocol.OrderRestatedDecoder;
import io.rialto.protocol.OrderRestedDecoder;
import io.rialto.protocol.OrderTriggeredDecoder;
import io.rialto.protocol.Parking;
import io.rialto.protocol.Reason;
import io.rialto.protocol.SelfTradePrevention;
import io.rialto.protocol.Side;
import io.rialto.protocol.SpecialTermsAcceptedDecoder;
import io.rialto.protocol.TradeExecutedDecoder;
import io.rialto.protocol.TriggerMovedDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Keeps every open order, the closed ones that closed last, and their fills; and tells the display what each order shows.
 *
 * <p>Threading: the writing thread, between the position's enter and leave; questions go through {@link #orders}.
 *
 * <p>Errors: {@link BrokenFeed} when an event names an order that is not open, or open lots that cannot be.
 */
public final class OrderFeed implements TradingFeed {
    private final IntFunction<Instrument> listings;
    private final Display display;
    private final OrderArchive archive;
    private final FillLog fills;
    private final Orders orders;
    private final Trails trails;
    private final ChangeWriter told;
    private final List<OrderState> loose = new ArrayList<>();
    private final List<OrderState> touched = new ArrayList<>();
    private long list;
    private long listEnd;
    private long sequence;
    private long timeNanos;

    /**
     * @param listings the terms of an instrument that an event names
     * @param told hears of orders and fills
     */
    public OrderFeed(
            Position position,
            IntFunction<Instrument> listings,
            Display display,
            int closedOrdersKept,
            int fillsKept,
            ChangeWriter told) {
        this(position, listings, display, new OrderArchive(closedOrdersKept), new FillLog(fillsKept), told);
    }

    OrderFeed(
            Position position,
            IntFunction<Instrument> listings,
            Display display,
            OrderArchive archive,
            FillLog fills,
            ChangeWriter told) {
        this.told = told;
        this.listings = listings;
        this.display = display;
        this.archive = archive;
        this.fills = fills;
        orders = new Orders(position, archive, fills);
        trails = new Trails(listings);
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
        loose.clear();
        touched.clear();
        listEnd = 0;
    }

    /** An order on its way that neither rests, waits nor was told to have ended is filled: no event says so. */
    public void endFrame() {
        for (int i = 0; i < loose.size(); i++) settle(loose.get(i));
        for (int i = 0; i < touched.size(); i++) told.order(touched.get(i).view());
    }

    private void settle(OrderState order) {
        order.isLoose = false;
        if (order.isStranger || !order.status().isOpen() || order.isResting) return;
        if (order.remainingLots() == 0 && (!order.isParked() || order.hasExecuted())) {
            close(order, OrderStatus.FILLED, Reason.NONE);
        } else if (!order.isParked()) {
            throw new BrokenFeed("order must rest, wait, end or be filled: order=" + order.number + " remainingLots="
                    + order.remainingLots());
        }
    }

    @Override
    public void onAccepted(OrderAcceptedDecoder event, AskedOrder asked) {
        OrderState order = new OrderState(event, asked, timeNanos, sequence);
        if (order.number <= listEnd) order.list = list;
        OrderState before = archive.occupant(order.number);
        if (before != null && before.isLoose) settle(before); // filled in this frame, so that its slot was free again
        archive.accept(order);
        touched.add(order);
        onItsWay(order);
    }

    @Override
    public void onTerms(SpecialTermsAcceptedDecoder event) {
        changed(event.order()).special = SpecialTerms.of(event);
    }

    @Override
    public void onParked(OrderParkedDecoder event) {
        OrderState order = changed(event.order());
        order.park(event.parking(), display);
        boolean isTrailing = event.parking() == Parking.TRIGGER && order.special.isTrailing();
        if (isTrailing) order.trail = trails.begin(order.instrument, order.side, order.special);
    }

    @Override
    public void onRested(OrderRestedDecoder event) {
        OrderState order = changed(event.order());
        order.checkOpen(event.openLots());
        order.rest(event.priceTicks(), event.openLots(), display);
    }

    @Override
    public void onDisplayed(OrderDisplayedDecoder event) {
        OrderState order = changed(event.order());
        order.checkOpen(event.openLots());
        order.rest(event.priceTicks(), event.displayedLots(), display);
    }

    @Override
    public void onHidden(OrderHiddenDecoder event) {
        OrderState order = changed(event.order());
        order.checkOpen(event.openLots());
        order.rest(event.priceTicks(), 0, display);
    }

    @Override
    public void onTriggered(OrderTriggeredDecoder event) {
        OrderState order = changed(event.order());
        order.checkOpen(event.openLots());
        order.trail.end();
        if (order.special.isTrailing()) order.special = order.special.withTrigger(event.triggerTicks());
        order.arrive(event.priceTicks(), display);
        onItsWay(order);
    }

    @Override
    public void onMarkPrice(MarkPriceSetDecoder event) {
        trails.marked(event.instrument(), event.priceTicks());
    }

    @Override
    public void onRepriced(OrderRepricedDecoder event) {
        OrderState order = changed(event.order());
        order.checkOpen(event.openLots());
        order.arrive(event.newPriceTicks(), display);
        onItsWay(order);
    }

    @Override
    public void onTriggerMoved(TriggerMovedDecoder event) {
        OrderState order = changed(event.order());
        order.special = order.special.withTrigger(event.newTriggerTicks());
    }

    @Override
    public void onDisplayAmended(DisplayAmendedDecoder event) {
        OrderState order = changed(event.order());
        order.special = order.special.withDisplay(event.newDisplayLots());
        order.version = event.version();
    }

    /** A leg's own acceptance follows, and finds its list by its number. */
    @Override
    public void onListAccepted(OrderListAcceptedDecoder event) {
        list = event.list();
        listEnd = Math.max(event.firstOrder(), Math.max(event.secondOrder(), event.thirdOrder()));
    }

    @Override
    public void onLegActivated(LegActivatedDecoder event) {
        OrderState order = changed(event.order());
        order.quantityLots = event.quantityLots();
        order.checkOpen(event.openLots());
        order.arrive(event.priceTicks(), display);
        onItsWay(order);
    }

    @Override
    public void onRestated(OrderRestatedDecoder event) {
        OrderState order = changed(event.order());
        order.restate(event, display);
    }

    @Override
    public void onClipped(OrderClippedDecoder event) {
        OrderState order = changed(event.order());
        order.quantityLots = event.newQuantityLots();
        order.keepPlace(event.newOpenLots(), display);
    }

    /** In an auction both orders may have been resting; elsewhere only the maker was. */
    @Override
    public void onTrade(TradeExecutedDecoder event) {
        trails.traded(event.instrument(), event.priceTicks());
        OrderState maker = changed(event.makerOrder());
        OrderState taker = changed(event.takerOrder());
        fill(event, maker, Liquidity.MAKER, event.makerFeeMinor(), event.makerOpenLots());
        fill(event, taker, Liquidity.TAKER, event.takerFeeMinor(), event.takerOpenLots());
        if (event.makerOpenLots() == 0) close(maker, OrderStatus.FILLED, Reason.NONE);
        if (!taker.isResting) onItsWay(taker);
        else if (event.takerOpenLots() == 0) close(taker, OrderStatus.FILLED, Reason.NONE);
    }

    /** Only DECREMENT takes lots; under every other mode the end of one or both orders follows. */
    @Override
    public void onPrevented(MatchPreventedDecoder event) {
        if (event.mode() != SelfTradePrevention.DECREMENT) return;
        OrderState maker = changed(event.makerOrder());
        OrderState taker = changed(event.takerOrder());
        maker.prevent(event.quantityLots(), event.makerOpenLots());
        taker.prevent(event.quantityLots(), event.takerOpenLots());
        maker.showLess(event.quantityLots(), display);
        taker.showLess(event.quantityLots(), display);
    }

    @Override
    public void onCancelled(OrderCancelledDecoder event) {
        OrderState order = changed(event.order());
        order.checkOpen(event.openLots());
        close(order, OrderStatus.CANCELLED, event.reason());
    }

    /** An amount that was spent as far as it goes is filled; what it could not buy is less than one lot. */
    @Override
    public void onExpired(OrderExpiredDecoder event) {
        OrderState order = changed(event.order());
        order.checkOpen(event.openLots());
        boolean isSpent = event.reason() == Reason.AMOUNT_EXHAUSTED && order.hasExecuted();
        close(order, isSpent ? OrderStatus.FILLED : OrderStatus.EXPIRED, event.reason());
    }

    @Override
    public void onAmended(OrderAmendedDecoder event) {
        OrderState order = changed(event.order());
        if (!order.isPegged()) order.requestedPriceTicks = event.newPriceTicks(); // a peg's cap stays
        order.workingPriceTicks = event.newPriceTicks();
        order.quantityLots = event.newQuantityLots();
        order.version = event.version();
        if (event.priorityKept() != 0) {
            order.keepPlace(event.newOpenLots(), display);
            return;
        }
        if (order.isParked()) return;
        order.arrive(event.newPriceTicks(), display);
        onItsWay(order);
    }

    private void onItsWay(OrderState order) {
        if (order.isLoose) return;
        order.isLoose = true;
        loose.add(order);
    }

    private OrderState changed(long number) {
        OrderState order = archive.open(number);
        if (!order.hasChangedIn(sequence) && !order.isStranger) touched.add(order);
        order.changed(timeNanos, sequence);
        return order;
    }

    private void close(OrderState order, OrderStatus status, Reason reason) {
        order.end(status, reason, display);
        archive.close(order);
    }

    private void fill(TradeExecutedDecoder event, OrderState order, Liquidity liquidity, long feeMinor, long openLots) {
        order.fill(event.quantityLots(), event.notionalMinor(), openLots);
        if (order.isResting) order.showLess(event.quantityLots(), display);
        log(event, order, liquidity, feeMinor);
    }

    private void log(TradeExecutedDecoder event, OrderState order, Liquidity liquidity, long feeMinor) {
        if (order.isStranger) return;
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
        told.fill(fill);
        order.newestFill = fill.number();
    }

    private int feeAsset(OrderState order, FeePolicy policy) {
        Instrument instrument = listings.apply(order.instrument);
        boolean isBase = policy == FeePolicy.RECEIVED && order.side == Side.BUY;
        return isBase ? instrument.base().number() : instrument.quote().number();
    }
}
