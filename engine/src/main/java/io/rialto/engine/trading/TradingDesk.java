package io.rialto.engine.trading;

import io.rialto.engine.admission.AuctionRoom;
import io.rialto.engine.admission.Gate;
import io.rialto.engine.allocation.Allocations;
import io.rialto.engine.allocation.SharedPrice;
import io.rialto.engine.display.Course;
import io.rialto.engine.display.DisplayRules;
import io.rialto.engine.display.Displays;
import io.rialto.engine.ledger.Balances;
import io.rialto.engine.ledger.Treasury;
import io.rialto.engine.listing.Accounts;
import io.rialto.engine.listing.Instruments;
import io.rialto.engine.margin.Margins;
import io.rialto.engine.matching.Fills;
import io.rialto.engine.matching.Matcher;
import io.rialto.engine.matching.OrderEvents;
import io.rialto.engine.matching.SelfTrades;
import io.rialto.engine.matching.Walk;
import io.rialto.engine.orders.OpenOrders;
import io.rialto.engine.position.Positions;
import io.rialto.engine.position.ReduceOnly;
import io.rialto.engine.position.Reduction;
import io.rialto.engine.requests.Caller;
import io.rialto.protocol.Reason;
import io.rialto.protocol.frame.Frame;

/**
 * Decides the commands of trading. Each answers NONE when it was done, else why it was refused and nothing changed.
 *
 * <p>Threading: the core's thread only. Allocates nothing once warm.
 */
public final class TradingDesk {
    private final OrderEntry entry;
    private final OrderCancellation cancellation;
    private final OrderAmendment amendment;
    private final OrderAmendment fellows;
    private final Operations operations;
    private final Departure departure;
    private final Gate gate = new Gate();
    private final Gate limits = new Gate();
    private final Fills fills;
    private final SelfTrades selfTrades;
    private final Displays displays;
    private final Arrival arrival;
    private final Walk walk;
    private final ReduceOnly reductions;
    private final Margins margins;

    public TradingDesk(
            Accounts accounts,
            Instruments instruments,
            OpenOrders orders,
            Balances balances,
            Treasury treasury,
            Allocations allocations,
            Caller caller) {
        OrderEvents events = new OrderEvents(orders.pool());
        reductions = new ReduceOnly(instruments, orders, new Positions());
        margins = new Margins(instruments, orders, balances, reductions.positions());
        selfTrades = new SelfTrades(orders, balances, events);
        fills = new Fills(orders, balances, treasury, events, reductions.positions(), margins);
        Course course = new Course(orders, new SharedPrice(orders, allocations));
        displays = new Displays(orders);
        gate.add(new DisplayRules());
        Matcher matcher = new Matcher(orders, fills, selfTrades, course, displays, reductions);
        walk = new Walk(orders, selfTrades, course, reductions);
        arrival = new Arrival(orders, balances, matcher, walk, displays, events, reductions);
        departure = new Departure(instruments, orders, balances, events);
        OrderJudgement judgement = new OrderJudgement(
                accounts, instruments, orders, balances, gate, limits, walk, new Reduction(reductions), margins);
        entry = new OrderEntry(orders, balances, judgement, arrival, caller);
        cancellation = new OrderCancellation(accounts, instruments, orders, departure, events);
        amendment = new OrderAmendment(accounts, instruments, orders, balances, gate, limits, arrival, margins);
        fellows = new OrderAmendment(accounts, instruments, orders, balances, gate, limits, arrival, margins);
        amendment.amendsFellowsBy(fellows);
        operations = new Operations(entry, judgement, cancellation, amendment, walk);
    }

    public Reason newOrder(Frame frame) {
        return entry.place(frame);
    }

    public Reason newSpecialOrder(Frame frame) {
        return entry.placeSpecial(frame);
    }

    public Reason cancelOrder(Frame frame) {
        return cancellation.cancel(frame);
    }

    public Reason cancelAllOrders(Frame frame) {
        return cancellation.cancelAll(frame);
    }

    public Reason amendTrigger(Frame frame) {
        return amendment.amendTrigger(frame);
    }

    public Reason amendOrder(Frame frame) {
        return amendment.amend(frame);
    }

    /** The order that the last new order left in the book; 0 for none. */
    public long leftOpen() {
        return entry.leftOpen();
    }

    /** The same, for parts of a larger command. */
    public Operations operations() {
        return operations;
    }

    /** What stands between an order and the market before its numbers are looked at: states and phases. */
    public Gate gate() {
        return gate;
    }

    /** What an order has to pass once its numbers are sound: bands, limits, counts. */
    public Gate limits() {
        return limits;
    }

    /** How orders end; rooms that park orders make themselves known here. */
    public SelfTrades selfTrades() {
        return selfTrades;
    }

    public Departure departure() {
        return departure;
    }

    /** Where orders that show less than all of themselves stand in the book. */
    public Displays displays() {
        return displays;
    }

    /** How trades are settled. */
    public Fills fills() {
        return fills;
    }

    /** How large reduce-only orders may be, and the positions that they reduce. */
    public ReduceOnly reductions() {
        return reductions;
    }

    /** Whether accounts can cover what they trade in contracts. */
    public Margins margins() {
        return margins;
    }

    /** How orders meet the book. */
    public Arrival arrival() {
        return arrival;
    }

    /** How orders look along the book. */
    public Walk walk() {
        return walk;
    }

    /** Where new orders go that first wait for a price. */
    public void triggeredOrdersGoTo(TriggerRoom room) {
        entry.triggeredOrdersGoTo(room);
    }

    /** Where new orders go that wait for an auction outside of the book. */
    public void auctionOrdersGoTo(AuctionRoom room) {
        entry.auctionOrdersGoTo(room);
    }

    /**
     * Who changes the orders that were parked for this.
     *
     * @param ofFellows another that does, for the other leg of a pair: two are looked at before either changes
     */
    public void amendsParked(byte parking, ParkedAmendment amendments, ParkedAmendment ofFellows) {
        amendment.amendsParked(parking, amendments);
        fellows.amendsParked(parking, ofFellows);
    }

    /** Trades so far. */
    public long lastTrade() {
        return fills.lastTrade();
    }
}
