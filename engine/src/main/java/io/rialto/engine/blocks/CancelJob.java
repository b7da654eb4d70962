package io.rialto.engine.blocks;

import io.rialto.engine.orders.OpenOrders;
import io.rialto.protocol.Reason;
import io.rialto.protocol.Side;

/** Which orders are to be taken out, and why. Zero leaves a number open. One object is used again and again. */
public final class CancelJob {
    private static final byte SELL = (byte) Side.SELL.value();
    static final byte ANY_SIDE = (byte) Side.NULL_VAL.value();

    int account;
    int firm;
    int trader;
    int key;
    int session;
    int instrument;
    byte side;
    long lowestTicks;
    long highestTicks;
    boolean sparesExempt;
    Reason reason;

    CancelJob begin(Reason because) {
        account = 0;
        firm = 0;
        trader = 0;
        key = 0;
        session = 0;
        instrument = 0;
        side = ANY_SIDE;
        lowestTicks = Long.MIN_VALUE;
        highestTicks = Long.MAX_VALUE;
        sparesExempt = false;
        reason = because;
        return this;
    }

    public CancelJob of(int meantAccount, int meantInstrument) {
        account = meantAccount;
        instrument = meantInstrument;
        return this;
    }

    /** Of one side alone. */
    public CancelJob thatSell(boolean areSells) {
        side = (byte) (areSells ? Side.SELL : Side.BUY).value();
        return this;
    }

    /** Orders that want to outlive their connection stay. */
    public CancelJob sparingExempt(int meantSession) {
        session = meantSession;
        sparesExempt = true;
        return this;
    }

    boolean isMeant(OpenOrders orders, int slot) {
        if (instrument != 0 && orders.pool().instrument(slot) != instrument) return false;
        if (side != ANY_SIDE && orders.pool().sells(slot) != (side == SELL)) return false;
        long ticks = orders.pool().priceTicks(slot);
        if (ticks < lowestTicks || ticks > highestTicks) return false;
        if (trader != 0 && orders.trader(slot) != trader) return false;
        if (key != 0 && orders.key(slot) != key) return false;
        if (session != 0 && orders.session(slot) != session) return false;
        return !sparesExempt || !orders.isSpecial(slot) || !orders.special(slot).isExempt;
    }
}
