package io.rialto.engine.orders;

import io.rialto.engine.listing.Instrument;
import io.rialto.protocol.OrderType;
import io.rialto.protocol.Parking;
import java.util.function.LongConsumer;

/**
 * What a special order has beyond a plain one: the terms that it asked for, and what becomes of them. One object a
 * special order, used again and again; plain orders have none.
 *
 * <p>Prices in ticks, quantities in lots, money in minor units, codes as the schema's values. The fields are open to all
 * rooms of the core, as the columns of a table are. Threading: the core's thread only.
 */
public final class Special {
    /** In place of a price that was not given. */
    public static final long NO_PRICE = Long.MIN_VALUE;

    private static final byte STOP = (byte) OrderType.STOP.value();
    private static final byte STOP_LIMIT = (byte) OrderType.STOP_LIMIT.value();
    private static final byte TAKE_PROFIT = (byte) OrderType.TAKE_PROFIT.value();
    private static final byte TAKE_PROFIT_LIMIT = (byte) OrderType.TAKE_PROFIT_LIMIT.value();
    private static final byte TRAILING_STOP = (byte) OrderType.TRAILING_STOP.value();
    private static final byte TRAILING_STOP_LIMIT = (byte) OrderType.TRAILING_STOP_LIMIT.value();

    private static final byte AUCTION = (byte) Parking.AUCTION.value();

    private static final Special PLAIN = plain();

    // The terms, as asked.
    public long triggerTicks;
    public long activationTicks;
    public long trailingTicks;
    public long displayLots;
    public long displayRangeLots;
    public long minQuantityLots;
    public long pegOffsetTicks;
    public long expireTimeNanos;
    public int trailingBps;
    public byte triggerSource;
    public byte pegReference;
    public boolean isHidden;
    public boolean isAllOrNone;
    public boolean isReduceOnly;
    public boolean isExempt;
    public byte type;
    public byte timeInForce;

    // What became of them.
    /** For what it waits outside of the book, or 0. */
    public byte parking;

    /** Whether its hold follows from its price: in the book, and while it only waits for an auction. */
    public boolean holdsByPrice() {
        return parking == 0 || parking == AUCTION;
    }

    /** What it holds while it is parked; once in the book its hold follows from its price and what is open. */
    public long parkedHoldMinor;

    /** The price that it holds by while it rests, when that is not its own; else {@link #NO_PRICE}. */
    public long capTicks;

    /** Of an iceberg in the book: what is left of its peak, and under which number market data knows it. */
    public long shownLots;

    public long publicOrder;

    // Not part of the state: where it counts as unusual, and which course along the book last queued it again.
    Instrument unusualIn;
    public long queuedAgainIn;

    public boolean isIceberg() {
        return displayLots != 0;
    }

    /** Whether plain matching would not do justice to it. */
    public boolean isUnusual() {
        return hasOwnSize() || pegReference != 0 || isReduceOnly;
    }

    /** Whether not just any part of it can be shown, or traded. */
    public boolean hasOwnSize() {
        return isIceberg() || isHidden || isAllOrNone || minQuantityLots != 0;
    }

    /** The least that it trades at once, of what is open. */
    public long leastLots(long openLots) {
        return isAllOrNone ? openLots : Math.min(minQuantityLots, openLots);
    }

    // Of an order that waits, or waited, for its trigger.
    /** Where it is elected now: its trigger, or a trailing stop's. */
    public long stopTicks;

    /** The price that a buyer holds by while he waits. */
    public long waitingHoldTicks;

    /** Its turn among those whom the same price elects. */
    public long electionSequence;

    /** The price that elected it. */
    public long electedByTicks;

    /** It left the waiting and stands in the line of the elected. */
    public boolean isElected;

    /** Where it stands there or here; follows from the rest of the state. */
    public int triggerPlace;

    // Of a trailing stop.
    /** How far it has come: a state that the room of trailing stops gives it; at first 0. */
    public byte trailState;

    /** When it became active, among all of its side; where it stands among those follows from the rest of the state. */
    public long trailStamp;

    public int trailChild;
    public int trailNext;
    public int trailBefore;

    public boolean isTrailing() {
        return type == TRAILING_STOP || type == TRAILING_STOP_LIMIT;
    }

    /** Whether it first waits for a price. */
    public boolean isTriggered() {
        return type >= STOP && type <= TRAILING_STOP_LIMIT;
    }

    /** Of a triggered order: whether its election makes a limit order of it, else a market order. */
    public boolean becomesLimit() {
        return type == STOP_LIMIT || type == TAKE_PROFIT_LIMIT || type == TRAILING_STOP_LIMIT;
    }

    /** Of a triggered order: whether a price at or above its trigger elects it, else one at or below. */
    public boolean waitsForRise(boolean buys) {
        boolean takesProfit = type == TAKE_PROFIT || type == TAKE_PROFIT_LIMIT;
        return buys != takesProfit;
    }

    /** The list that it is a leg of, by its place among the lists; 0 is none. */
    public int list;

    /** Which of its legs, counted from 0. */
    public byte leg;

    /** A market maker's quote. */
    public boolean isQuote;

    private static Special plain() {
        Special plain = new Special();
        plain.triggerTicks = NO_PRICE;
        plain.activationTicks = NO_PRICE;
        return plain;
    }

    /** None but what every order has. */
    public void clear(byte asType, byte asTimeInForce) {
        begin(PLAIN);
        type = asType;
        timeInForce = asTimeInForce;
    }

    /** Takes over the terms, and has no story yet. */
    public void begin(Special asked) {
        triggerTicks = asked.triggerTicks;
        activationTicks = asked.activationTicks;
        trailingTicks = asked.trailingTicks;
        displayLots = asked.displayLots;
        displayRangeLots = asked.displayRangeLots;
        minQuantityLots = asked.minQuantityLots;
        pegOffsetTicks = asked.pegOffsetTicks;
        expireTimeNanos = asked.expireTimeNanos;
        trailingBps = asked.trailingBps;
        triggerSource = asked.triggerSource;
        pegReference = asked.pegReference;
        isHidden = asked.isHidden;
        isAllOrNone = asked.isAllOrNone;
        isReduceOnly = asked.isReduceOnly;
        isExempt = asked.isExempt;
        type = asked.type;
        timeInForce = asked.timeInForce;
        parking = 0;
        parkedHoldMinor = 0;
        capTicks = NO_PRICE;
        shownLots = 0;
        publicOrder = 0;
        unusualIn = null;
        queuedAgainIn = 0;
        stopTicks = 0;
        waitingHoldTicks = 0;
        electionSequence = 0;
        electedByTicks = 0;
        isElected = false;
        triggerPlace = 0;
        trailState = 0;
        trailStamp = 0;
        trailChild = OpenOrders.NONE;
        trailNext = OpenOrders.NONE;
        trailBefore = OpenOrders.NONE;
        list = 0;
        leg = 0;
        isQuote = false;
    }

    /** Everything that can change a later decision, in a fixed order. */
    public void visit(LongConsumer state) {
        state.accept(triggerTicks);
        state.accept(activationTicks);
        state.accept(trailingTicks);
        state.accept(displayLots);
        state.accept(displayRangeLots);
        state.accept(minQuantityLots);
        state.accept(pegOffsetTicks);
        state.accept(expireTimeNanos);
        state.accept(trailingBps);
        state.accept(triggerSource << 16 | pegReference << 8 | type);
        state.accept((isHidden ? 1 : 0) | (isAllOrNone ? 2 : 0) | (isReduceOnly ? 4 : 0) | (isExempt ? 8 : 0));
        state.accept(trailState << 16 | timeInForce << 8 | parking);
        state.accept(parkedHoldMinor);
        state.accept(capTicks);
        state.accept(shownLots);
        state.accept(publicOrder);
        state.accept(stopTicks);
        state.accept(waitingHoldTicks);
        state.accept(electionSequence);
        state.accept(isElected ? electedByTicks : 0);
        state.accept(isQuote ? -1 : (long) list << 8 | leg);
    }
}
