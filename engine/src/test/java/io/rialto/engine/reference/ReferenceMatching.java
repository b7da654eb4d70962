package io.rialto.engine.reference;

import static io.rialto.engine.reference.ReferenceInstrument.RATE_UNIT;
import static io.rialto.engine.reference.ReferenceInstrument.big;
import static io.rialto.engine.reference.ReferenceInstrument.ceil;
import static io.rialto.protocol.SelfTradePrevention.CANCEL_BOTH;
import static io.rialto.protocol.SelfTradePrevention.CANCEL_NEWEST;
import static io.rialto.protocol.SelfTradePrevention.CANCEL_OLDEST;
import static io.rialto.protocol.SelfTradePrevention.DECREMENT;
import static io.rialto.protocol.SelfTradePrevention.NONE;
import static java.math.BigInteger.ONE;
import static java.math.BigInteger.ZERO;

import io.rialto.protocol.FeePolicy;
import io.rialto.protocol.Reason;
import io.rialto.protocol.Side;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All resting orders in one flat list, and what happens when another one meets them. */
final class ReferenceMatching {
    static final int MAX_EVENTS = 4096;
    private static final int EVENTS_OF_ONE_STEP = 4;

    /** A meeting of an arriving order with a resting one. */
    private record Meeting(ReferenceOrder maker, long lots, boolean isPrevented) {}

    final List<ReferenceOrder> resting = new ArrayList<>();
    final Map<Integer, String> owners = new HashMap<>();
    final ReferenceLedger ledger;
    EventLines events;
    private final Deque<Long> freeSlots = new ArrayDeque<>();
    private long slots;
    private long serials;
    private long trades;

    ReferenceMatching(ReferenceLedger ledger) {
        this.ledger = ledger;
    }

    /** Serial and slot in one; the slot freed last is taken first. */
    long nextNumber() {
        return ++serials << 27 | (freeSlots.isEmpty() ? slots++ : freeSlots.pop());
    }

    /** Best first, and oldest first at one price. */
    List<ReferenceOrder> side(ReferenceInstrument instrument, Side side) {
        List<ReferenceOrder> orders = new ArrayList<>(resting);
        orders.removeIf(order -> order.instrument != instrument || order.side != side);
        orders.sort(null);
        return orders;
    }

    long bestTicks(ReferenceInstrument instrument, Side side) {
        List<ReferenceOrder> orders = side(instrument, side);
        return orders.isEmpty() ? 0 : orders.get(0).priceTicks;
    }

    static Side opposite(ReferenceOrder order) {
        return order.isBuy ? Side.SELL : Side.BUY;
    }

    private boolean isPrevented(ReferenceOrder taker, ReferenceOrder maker) {
        return taker.mode != NONE && owners.get(taker.account).equals(owners.get(maker.account));
    }

    private static long reach(ReferenceOrder taker, BigInteger amount, long openLots, long ticks) {
        return taker.isByAmount ? taker.instrument.affordable(amount, ticks, taker.isBuy) : openLots;
    }

    /** Whom the order would meet if it arrived now, without touching anybody. */
    private List<Meeting> walk(ReferenceOrder taker) {
        List<Meeting> meetings = new ArrayList<>();
        BigInteger amount = taker.amountLeft;
        long open = taker.openLots;
        for (ReferenceOrder maker : side(taker.instrument, opposite(taker))) {
            long lots = Math.min(reach(taker, amount, open, maker.priceTicks), maker.openLots);
            if (lots == 0 || !taker.crosses(maker.priceTicks)) break;
            boolean isPrevented = isPrevented(taker, maker);
            meetings.add(new Meeting(maker, lots, isPrevented));
            if (isPrevented && (taker.mode == CANCEL_NEWEST || taker.mode == CANCEL_BOTH)) break;
            if (isPrevented && taker.mode == CANCEL_OLDEST) continue;
            open -= lots;
            amount = amount.subtract(taker.instrument.notional(maker.priceTicks, lots));
            if (lots < maker.openLots) break;
        }
        return meetings;
    }

    /** An own order in its way kills a fill-or-kill, unless the mode removes that one; so does the frame's cap. */
    boolean canFillWhole(ReferenceOrder order) {
        Command.ListInstrument terms = order.instrument.terms;
        int eventsOfTrade = Math.min(terms.makerFeeRate(), terms.takerFeeRate()) < 0 ? 3 : 1;
        long lots = 0;
        int said = 1;
        for (Meeting meeting : walk(order)) {
            if (said + EVENTS_OF_ONE_STEP > MAX_EVENTS) return false;
            if (meeting.isPrevented && order.mode != CANCEL_OLDEST) return false;
            lots += meeting.isPrevented ? 0 : meeting.lots;
            said += meeting.isPrevented ? 2 : eventsOfTrade;
        }
        return lots == order.openLots;
    }

    /** What is held for what is open; a market order without a limit needs what the book asks right now. */
    BigInteger holdOf(ReferenceOrder order) {
        ReferenceInstrument instrument = order.instrument;
        if (order.isBuy && order.isByAmount) return order.amountLeft;
        if (order.isBuy && order.priceTicks != 0)
            return instrument.cost(order.priceTicks, order.openLots, order.feePrepaid());
        if (!order.isBuy && !order.isByAmount) return instrument.base(order.openLots);
        BigInteger notional = ZERO;
        BigInteger base = ZERO;
        for (Meeting meeting : walk(order)) {
            if (meeting.isPrevented) continue;
            notional = notional.add(instrument.notional(meeting.maker.priceTicks, meeting.lots));
            base = base.add(instrument.base(meeting.lots));
        }
        if (!order.isBuy) return base;
        BigInteger fee = instrument.feesInQuote ? ceil(notional.multiply(instrument.takerRate()), RATE_UNIT) : ZERO;
        return notional.add(fee);
    }

    /** Takes what it can, then rests or ends. */
    void arrive(ReferenceOrder order, long sequence) {
        Reason stopped = take(order);
        boolean isAtItsLimit = stopped == Reason.NO_LIQUIDITY || stopped == Reason.MARKET_COLLAR;
        boolean mayRest =
                !order.isMarket || order.instrument.restsRemainders && order.priceTicks != 0 && !order.isByAmount;
        if (stopped == Reason.NONE) freeSlots.push(slot(order));
        else if (!isAtItsLimit) end("OrderExpired", order, stopped);
        else if (mayRest && order.asked.timeInForce() == 1) rest(order, sequence);
        else end("OrderExpired", order, order.isMarket ? stopped : Reason.IMMEDIATE_OR_CANCEL);
    }

    /** Answers why it stopped, NONE when it is filled. */
    private Reason take(ReferenceOrder taker) {
        while (!taker.isDone()) {
            List<ReferenceOrder> makers = side(taker.instrument, opposite(taker));
            if (makers.isEmpty()) return Reason.NO_LIQUIDITY;
            ReferenceOrder maker = makers.get(0);
            if (!taker.crosses(maker.priceTicks)) return Reason.MARKET_COLLAR;
            long lots = Math.min(reach(taker, taker.amountLeft, taker.openLots, maker.priceTicks), maker.openLots);
            if (lots == 0) return Reason.AMOUNT_EXHAUSTED;
            if (events.size() + EVENTS_OF_ONE_STEP > MAX_EVENTS) return Reason.TOO_MANY_FILLS;
            boolean isEnough = taker.isByAmount && lots < maker.openLots;
            if (!isPrevented(taker, maker)) trade(taker, maker, lots);
            else if (prevent(taker, maker, lots)) return Reason.SELF_TRADE_PREVENTED;
            else if (taker.mode == CANCEL_OLDEST) continue;
            if (isEnough) return Reason.AMOUNT_EXHAUSTED;
        }
        return taker.isByAmount ? Reason.AMOUNT_EXHAUSTED : Reason.NONE;
    }

    private void rest(ReferenceOrder order, long sequence) {
        order.prioritySequence = sequence;
        order.isResting = true;
        resting.add(order);
        events.add(
                "OrderRested",
                List.of(order.number, order.priceTicks, order.openLots),
                List.of(order.account, order.instrument.number, order.side));
    }

    void end(String event, ReferenceOrder order, Reason reason) {
        ledger.hold(order.account, order.heldAsset, order.hold.negate());
        resting.remove(order);
        freeSlots.push(slot(order));
        events.add(
                event,
                List.of(order.number, order.priceTicks, order.openLots, order.hold),
                List.of(order.account, order.instrument.number, reason, order.side, order.isResting ? 1 : 0));
    }

    private static long slot(ReferenceOrder order) {
        return order.number & (1L << 27) - 1;
    }

    private void trade(ReferenceOrder taker, ReferenceOrder maker, long lots) {
        ReferenceInstrument instrument = taker.instrument;
        ReferenceOrder buyer = taker.isBuy ? taker : maker;
        ReferenceOrder seller = taker.isBuy ? maker : taker;
        long ticks = maker.priceTicks;
        BigInteger notional = instrument.notional(ticks, lots);
        BigInteger base = instrument.base(lots);
        instrument.lastTradeTicks = ticks;
        ledger.move(buyer.account, seller.account, instrument.terms.quoteAsset(), notional);
        ledger.move(seller.account, buyer.account, instrument.terms.baseAsset(), base);
        trades++;
        EventLines caps = new EventLines();
        boolean takerPaysFirst = instrument.terms.makerFeeRate() < 0 && instrument.terms.takerFeeRate() >= 0;
        BigInteger takerFee = takerPaysFirst ? charge(taker, notional, base, caps) : null;
        BigInteger makerFee = charge(maker, notional, base, caps);
        if (!takerPaysFirst) takerFee = charge(taker, notional, base, caps);
        BigInteger takerSpent = taker.isBuy && instrument.feesInQuote ? notional.add(takerFee) : notional;
        BigInteger makerSpent = maker.isBuy && instrument.feesInQuote ? notional.add(makerFee) : notional;
        reduce(maker, lots, ZERO);
        reduce(taker, lots, takerSpent);
        BigInteger makerReleased = release(maker, maker.isBuy ? makerSpent : base);
        BigInteger takerReleased = release(taker, taker.isBuy ? takerSpent : base);
        events.add(
                "TradeExecuted",
                List.of(trades, maker.number, taker.number, ticks, lots, notional, base, makerFee, takerFee),
                List.of(makerReleased, takerReleased, maker.openLots, taker.openLots, maker.account, taker.account),
                List.of(instrument.number, taker.side, instrument.feesInQuote ? FeePolicy.QUOTE : FeePolicy.RECEIVED));
        events.lines().addAll(caps.lines());
        if (maker.openLots == 0) freeSlots.push(slot(maker));
    }

    private void reduce(ReferenceOrder order, long lots, BigInteger amount) {
        if (order.isByAmount && !order.isResting) order.amountLeft = order.amountLeft.subtract(amount);
        else order.openLots -= lots;
        if (order.isResting && order.openLots == 0) resting.remove(order);
    }

    /** A market order that holds what the book asked for spends its hold down. */
    private static boolean holdsItsPlan(ReferenceOrder order) {
        return !order.isResting && (order.isByAmount ? !order.isBuy : order.isBuy && order.priceTicks == 0);
    }

    /** Brings the hold down to what is open now; what was not spent of the difference becomes available. */
    private BigInteger release(ReferenceOrder order, BigInteger spent) {
        BigInteger after = holdsItsPlan(order) && !order.isDone() ? order.hold.subtract(spent) : holdOf(order);
        BigInteger freed = order.hold.subtract(after);
        order.hold = order.hold.subtract(freed);
        ledger.hold(order.account, order.heldAsset, freed.negate());
        if (freed.compareTo(spent) < 0) throw new IllegalStateException("release below zero: order=" + order.number);
        return freed.subtract(spent);
    }

    /** Each fee brings the sum of the order's fees to its exact fees, rounded up; an unpaid rebate is not owed later. */
    private BigInteger charge(ReferenceOrder order, BigInteger notional, BigInteger base, EventLines caps) {
        Command.ListInstrument terms = order.instrument.terms;
        boolean isInBase = order.isBuy && !order.instrument.feesInQuote;
        BigInteger received = isInBase ? base : notional;
        int asset = isInBase ? terms.baseAsset() : terms.quoteAsset();
        int rate = order.isResting ? terms.makerFeeRate() : terms.takerFeeRate();
        order.feeRaw = order.feeRaw.add(received.multiply(big(rate)));
        BigInteger due = ceil(order.feeRaw, RATE_UNIT).subtract(order.feeCharged);
        BigInteger fee = isInBase || !order.isBuy ? due.min(received) : due;
        fee = fee.max(
                ledger.payableRebate(asset, terms.feeIncomeMayBeNegative() == 1).negate());
        order.feeCharged = order.feeCharged.add(fee);
        order.feeRaw = order.feeRaw.max(
                order.feeCharged.subtract(ONE).multiply(RATE_UNIT).add(ONE));
        ledger.move(order.account, ReferenceLedger.FEE_INCOME, asset, fee);
        if (!fee.equals(due)) caps.add("FeeCapped", trades, order.number, due, fee);
        return fee;
    }

    /** True when the taker ends by it. */
    private boolean prevent(ReferenceOrder taker, ReferenceOrder maker, long lots) {
        BigInteger makerReleased = ZERO;
        BigInteger takerReleased = ZERO;
        if (taker.mode == DECREMENT) {
            reduce(maker, lots, ZERO);
            reduce(taker, lots, taker.instrument.notional(maker.priceTicks, lots));
            makerReleased = release(maker, ZERO);
            takerReleased = holdsItsPlan(taker) ? ZERO : release(taker, ZERO);
        }
        events.add(
                "MatchPrevented",
                List.of(maker.number, taker.number, maker.priceTicks, lots, makerReleased, takerReleased),
                List.of(maker.openLots, taker.openLots, taker.instrument.number, maker.account, taker.account),
                List.of(taker.mode, taker.side));
        boolean makerEnds = taker.mode == CANCEL_OLDEST || taker.mode == CANCEL_BOTH || maker.openLots == 0;
        if (makerEnds) end("OrderExpired", maker, Reason.SELF_TRADE_PREVENTED);
        if (taker.mode == DECREMENT) return !taker.isByAmount && taker.openLots == 0;
        return taker.mode != CANCEL_OLDEST;
    }
}
