package io.rialto.engine.reference;

import static io.rialto.engine.reference.ReferenceInstrument.up;
import static io.rialto.engine.reference.ReferencePhases.meetsAt;
import static io.rialto.engine.reference.ReferencePhases.reaches;
import static io.rialto.protocol.Reason.*;
import static io.rialto.protocol.SelfTradePrevention.*;
import static java.math.BigDecimal.*;

import io.rialto.protocol.*;
import java.math.BigDecimal;
import java.util.*;
import java.util.function.Consumer;

/** All resting orders in one flat list, by arrival, and what happens when another one meets them. */
final class ReferenceMatching {
    static final int MAX_EVENTS = 4096;

    record Meeting(ReferenceOrder maker, long lots, boolean isPrevented) {}

    /** Who hears of an order's fills. */
    interface Fills {
        void filled(ReferenceOrder order, long lots, BigDecimal value);
    }

    final List<ReferenceOrder> resting = new ArrayList<>();
    final List<ReferenceOrder> parked = new ArrayList<>(); // accepted and open, but not in a book
    ReferenceTriggers triggers;
    Fills filled = (order, lots, value) -> {};
    Consumer<ReferenceOrder> touched = order -> {}; // hears that something happened to an order
    final Map<Integer, String> owners = new HashMap<>();
    final ReferenceLedger ledger = new ReferenceLedger();
    final ReferenceTimes times = new ReferenceTimes(this);
    EventLines events;
    final ReferenceAgenda agenda = new ReferenceAgenda();
    final ReferencePositions positions = new ReferencePositions(this);
    final ReferenceContracts contracts = new ReferenceContracts(this);
    final ReferenceMargin margin = new ReferenceMargin(this);
    final ReferenceControl control = new ReferenceControl(this);
    /** The command at hand: who asks, when, and its place in line. */
    Command.Asked caller;

    boolean isCallerKnown;
    /** An order that is only judged, behind so many of the same command. */
    boolean isRehearsal;

    int ordersAhead, instrumentCount;
    ReferenceAuction auction;
    final ReferenceWaiting waiting = new ReferenceWaiting(this);
    private final Deque<Long> freeSlots = new ArrayDeque<>();
    long nowNanos, sequence, trades;
    private long slots, serials;

    /** Serial and slot in one; the slot freed last is taken first. */
    long nextNumber() {
        return ++serials << 27 | (freeSlots.isEmpty() ? slots++ : freeSlots.pop());
    }

    void free(ReferenceOrder order) {
        order.isGone = true;
        touched.accept(order);
        freeSlots.push(order.number & (1L << 27) - 1);
    }

    List<ReferenceOrder> open() {
        List<ReferenceOrder> open = new ArrayList<>(resting);
        open.addAll(parked);
        return open;
    }

    /** What a market order is measured by: the opposite best, but for an auction; else the last trade, else the listed price, else 0. */
    long referenceTicks(ReferenceOrder order) {
        boolean isForAuction = ReferenceWaiting.isForAuction(order.asked);
        long best = isForAuction ? 0 : bestTicks(order.instrument, order.opposite);
        long last = best != 0 ? best : order.instrument.lastTradeTicks;
        return last != 0 ? last : Math.max(0, order.instrument.terms.referenceTicks());
    }

    /** Best first; at one price what is displayed before what is hidden, each oldest first. */
    List<ReferenceOrder> side(ReferenceInstrument instrument, Side side) {
        List<ReferenceOrder> orders = new ArrayList<>(resting);
        orders.removeIf(order -> order.instrument != instrument || order.side != side);
        orders.sort(inPriority(side));
        return orders;
    }

    private static Comparator<ReferenceOrder> inPriority(Side side) {
        Comparator<ReferenceOrder> byPrice =
                Comparator.comparingLong(order -> side == Side.BUY ? -order.priceTicks : order.priceTicks);
        return byPrice.thenComparing(ReferenceOrder::isHidden);
    }

    long bestTicks(ReferenceInstrument instrument, Side side) {
        long best = 0;
        for (ReferenceOrder order : resting) {
            if (order.instrument != instrument || order.side != side) continue;
            boolean isBetter = side == Side.BUY ? order.priceTicks > best : order.priceTicks < best;
            if (best == 0 || isBetter) best = order.priceTicks;
        }
        return best;
    }

    private boolean isPrevented(ReferenceOrder taker, ReferenceOrder maker) {
        boolean isOwn = owners.get(taker.account).equals(owners.get(maker.account));
        return isOwn && taker.mode != SelfTradePrevention.NONE;
    }

    private static long wanted(ReferenceOrder taker, BigDecimal amount, long open, long ticks) {
        return taker.isByAmount ? taker.instrument.affordable(taker.account, amount, ticks, taker.isBuy) : open;
    }

    /**
     * Whom the order would meet if it arrived now, without touching anybody: it is played with copies, as far as a frame
     * that has said so much has room.
     */
    List<Meeting> walk(ReferenceOrder taker, int saidBefore, int eventsOfTrade) {
        List<Meeting> meetings = new ArrayList<>();
        List<ReferenceOrder> copies = side(taker.instrument, taker.opposite);
        copies.replaceAll(ReferenceOrder::copy);
        BigDecimal amount = taker.amountLeft, exact = ZERO, charged = ZERO;
        long open = taker.openLots, drawn = taker.instrument.peaksDrawn;
        int said = saidBefore;
        var foreseen = new HashMap<>(positions.in(taker.instrument));
        var course = new ReferenceCourse(maker -> isPrevented(taker, maker));
        var way = taker.instrument.prices.new Way(nowNanos);
        while (taker.isByAmount || open > 0) {
            BigDecimal amountNow = amount;
            long openNow = open;
            var next = course.next(copies, ticks -> wanted(taker, amountNow, openNow, ticks));
            if (next == null) break;
            ReferenceOrder maker = next.maker();
            boolean isPrevented = isPrevented(taker, maker);
            long most = isPrevented ? next.lots() : ReferencePositions.mostOf(next, foreseen);
            long lots = Math.min(wanted(taker, amount, open, maker.priceTicks), most);
            boolean isEnd = lots == 0 || !ReferenceRoom.isLeft(said, maker);
            if (!reaches(taker, maker) || most > 0 && isEnd) break;
            if (most == 0 || lots < maker.leastLots()) {
                course.pass(maker);
                continue;
            }
            if (!isPrevented && !way.goesOn(meetsAt(maker))) break;
            meetings.add(new Meeting(maker, lots, isPrevented));
            if (lots == most && most < next.lots()) course.pass(maker);
            said += isPrevented ? 2 : eventsOfTrade + ReferenceRoom.positionsTold(maker) + (maker.isIceberg() ? 1 : 0);
            if (isPrevented && (taker.mode == CANCEL_NEWEST || taker.mode == CANCEL_BOTH)) break;
            copies.remove(maker);
            if (isPrevented && taker.mode == CANCEL_OLDEST) continue;
            open -= lots;
            BigDecimal notional = taker.instrument.notional(meetsAt(maker), lots);
            if (!isPrevented) ReferencePositions.trade(foreseen, taker, maker, lots);
            if (!isPrevented) exact = exact.add(notional.multiply(taker.takerRate()));
            BigDecimal fee =
                    taker.isBuy && taker.instrument.feesInQuote ? up(exact).subtract(charged) : ZERO;
            charged = charged.add(fee);
            amount = amount.subtract(notional).subtract(fee);
            maker.openLots -= lots;
            maker.shownLots -= lots;
            if (taker.isByAmount && lots < most) break;
            if (maker.openLots == 0) continue;
            drawn = ReferenceDisplay.shownAgain(maker, drawn);
            copies.add(maker);
            copies.sort(inPriority(taker.opposite));
        }
        return meetings;
    }

    /** An own order in its way kills a fill-or-kill, unless the mode removes that one; so does the frame's cap. */
    boolean canFillWhole(ReferenceOrder order, int saidBefore) {
        return fillable(order, saidBefore) == order.openLots;
    }

    /** The lots that would trade, if every trade of an instrument with rebates said all that it can say. */
    long fillable(ReferenceOrder order, int saidBefore) {
        var market = order.instrument;
        var meetings = walk(order, saidBefore, market.mayCutFees() ? 3 : 1);
        return meetings.stream()
                .filter(meeting -> !meeting.isPrevented)
                .mapToLong(Meeting::lots)
                .sum();
    }

    /** What is held for what is open; a market order without a limit needs what the book asks right now. */
    BigDecimal holdOf(ReferenceOrder order) {
        if (order.waitingHold != null) return order.waitingHold;
        if (order.instrument.isContract()) return ZERO;
        if (order.isBuy && order.isByAmount) return order.amountLeft;
        if (order.isBuy ? order.priceTicks != 0 || order.isPegged() : !order.isByAmount)
            return order.holdAt(order.priceTicks, order.openLots);
        BigDecimal notional = ZERO;
        BigDecimal base = ZERO;
        long lots = 0;
        for (Meeting meeting : walk(order, events.size() + 1, 1)) {
            if (meeting.isPrevented) continue;
            lots += meeting.lots;
            notional = notional.add(order.instrument.notional(meeting.maker.priceTicks, meeting.lots));
            base = base.add(order.instrument.base(meeting.lots));
        }
        return order.isBuy ? up(order.instrument.withTakerFee(order.account, notional, lots)) : base;
    }

    /** Changes an order's hold; refuses what the account has not. */
    void hold(ReferenceOrder order, BigDecimal change) {
        ledger.hold(order.account, order.heldAsset, change);
        order.hold = order.hold.add(change);
    }

    /** Takes what it can, then rests or ends. */
    void arrive(ReferenceOrder order) {
        boolean isTooLittle = order.leastLots() > 0 && fillable(order, events.size()) < order.leastLots();
        Reason stopped = isTooLittle ? MINIMUM_NOT_AVAILABLE : take(order);
        if (order.becomesLimit && order.isMarket && stopped != Reason.NONE) {
            new ReferenceRemainder(this).becomesLimit(order, stopped);
            return;
        }
        boolean isCutOff = isTooLittle || stopped == VOLATILITY_INTERRUPTION;
        boolean isAtItsLimit = stopped == NO_LIQUIDITY || stopped == MARKET_COLLAR;
        boolean hasLimit = order.priceTicks != 0 && !order.isByAmount;
        boolean mayRest = !order.isMarket || order.instrument.terms.marketRemainder() == 2 && hasLimit;
        if (stopped == Reason.NONE) free(order);
        else if (!isAtItsLimit && !isCutOff) end("OrderExpired", order, stopped);
        else if (mayRest && order.asked.timeInForce() != 2) rest(order);
        else end("OrderExpired", order, order.isMarket || isCutOff ? stopped : IMMEDIATE_OR_CANCEL);
    }

    /** Answers why it stopped, NONE when it is filled. */
    private Reason take(ReferenceOrder taker) {
        var way = taker.instrument.prices.new Way(nowNanos);
        Reason stopped = take(taker, way);
        if (way.interrupts()) auction.interrupt(taker, way);
        return stopped;
    }

    private Reason take(ReferenceOrder taker, ReferenceInterruption.Way way) {
        var course = new ReferenceCourse(maker -> isPrevented(taker, maker));
        while (!taker.isDone()) {
            var makers = side(taker.instrument, taker.opposite);
            var next = course.next(makers, ticks -> wanted(taker, taker.amountLeft, taker.openLots, ticks));
            if (next == null) return course.isShort() && taker.isByAmount ? AMOUNT_EXHAUSTED : NO_LIQUIDITY;
            ReferenceOrder maker = next.maker();
            if (!reaches(taker, maker)) return MARKET_COLLAR;
            var now = positions.in(taker.instrument);
            boolean isOwn = isPrevented(taker, maker);
            long most = isOwn ? next.lots() : ReferencePositions.mostOf(next, now);
            long wanted = wanted(taker, taker.amountLeft, taker.openLots, maker.priceTicks);
            long lots = Math.min(Math.min(wanted, ReferencePositions.mostLots(now, taker)), most);
            if (most > 0 && lots == 0) return taker.isByAmount ? AMOUNT_EXHAUSTED : NO_LIQUIDITY;
            if (most == 0 || lots < maker.leastLots()) {
                course.pass(maker);
                continue;
            }
            if (!ReferenceRoom.isLeft(events.size(), maker)) return TOO_MANY_FILLS;
            boolean isEnough = taker.isByAmount && lots < most;
            if (!isOwn && !way.goesOn(meetsAt(maker))) return VOLATILITY_INTERRUPTION;
            if (lots == most && most < next.lots()) course.pass(maker);
            if (!isOwn) trade(taker, maker, lots);
            else if (prevent(taker, maker, lots)) return SELF_TRADE_PREVENTED;
            else if (taker.mode == CANCEL_OLDEST) continue;
            if (isEnough) return AMOUNT_EXHAUSTED;
        }
        return taker.isByAmount ? AMOUNT_EXHAUSTED : Reason.NONE;
    }

    void rest(ReferenceOrder order) {
        boolean betters = ReferenceShares.betters(order, this);
        order.isResting = true;
        resting.add(order);
        times.begin(order);
        ReferenceShares.settleTop(order, betters);
        if (order.isIceberg()) {
            order.shownLots = Math.min(order.displayLots, order.openLots);
            display(order, order.publicNumber == 0);
            return;
        }
        var what = List.of(order.number, order.priceTicks, order.openLots);
        String event = order.isHidden() ? "OrderHidden" : "OrderRested";
        events.add(event, what, order.account, order.instrument.number, order.side);
    }

    /** A resting order goes to the back of its price, showing a peak that is not drawn. */
    void restAgain(ReferenceOrder order) {
        resting.remove(order);
        rest(order);
    }

    private void display(ReferenceOrder order, boolean isFirst) {
        order.publicNumber = isFirst ? order.number : ++serials << 27 | order.number & (1L << 27) - 1;
        var numbers = List.of(order.number, order.publicNumber, order.priceTicks);
        var lots = List.of(order.shownLots, order.openLots);
        events.add("OrderDisplayed", numbers, lots, order.account, order.instrument.number, order.side);
    }

    /** Of an iceberg that is still open: taken from its peak, and the next one goes to the back. */
    void taken(ReferenceOrder maker, long lots) {
        if (!maker.isIceberg() || maker.openLots == 0) return;
        maker.shownLots -= lots;
        if (maker.shownLots > 0) return;
        var instrument = maker.instrument;
        if (maker.terms.displayRangeLots() != 0) instrument.peaksDrawn++;
        maker.shownLots = ReferenceDisplay.peak(maker, instrument.displaySeed, instrument.peaksDrawn);
        resting.remove(maker);
        resting.add(maker);
        ReferenceShares.settleTop(maker, false);
        display(maker, false);
    }

    void end(String event, ReferenceOrder order, Reason reason) {
        var what = List.of(order.number, order.priceTicks, order.openLots, order.hold, order.account);
        events.add(event, what, order.instrument.number, reason, order.side, order.isResting ? 1 : 0);
        hold(order, order.hold.negate());
        resting.remove(order);
        triggers.leave(order);
        free(order);
    }

    private void trade(ReferenceOrder taker, ReferenceOrder maker, long lots) {
        trade(taker, maker, lots, meetsAt(maker), maker.makerRate(), taker.takerRate());
        if (maker.openLots == 0) free(maker);
        taken(maker, lots);
    }

    /** A rate of null: free of any fee. */
    void trade(
            ReferenceOrder taker, ReferenceOrder maker, long lots, long ticks, BigDecimal makerRate, BigDecimal rate) {
        var instrument = taker.instrument;
        BigDecimal notional = instrument.notional(ticks, lots);
        BigDecimal base = instrument.base(lots);
        instrument.lastTradeTicks = ticks;
        taker.tradedTicks = ticks;
        triggers.traded(instrument, ticks);
        int buyer = taker.isBuy ? taker.account : maker.account;
        int seller = taker.isBuy ? maker.account : taker.account;
        ledger.move(buyer, seller, instrument.terms.quoteAsset(), instrument.isContract() ? ZERO : notional);
        ledger.move(seller, buyer, instrument.terms.baseAsset(), base);
        trades++;
        EventLines after = new EventLines();
        contracts.trade(trades, taker, maker, ticks, lots, after);
        ReferencePositions.trade(positions.in(instrument), taker, maker, lots);
        var fees = ledger.charge(trades, maker, makerRate, taker, rate, notional, lots, after);
        contracts.charged(instrument, fees, after);
        BigDecimal makerFee = fees.get(0), takerFee = fees.get(1);
        control.traded(taker, maker, notional);
        BigDecimal makerReleased = settle(maker, lots, notional, base, makerFee);
        BigDecimal takerReleased = settle(taker, lots, notional, base, takerFee);
        var what = List.of(trades, maker.number, taker.number, ticks, lots, notional, base, makerFee, takerFee);
        var left = List.of(makerReleased, takerReleased, maker.openLots, taker.openLots, maker.account, taker.account);
        var policy = instrument.feesInQuote ? FeePolicy.QUOTE : FeePolicy.RECEIVED;
        events.add("TradeExecuted", what, left, instrument.number, taker.side, policy);
        control.settlement.traded(trades, taker, maker, ticks, lots, List.of(notional, base, makerFee, takerFee));
        events.lines().addAll(after.lines());
        for (ReferenceOrder order : List.of(maker, taker)) {
            order.executedLots += lots;
            touched.accept(order);
            filled.filled(order, lots, notional);
        }
    }

    /** Answers what the trade left of the order's hold for it. */
    private BigDecimal settle(ReferenceOrder order, long lots, BigDecimal notional, BigDecimal base, BigDecimal fee) {
        BigDecimal paid = order.isBuy && order.instrument.feesInQuote ? notional.add(fee) : notional;
        reduce(order, lots, paid);
        if (order.instrument.isContract()) return ZERO;
        return release(order, order.isBuy ? paid : base);
    }

    private void reduce(ReferenceOrder order, long lots, BigDecimal amount) {
        if (order.isByAmount && !order.isResting) order.amountLeft = order.amountLeft.subtract(amount);
        else order.openLots -= lots;
        if (order.isResting && order.openLots == 0) resting.remove(order);
    }

    /** Brings the hold down to what is open now; what was not spent of the difference becomes available. */
    private BigDecimal release(ReferenceOrder order, BigDecimal spent) {
        boolean spendsDown = order.holdsItsPlan() && !order.isDone();
        BigDecimal freed = spendsDown ? spent : order.hold.subtract(holdOf(order));
        hold(order, freed.negate());
        if (freed.compareTo(spent) < 0) throw new IllegalStateException("release below zero: order=" + order.number);
        return freed.subtract(spent);
    }

    /** True when the taker ends by it. */
    private boolean prevent(ReferenceOrder taker, ReferenceOrder maker, long lots) {
        boolean isDecrement = taker.mode == DECREMENT;
        if (isDecrement) reduce(maker, lots, ZERO);
        if (isDecrement) reduce(taker, lots, taker.instrument.notional(maker.priceTicks, lots));
        BigDecimal makerReleased = isDecrement ? release(maker, ZERO) : ZERO;
        BigDecimal takerReleased = isDecrement && !taker.holdsItsPlan() ? release(taker, ZERO) : ZERO;
        var what = List.of(maker.number, taker.number, maker.priceTicks, lots, makerReleased, takerReleased);
        var left = List.of(maker.openLots, taker.openLots, taker.instrument.number, maker.account, taker.account);
        events.add("MatchPrevented", what, left, taker.mode, taker.side);
        for (ReferenceOrder order : List.of(maker, taker)) {
            order.isBroken |= isDecrement;
            if (isDecrement) touched.accept(order);
        }
        boolean makerEnds = taker.mode == CANCEL_OLDEST || taker.mode == CANCEL_BOTH || maker.openLots == 0;
        if (makerEnds) end("OrderExpired", maker, SELF_TRADE_PREVENTED);
        else if (isDecrement) taken(maker, lots);
        if (isDecrement) return !taker.isByAmount && taker.openLots == 0;
        return taker.mode != CANCEL_OLDEST;
    }
}
