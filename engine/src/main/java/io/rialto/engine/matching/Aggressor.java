package io.rialto.engine.matching;

import io.rialto.engine.book.OrderPool;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.orders.Holds;
import io.rialto.engine.orders.OpenOrders;
import io.rialto.protocol.Side;

/**
 * The order that arrives: one object, used again for every arrival.
 *
 * <p>Its hold is either a function of its price and its open lots, or, for a market order without one, an amount that is
 * spent down. Prices in ticks, quantities in lots, money in minor units. Threading: the core's thread only.
 */
public final class Aggressor {
    /** Open lots of an order by quote amount: as many as the amount affords. */
    private static final long BY_AMOUNT = Long.MAX_VALUE;

    Instrument instrument;
    int account;
    int ownerGroup;
    byte prevention;
    boolean buys;
    int baseCell;
    int quoteCell;
    long priceTicks;
    long limitTicks;
    long holdTicks;
    long quantityLots;
    long openLots;
    boolean isByAmount;
    long amountLeftMinor;
    boolean holdsByPrice;
    long holdMinor;
    int feePrepaid;
    long tradedTicks;
    int slot;
    long order;

    /** Whose it is and where it goes. */
    public void arrives(Instrument market, boolean isBuy, int owner, int group, byte mode, int base, int quote) {
        instrument = market;
        buys = isBuy;
        account = owner;
        ownerGroup = group;
        prevention = mode;
        baseCell = base;
        quoteCell = quote;
        feePrepaid = 0;
        tradedTicks = 0;
        isByAmount = false;
        amountLeftMinor = 0;
        slot = OpenOrders.NONE;
        order = 0;
    }

    /** Trades no worse than this price, and holds by it. */
    public void limits(long ticks, long lots) {
        priceTicks = ticks;
        limitTicks = ticks;
        holdTicks = ticks;
        quantityLots = lots;
        openLots = lots;
        holdsByPrice = true;
    }

    /** What is left of it is a limit order from now on. */
    public void goesOnAt(long ticks) {
        priceTicks = ticks;
        limitTicks = ticks;
        holdTicks = ticks;
        holdsByPrice = true;
    }

    /** The price of its last trade since it arrived; 0 before the first. */
    public long tradedTicks() {
        return tradedTicks;
    }

    /** Holds by this price instead of its limit: a cap that it may be priced up to. */
    public void holdsUpTo(long capTicks) {
        holdTicks = capTicks;
    }

    /** Goes on with less than it asked for; what it came with is said until it is {@link #clippedTo}. */
    public void reducesBy(long lots) {
        openLots = lots;
    }

    /** Came with less than it asked for. */
    public void clippedTo(long lots) {
        quantityLots = lots;
    }

    /** Trades at any price; a buyer holds an amount, a seller his lots. */
    public void takesAnyPrice(long lots) {
        priceTicks = 0;
        holdTicks = 0;
        limitTicks = buys ? Long.MAX_VALUE : 0;
        quantityLots = lots;
        openLots = lots;
        holdsByPrice = !buys || instrument.isContract();
    }

    /** Trades for as much as this, down to the limit that was set. */
    public void spendsOrRaises(long amountMinor) {
        openLots = BY_AMOUNT;
        isByAmount = true;
        amountLeftMinor = amountMinor;
        holdsByPrice = false;
    }

    /** Comes back out of the book on new terms. */
    public void returns(OrderPool pool, int fromSlot, Instrument market, byte mode) {
        boolean isBuy = !pool.sells(fromSlot);
        int base = pool.baseBalance(fromSlot);
        int quote = pool.quoteBalance(fromSlot);
        arrives(market, isBuy, pool.account(fromSlot), pool.tradeGroup(fromSlot), mode, base, quote);
        feePrepaid = pool.feePrepaid(fromSlot);
        slot = fromSlot;
        order = pool.orderNumber(fromSlot);
    }

    /** Stands in its book and trades from there, at its limit or better: what an uncross does. */
    public void standsIn(OpenOrders orders, int atSlot, Instrument market) {
        returns(orders.pool(), atSlot, market, orders.selfTradePrevention(atSlot));
        limits(orders.pool().priceTicks(atSlot), orders.pool().openLots(atSlot));
        holdsUpTo(orders.holdTicks(atSlot));
        holds(orders.heldMinor(market, atSlot));
    }

    public void accepted(int asSlot, long asOrder) {
        slot = asSlot;
        order = asOrder;
    }

    public void holds(long amountMinor) {
        holdMinor = amountMinor;
    }

    /** The hold that the terms ask for, in the asset that it pays with, or {@link Holds#OVERFLOW}. */
    public long holdByPrice() {
        return Holds.of(instrument, buys, holdTicks, openLots, feePrepaid);
    }

    public long holdMinor() {
        return holdMinor;
    }

    /** 0 for none. */
    public long priceTicks() {
        return priceTicks;
    }

    /** The worst price that it may trade at, or could be priced up to; 0 for none. */
    public long holdTicks() {
        return holdTicks;
    }

    /** 0 for an order by quote amount. */
    public long openLots() {
        return isByAmount ? 0 : openLots;
    }

    /** What it came with. */
    public long quantityLots() {
        return quantityLots;
    }

    public int slot() {
        return slot;
    }

    public long order() {
        return order;
    }

    public int account() {
        return account;
    }

    public Instrument instrument() {
        return instrument;
    }

    public byte selfTradePrevention() {
        return prevention;
    }

    public boolean isByAmount() {
        return isByAmount;
    }

    public boolean buys() {
        return buys;
    }

    public Side side() {
        return buys ? Side.BUY : Side.SELL;
    }

    /** The cell that it pays from. */
    public int payingCell() {
        return buys ? quoteCell : baseCell;
    }

    /** Fills in the record with what rests. */
    public void restsIn(OrderPool pool) {
        pool.terms(slot, side(), priceTicks, openLots);
        pool.owner(slot, account, instrument.number());
        pool.balances(slot, baseCell, quoteCell);
        pool.tradeGroup(slot, ownerGroup);
        pool.feePrepaid(slot, feePrepaid);
    }

    boolean accepts(long makerTicks) {
        return buys ? makerTicks <= limitTicks : makerTicks >= limitTicks;
    }

    /** An order by amount that has spent or raised it to the last unit. */
    boolean isSpent() {
        return isByAmount && amountLeftMinor == 0;
    }

    /** How many lots it could still take at a price. */
    long wants(long makerTicks) {
        return isByAmount ? affords(amountLeftMinor, makerTicks) : openLots;
    }

    long affords(long amountMinor, long makerTicks) {
        boolean paysFeeOnTop = buys && instrument.feesInQuote();
        int rate = paysFeeOnTop ? Math.max(0, instrument.charges().takerRate(account)) : 0;
        return instrument.lotValue().lotsWithin(amountMinor, rate, makerTicks);
    }
}
