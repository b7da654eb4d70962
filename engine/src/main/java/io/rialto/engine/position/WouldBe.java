package io.rialto.engine.position;

import io.rialto.engine.admission.MarketTerms;
import io.rialto.engine.admission.Ticket;
import io.rialto.engine.book.OrderPool;
import io.rialto.engine.ledger.Balances;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.orders.OpenOrders;

/**
 * What an account would have in one instrument if an order came in and all of its orders on a side traded. Orders that only
 * reduce do not count: they make no position larger.
 *
 * <p>Quantities in lots; a sum beyond 63 bits is the greatest number. Threading: the core's thread only. Allocates nothing.
 */
public final class WouldBe {
    private final OpenOrders orders;
    private final OrderPool pool;
    private final Balances balances;
    private final Positions positions;
    private long positionLots;
    private long buysLots;
    private long sellsLots;
    /** How large the position could get, without the order, and with it. */
    private long beforeLots;

    private long afterLots;
    private boolean isReduction;

    public WouldBe(OpenOrders orders, Balances balances, Positions positions) {
        this.orders = orders;
        this.pool = orders.pool();
        this.balances = balances;
        this.positions = positions;
    }

    public void look(Ticket ticket, Instrument market) {
        positionLots = positionLots(market, ticket.account);
        addUp(ticket, market);
        long ownLots = ownLots(ticket, market);
        long oldLots = ticket.slot == OpenOrders.NONE || ticket.isReduceOnly() ? 0 : pool.openLots(ticket.slot);
        long sameSide = ticket.buys ? buysLots : sellsLots;
        beforeLots = worstLots(ticket.buys, sum(sameSide, oldLots));
        afterLots = worstLots(ticket.buys, sum(sameSide, ownLots));
        long toReduce = Math.max(0, ticket.buys ? -positionLots : positionLots);
        isReduction = ticket.isReduceOnly() || toReduce > 0 && sum(sameSide, ownLots) <= toReduce;
    }

    /** Whether it can do nothing but bring the position closer to zero. */
    public boolean isReduction() {
        return isReduction;
    }

    /** With the order. */
    public long lots() {
        return afterLots;
    }

    public boolean isLarger() {
        return afterLots > beforeLots;
    }

    /** Where positions are kept, that; elsewhere what the account owns of the base asset, in whole lots. */
    public long positionLots(Instrument market, int account) {
        if (market.tracksPositions()) return positions.lots(market.number(), account);
        int cell = balances.find(account, market.basePurse());
        return cell == Balances.NONE ? 0 : balances.total(cell) / market.lotBaseMinor();
    }

    private void addUp(Ticket ticket, Instrument market) {
        buysLots = 0;
        sellsLots = 0;
        int slot = orders.oldestOf(ticket.account);
        for (; slot != OpenOrders.NONE; slot = orders.youngerThan(slot)) {
            if (slot == ticket.slot || pool.instrument(slot) != market.number() || orders.isReduceOnly(slot)) continue;
            if (pool.sells(slot)) sellsLots = sum(sellsLots, pool.openLots(slot));
            else buysLots = sum(buysLots, pool.openLots(slot));
        }
    }

    private long ownLots(Ticket ticket, Instrument market) {
        if (ticket.isReduceOnly()) return 0;
        if (ticket.isByAmount()) return lotsFor(ticket, market);
        if (ticket.slot == OpenOrders.NONE) return ticket.quantityLots;
        return ticket.quantityLots - (pool.quantityLots(ticket.slot) - pool.openLots(ticket.slot));
    }

    /** What its amount is worth at its reference price. */
    private static long lotsFor(Ticket ticket, Instrument market) {
        long ticks = MarketTerms.reference(market, ticket.buys);
        return ticks == Instrument.NONE ? 0 : market.lotValue().lotsWithin(ticket.quoteAmountMinor, 0, ticks);
    }

    private long worstLots(boolean buys, long sameSide) {
        long bought = sumOf(positionLots, buys ? sameSide : buysLots);
        long sold = sumOf(-positionLots, buys ? sellsLots : sameSide);
        return Math.max(Math.abs(bought), Math.abs(sold));
    }

    /** Of a position to either side and lots that are not below zero. */
    private static long sumOf(long position, long lots) {
        return position < 0 ? position + lots : sum(position, lots);
    }

    private static long sum(long one, long other) {
        long sum = one + other;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }
}
