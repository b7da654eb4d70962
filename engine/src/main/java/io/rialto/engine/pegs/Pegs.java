package io.rialto.engine.pegs;

import io.rialto.engine.agenda.Consequence;
import io.rialto.engine.book.OrderPool;
import io.rialto.engine.display.PegTerms;
import io.rialto.engine.ledger.Balances;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.listing.Instruments;
import io.rialto.engine.matching.Aggressor;
import io.rialto.engine.matching.SpecialEvents;
import io.rialto.engine.orders.Holds;
import io.rialto.engine.orders.OpenOrders;
import io.rialto.engine.orders.PeggedOrders;
import io.rialto.engine.orders.Special;
import io.rialto.engine.trading.TradingDesk;
import io.rialto.protocol.OrderRepricedEncoder;
import io.rialto.protocol.Parking;
import io.rialto.protocol.Reason;
import io.rialto.protocol.frame.Frame;
import io.rialto.protocol.frame.FrameLayout;

/**
 * Lets pegged orders follow their references, in the order of their acceptance, until every one stands where it belongs.
 * A price that crosses takes. Since no reference is pegged, only trades can move one while that goes on, so it ends.
 *
 * <p>Prices in ticks, money in minor units. Threading: the core's thread only. Allocates nothing once warm.
 */
public final class Pegs implements Consequence {
    /** A move is begun only with room for it and for a few fills. */
    private static final int LAST_MOVE = FrameLayout.MAX_EVENTS - 8;

    private static final byte PEG = (byte) Parking.PEG.value();

    private final Instruments instruments;
    private final OpenOrders orders;
    private final OrderPool pool;
    private final PeggedOrders pegged;
    private final Balances balances;
    private final TradingDesk trading;
    private final PegTerms terms;
    private final PeggedMarkets markets;
    private final SpecialEvents specialEvents;
    private final Aggressor moving = new Aggressor();
    private final OrderRepricedEncoder repriced = new OrderRepricedEncoder();

    public Pegs(Instruments instruments, OpenOrders orders, Balances balances, TradingDesk trading) {
        this.instruments = instruments;
        this.orders = orders;
        this.pool = orders.pool();
        this.pegged = orders.pegged();
        this.balances = balances;
        this.trading = trading;
        this.terms = new PegTerms(orders);
        this.markets = new PeggedMarkets(instruments, orders, terms);
        this.specialEvents = new SpecialEvents(orders);
        trading.departure().knows(PEG, slot -> {});
    }

    @Override
    public boolean isPending() {
        return pegged.count() > 0 && markets.hasMoved();
    }

    @Override
    public boolean isDone(Frame frame) {
        boolean isAnyMoved = true;
        while (isAnyMoved) {
            isAnyMoved = false;
            pegged.forgetEnded();
            for (int i = 0; i < pegged.count(); i++) {
                int slot = pegged.slot(i);
                if (slot == OpenOrders.NONE || !isAstray(slot)) continue;
                if (frame.eventCount() > LAST_MOVE) return false;
                move(frame, slot);
                isAnyMoved = true;
            }
        }
        markets.settled();
        return true;
    }

    /** While trading is not continuous, a pegged order stays where it is. */
    private boolean isAstray(int slot) {
        Instrument market = instruments.get(pool.instrument(slot));
        return market.isContinuous() && terms.ticks(market, slot) != ticksNow(slot);
    }

    private long ticksNow(int slot) {
        return orders.isParked(slot) ? 0 : pool.priceTicks(slot);
    }

    private void move(Frame frame, int slot) {
        Instrument market = instruments.get(pool.instrument(slot));
        long newTicks = terms.ticks(market, slot);
        if (newTicks == 0) {
            park(frame, market, slot);
            return;
        }
        Special special = orders.special(slot);
        long holdTicks = special.capTicks == Special.NO_PRICE ? newTicks : special.capTicks;
        long openLots = pool.openLots(slot);
        long holdMinor = Holds.of(market, !pool.sells(slot), holdTicks, openLots, pool.feePrepaid(slot));
        long changeMinor = holdMinor - orders.heldMinor(market, slot);
        if (holdMinor == Holds.OVERFLOW) trading.departure().expire(frame, slot, Reason.VALUE_OVERFLOW);
        else {
            Reason missing = askForFunds(market, slot, holdTicks, changeMinor);
            if (missing != Reason.NONE) trading.departure().expire(frame, slot, missing);
            else reprice(frame, market, slot, newTicks, holdTicks, holdMinor, changeMinor);
        }
    }

    private Reason askForFunds(Instrument market, int slot, long holdTicks, long changeMinor) {
        if (market.isContract()) {
            boolean buys = !pool.sells(slot);
            long openLots = pool.openLots(slot);
            return trading.margins().coverAnew(market, pool.account(slot), buys, holdTicks, openLots, slot);
        }
        boolean isFunded = changeMinor <= balances.available(orders.payingCell(slot));
        return isFunded ? Reason.NONE : Reason.INSUFFICIENT_FUNDS;
    }

    /** What it holds it keeps. */
    private void park(Frame frame, Instrument market, int slot) {
        long heldMinor = orders.heldMinor(market, slot);
        market.book().remove(slot);
        pool.priceTicks(slot, 0);
        orders.park(slot, PEG, heldMinor);
        specialEvents.parked(frame, slot);
    }

    private void reprice(
            Frame frame, Instrument market, int slot, long newTicks, long holdTicks, long holdMinor, long changeMinor) {
        tell(frame, slot, newTicks, changeMinor);
        int cell = orders.payingCell(slot);
        balances.hold(cell, changeMinor);
        balances.verify(cell);
        if (orders.isParked(slot)) orders.unpark(slot);
        else market.book().remove(slot);
        moving.returns(pool, slot, market, orders.selfTradePrevention(slot));
        moving.limits(newTicks, pool.openLots(slot));
        moving.holdsUpTo(holdTicks);
        moving.holds(holdMinor);
        trading.arrival().meetsBook(frame, moving, true, Reason.NONE, false);
    }

    private void tell(Frame frame, int slot, long newTicks, long changeMinor) {
        frame.claimEvent(repriced)
                .order(pool.orderNumber(slot))
                .oldPriceTicks(ticksNow(slot))
                .newPriceTicks(newTicks)
                .openLots(pool.openLots(slot))
                .holdChangeMinor(changeMinor)
                .account(pool.account(slot))
                .instrument(pool.instrument(slot))
                .side(pool.side(slot));
    }
}
