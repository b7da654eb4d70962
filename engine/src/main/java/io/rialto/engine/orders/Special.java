package io.rialto.engine.orders;

import io.rialto.engine.listing.Instrument;
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
        return isIceberg() || isHidden || isAllOrNone || minQuantityLots != 0 || pegReference != 0;
    }

    /** The least that it trades at once, of what is open. */
    public long leastLots(long openLots) {
        return isAllOrNone ? openLots : Math.min(minQuantityLots, openLots);
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
        state.accept(timeInForce << 8 | parking);
        state.accept(parkedHoldMinor);
        state.accept(capTicks);
        state.accept(shownLots);
        state.accept(publicOrder);
    }
}
