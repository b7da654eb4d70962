package io.rialto.bench.workload;

import static io.rialto.engine.book.OrderPool.NONE;

import io.rialto.engine.book.Book;
import io.rialto.engine.book.LevelPool;
import io.rialto.engine.book.OrderPool;
import io.rialto.protocol.Side;

/**
 * Drives the bare book with a workload, one message after another, and logs its reports.
 *
 * <p>The client's id rests in the order's hot line, where a venue keeps account and instrument.
 *
 * <p>Threading: one thread. Once a first run has shown how much there is, a run allocates nothing.
 * <p>Errors: a new order under the id of a resting one is a fault of the file, {@link IllegalArgumentException}.
 */
final class WorkloadBook {
    private static final int FIRST_ORDERS = 1 << 12;

    private final OrderPool orders = new OrderPool(FIRST_ORDERS);
    private final Book book = new Book(orders, new LevelPool(orders, 64));
    private final IdSlots ids;
    private final ReportLog log;
    private long serial;

    WorkloadBook(Workload workload, ReportLog log) {
        this.ids = new IdSlots(denseIds(workload));
        this.log = log;
    }

    void play(Workload workload) {
        int count = workload.count();
        for (int i = 0; i < count; i++) {
            switch (workload.type(i)) {
                case Workload.NEW -> submit(workload, i);
                case Workload.CANCEL -> cancel(workload.sequence(i), workload.orderId(i));
                default -> modify(workload, i);
            }
        }
    }

    /** Takes every order out; the memory stays. */
    void clear() {
        for (Side side : new Side[] {Side.BUY, Side.SELL}) {
            for (int slot = book.best(side); slot != NONE; slot = book.best(side)) book.remove(slot);
        }
        orders.clear();
        ids.clear();
        log.clear();
    }

    Book book() {
        return book;
    }

    private void submit(Workload workload, int index) {
        long sequence = workload.sequence(index);
        long id = workload.orderId(index);
        boolean sells = workload.sells(index);
        long ticks = workload.priceTicks(index);
        long quantity = workload.quantity(index);
        log.accepted(sequence, sells, id, ticks, quantity);
        long open = take(sequence, id, side(sells), ticks, quantity);
        if (open == 0) return;
        if (workload.isImmediate(index)) log.cancelled(sequence, sells, id, ticks);
        else rest(sequence, id, orders.claim(++serial), side(sells), ticks, open);
    }

    private void cancel(long sequence, long id) {
        int slot = ids.slotOf(id);
        if (slot == NONE) {
            log.refused(sequence, ReportLog.CANCEL_REFUSED, id);
            return;
        }
        log.cancelled(sequence, orders.sells(slot), id, orders.priceTicks(slot));
        book.remove(slot);
        end(id, slot);
    }

    private void modify(Workload workload, int index) {
        long sequence = workload.sequence(index);
        long id = workload.orderId(index);
        int slot = ids.slotOf(id);
        if (slot == NONE) {
            log.refused(sequence, ReportLog.MODIFY_REFUSED, id);
            return;
        }
        long ticks = workload.priceTicks(index);
        long quantity = workload.quantity(index);
        boolean sells = orders.sells(slot);
        book.remove(slot);
        long open = take(sequence, id, side(sells), ticks, quantity);
        log.modified(sequence, sells, id, ticks, quantity);
        if (open == 0) {
            end(id, slot);
        } else {
            orders.terms(slot, side(sells), ticks, open);
            book.rest(slot);
        }
    }

    private void rest(long sequence, long id, int slot, Side side, long ticks, long open) {
        if (ids.slotOf(id) != NONE) {
            throw new IllegalArgumentException(
                    "an id is free again only when its order has ended: sequence=" + sequence + " orderId=" + id);
        }
        orders.terms(slot, side, ticks, open);
        orders.owner(slot, (int) id, (int) (id >>> 32));
        book.rest(slot);
        ids.put(id, slot);
    }

    /** Trades up to the limit; answers what is left. */
    private long take(long sequence, long takerId, Side side, long limitTicks, long quantity) {
        long open = quantity;
        Side resting = side == Side.BUY ? Side.SELL : Side.BUY;
        while (open > 0 && book.crosses(side, limitTicks)) {
            int maker = book.best(resting);
            long traded = Math.min(open, orders.openLots(maker));
            open -= traded;
            long makerId = idOf(maker);
            log.trade(sequence, orders.priceTicks(maker), traded, makerId, takerId);
            if (book.fill(maker, traded)) end(makerId, maker);
        }
        return open;
    }

    private void end(long id, int slot) {
        orders.free(slot);
        ids.remove(id);
    }

    private long idOf(int slot) {
        return orders.account(slot) & 0xFFFF_FFFFL | (long) orders.instrument(slot) << 32;
    }

    private static Side side(boolean sells) {
        return sells ? Side.SELL : Side.BUY;
    }

    /** Room for all ids when they are dense; of sparse ones only the lower part is worth an array. */
    private static int denseIds(Workload workload) {
        int bound = (int) Math.min(1 << 28, 4L * workload.count() + 1_024);
        long highest = 0;
        for (int i = 0; i < workload.count(); i++) {
            long id = workload.orderId(i);
            if (id < bound) highest = Math.max(highest, id);
        }
        return (int) highest + 1;
    }
}
