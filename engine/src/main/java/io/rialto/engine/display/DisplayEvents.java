package io.rialto.engine.display;

import io.rialto.engine.book.OrderPool;
import io.rialto.engine.orders.OpenOrders;
import io.rialto.protocol.OrderDisplayedEncoder;
import io.rialto.protocol.OrderHiddenEncoder;
import io.rialto.protocol.frame.Frame;

/** Writes what icebergs and hidden orders do in the book. Allocates nothing. */
final class DisplayEvents {
    private final OpenOrders orders;
    private final OrderPool pool;
    private final OrderDisplayedEncoder displayed = new OrderDisplayedEncoder();
    private final OrderHiddenEncoder hidden = new OrderHiddenEncoder();

    DisplayEvents(OpenOrders orders) {
        this.orders = orders;
        this.pool = orders.pool();
    }

    void displayed(Frame frame, int slot) {
        frame.claimEvent(displayed)
                .order(pool.orderNumber(slot))
                .publicOrder(orders.special(slot).publicOrder)
                .priceTicks(pool.priceTicks(slot))
                .displayedLots(orders.special(slot).shownLots)
                .openLots(pool.openLots(slot))
                .account(pool.account(slot))
                .instrument(pool.instrument(slot))
                .side(pool.side(slot));
    }

    void hidden(Frame frame, int slot) {
        frame.claimEvent(hidden)
                .order(pool.orderNumber(slot))
                .priceTicks(pool.priceTicks(slot))
                .openLots(pool.openLots(slot))
                .account(pool.account(slot))
                .instrument(pool.instrument(slot))
                .side(pool.side(slot));
    }
}
