package io.rialto.engine.trading;

import io.rialto.engine.display.Displays;
import io.rialto.engine.ledger.Balances;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.matching.Aggressor;
import io.rialto.engine.matching.Matcher;
import io.rialto.engine.matching.OrderEvents;
import io.rialto.engine.matching.Walk;
import io.rialto.engine.orders.OpenOrders;
import io.rialto.engine.phases.PhaseRules;
import io.rialto.engine.position.PositionEvents;
import io.rialto.engine.position.ReduceOnly;
import io.rialto.protocol.OrderType;
import io.rialto.protocol.Reason;
import io.rialto.protocol.frame.Frame;
import io.rialto.protocol.frame.FrameLayout;

/** An order with its hold taken meets the book: it trades, and what is left of it rests or ends. */
public final class Arrival {
    private static final byte LIMIT = (byte) OrderType.LIMIT.value();
    /** That an order becomes a limit order, and that it rests. */
    private static final int LAST_BECOMING = FrameLayout.MAX_EVENTS - 2;

    private final OpenOrders orders;
    private final Balances balances;
    private final Matcher matcher;
    private final Walk walk;
    private final Displays displays;
    private final OrderEvents events;
    private final ReduceOnly reductions;
    private final PositionEvents positionEvents;

    Arrival(
            OpenOrders orders,
            Balances balances,
            Matcher matcher,
            Walk walk,
            Displays displays,
            OrderEvents events,
            ReduceOnly reductions) {
        this.orders = orders;
        this.balances = balances;
        this.matcher = matcher;
        this.walk = walk;
        this.displays = displays;
        this.events = events;
        this.reductions = reductions;
        this.positionEvents = new PositionEvents(orders.pool(), reductions.positions());
    }

    Displays displays() {
        return displays;
    }

    /** How large reduce-only orders may be. */
    public ReduceOnly reductions() {
        return reductions;
    }

    /** For events of orders that arrive, or would. */
    public OrderEvents events() {
        return events;
    }

    /**
     * @param mayRest whether what is left stays when the book has no more to give at its price
     * @param remainder why what is left ends in that case, or NONE to say just why matching stopped
     * @return whether it rests now
     */
    public boolean meetsBook(Frame frame, Aggressor order, boolean mayRest, Reason remainder, boolean isPostOnly) {
        Reason stopped = match(frame, order);
        if (stopped == Reason.NONE) {
            orders.end(order.slot());
            return false;
        }
        boolean hasMetLimit = stopped == Reason.NO_LIQUIDITY || stopped == Reason.MARKET_COLLAR;
        if (mayRest && (hasMetLimit || waits(stopped))) {
            rest(frame, order, isPostOnly);
            return true;
        }
        end(frame, order, hasMetLimit && remainder != Reason.NONE ? remainder : stopped);
        return false;
    }

    /** What a reduce-only order may be of what it asked for was settled before it arrives, its hold with it. */
    public void clip(Frame frame, Aggressor order, long askedLots) {
        if (order.openLots() == askedLots) return;
        int slot = order.slot();
        long lessLots = askedLots - order.openLots();
        boolean isNew = !orders.isEnlisted(slot);
        long quantityLots = (isNew ? order.quantityLots() : orders.pool().quantityLots(slot)) - lessLots;
        if (isNew) order.clippedTo(quantityLots);
        else orders.pool().quantityLots(slot, quantityLots);
        int market = order.instrument().number();
        positionEvents.clipped(
                frame, slot, order.account(), market, order.side(), askedLots, order.openLots(), quantityLots, 0);
        orders.clipped(slot, lessLots);
    }

    /**
     * What is left of it rests at the last price that it traded at; without a trade it ends.
     *
     * @return whether it rests now
     */
    boolean becomesLimit(Frame frame, Aggressor order) {
        Reason stopped = match(frame, order);
        if (stopped == Reason.NONE) {
            orders.end(order.slot());
            return false;
        }
        boolean hasMetLimit = stopped == Reason.NO_LIQUIDITY || stopped == Reason.MARKET_COLLAR;
        boolean hasRoom = frame.eventCount() <= LAST_BECOMING;
        if (order.tradedTicks() != 0 && hasRoom && (hasMetLimit || waits(stopped))) {
            becomeLimit(frame, order);
            rest(frame, order, false);
            return true;
        }
        Reason noRest = order.tradedTicks() == 0 ? Reason.NO_LIQUIDITY : Reason.TOO_MANY_FILLS;
        end(frame, order, hasMetLimit ? noRest : stopped);
        return false;
    }

    private void becomeLimit(Frame frame, Aggressor order) {
        long oldTicks = order.priceTicks();
        long heldMinor = order.holdMinor();
        order.goesOnAt(order.tradedTicks());
        order.holds(order.holdByPrice());
        balances.release(order.payingCell(), heldMinor - order.holdMinor());
        balances.verify(order.payingCell());
        orders.special(order.slot()).type = LIMIT;
        events.becameLimit(frame, order, oldTicks, order.holdMinor() - heldMinor);
    }

    private Reason match(Frame frame, Aggressor order) {
        if (!order.instrument().matchesSpecially()) return matcher.match(frame, order);
        if (PhaseRules.collects(order.instrument())) return Reason.NO_LIQUIDITY;
        long leastLots = orders.leastLots(order.slot(), order.openLots());
        boolean isTooLittle = leastLots > 0 && walk.fillableLots(frame, order) < leastLots;
        if (isTooLittle) return Reason.MINIMUM_NOT_AVAILABLE;
        Reason stopped = matcher.match(frame, order);
        Instrument market = order.instrument();
        if (market.isContinuous()) market.priceGuard().matched(frame, market, order.order());
        return stopped;
    }

    /** For a larger aggressor, or, stopped by a price guard, for what that one makes of it. */
    private static boolean waits(Reason stopped) {
        return stopped != Reason.TOO_MANY_FILLS
                && stopped != Reason.AMOUNT_EXHAUSTED
                && stopped != Reason.SELF_TRADE_PREVENTED;
    }

    /** The order ends with what is left of it; its hold is free again. */
    public void end(Frame frame, Aggressor order, Reason reason) {
        balances.release(order.payingCell(), order.holdMinor());
        balances.verify(order.payingCell());
        events.expired(frame, order, reason);
        orders.end(order.slot());
    }

    private void rest(Frame frame, Aggressor order, boolean isPostOnly) {
        int slot = order.slot();
        boolean isNew = !orders.isEnlisted(slot);
        order.restsIn(orders.pool());
        if (isNew) orders.enlist(slot, order.selfTradePrevention(), isPostOnly, order.quantityLots());
        Instrument market = order.instrument();
        boolean isTold = displays.rest(frame, market, slot);
        // Orders with a least quantity and a guard that stopped a match leave a book crossed: the sweep knows when it
        // may be.
        if (market.isContinuous() && market.book().isCrossed() && !market.matchesSpecially()) {
            throw new IllegalStateException("a book must not be crossed: instrument=" + market.number());
        }
        if (!isTold) events.rested(frame, order);
        reductions.rested(slot);
    }
}
