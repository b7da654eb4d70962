package io.rialto.engine;

import io.rialto.engine.book.Book;
import io.rialto.engine.book.OrderPool;
import io.rialto.engine.orders.OpenOrders;
import io.rialto.protocol.Side;

/** What everybody may see of a book: no hidden orders, and of icebergs their peaks. */
public final class VisibleBook {
    private VisibleBook() {}

    /** Levels of one side, best first. */
    public static void levels(Core core, int instrument, Side side, StateView.LevelVisitor visitor) {
        Book book = core.rooms.instruments.get(instrument).book();
        OrderPool pool = core.rooms.orders.pool();
        long ticks = 0;
        long lots = 0;
        int orders = 0;
        for (int slot = book.best(side); slot != OrderPool.NONE; slot = book.next(slot)) {
            long shown = shownLots(core.rooms.orders, slot);
            if (shown <= 0) continue;
            if (orders > 0 && pool.priceTicks(slot) != ticks) {
                visitor.level(ticks, lots, orders);
                lots = 0;
                orders = 0;
            }
            ticks = pool.priceTicks(slot);
            lots += shown;
            orders++;
        }
        if (orders > 0) visitor.level(ticks, lots, orders);
    }

    private static long shownLots(OpenOrders orders, int slot) {
        if (orders.isHidden(slot)) return 0;
        return orders.isIceberg(slot)
                ? orders.special(slot).shownLots
                : orders.pool().openLots(slot);
    }
}
