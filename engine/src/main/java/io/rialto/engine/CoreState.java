package io.rialto.engine;

import io.rialto.engine.book.Book;
import io.rialto.engine.book.OrderPool;
import io.rialto.engine.ledger.Balances;
import io.rialto.engine.listing.Codes;
import io.rialto.protocol.InstrumentParameter;
import io.rialto.protocol.Phase;
import io.rialto.protocol.Side;

/** The state as others may see it. */
final class CoreState implements StateView {
    private static final int CODE_WORDS = 2;
    private static final int SYMBOL_WORDS = 4;

    private final Rooms rooms;

    CoreState(Rooms rooms) {
        this.rooms = rooms;
    }

    @Override
    public long totalMinor(int account, int asset) {
        int cell = rooms.balances.find(account, asset);
        return cell == Balances.NONE ? 0 : rooms.balances.total(cell);
    }

    @Override
    public long heldMinor(int account, int asset) {
        int cell = rooms.balances.find(account, asset);
        return cell == Balances.NONE ? 0 : rooms.balances.held(cell);
    }

    @Override
    public long positionLots(int account, int instrument) {
        return rooms.positions().lots(instrument, account);
    }

    @Override
    public long costMinor(int account, int instrument) {
        return rooms.positions().costMinor(instrument, account);
    }

    @Override
    public long marginMinor(int account, int asset) {
        return totalMinor(account, asset | Balances.MARGIN);
    }

    @Override
    public long equityMinor(int account, int asset) {
        return rooms.margins().equityMinor(account, asset | Balances.MARGIN);
    }

    @Override
    public long positionMarginMinor(int account, int instrument) {
        return totalMinor(account, Balances.isolatedPurse(instrument));
    }

    @Override
    public long requiredMinor(int account, int asset) {
        return rooms.margins().requiredMinor(account, asset);
    }

    @Override
    public long bestTicks(int instrument, Side side) {
        if (!rooms.instruments.isListed(instrument)) return 0;
        Book book = rooms.instruments.get(instrument).book();
        return book.isEmpty(side) ? 0 : book.bestTicks(side);
    }

    @Override
    public long lastTradeTicks(int instrument) {
        return rooms.instruments.isListed(instrument)
                ? rooms.instruments.get(instrument).lastTradeTicks()
                : 0;
    }

    @Override
    public Phase phase(int instrument) {
        if (!rooms.instruments.isListed(instrument)) return Phase.CONTINUOUS;
        return Phase.get(rooms.instruments.get(instrument).phase());
    }

    @Override
    public long parameter(int instrument, InstrumentParameter parameter) {
        boolean isListed = rooms.instruments.isListed(instrument);
        return isListed ? rooms.instruments.get(instrument).parameter(parameter) : NO_PARAMETER;
    }

    @Override
    public void depth(int instrument, Side side, int levels, LevelVisitor visitor) {
        if (rooms.instruments.isListed(instrument)) {
            rooms.instruments.get(instrument).book().depth(side, levels, visitor::level);
        }
    }

    @Override
    public void displayed(int instrument, Side side, int levels, LevelVisitor visitor) {
        if (!rooms.instruments.isListed(instrument)) return;
        Book book = rooms.instruments.get(instrument).book();
        long ticks = 0;
        long lots = 0;
        int orders = 0;
        int told = 0;
        for (int slot = book.best(side); slot != OrderPool.NONE && told < levels; slot = book.next(slot)) {
            long shown = shownLots(slot);
            if (shown <= 0) continue;
            if (orders > 0 && rooms.orders.pool().priceTicks(slot) != ticks) {
                visitor.level(ticks, lots, orders);
                told++;
                lots = 0;
                orders = 0;
            }
            ticks = rooms.orders.pool().priceTicks(slot);
            lots += shown;
            orders++;
        }
        if (orders > 0 && told < levels) visitor.level(ticks, lots, orders);
    }

    private long shownLots(int slot) {
        if (rooms.orders.isHidden(slot)) return 0;
        return rooms.orders.isIceberg(slot)
                ? rooms.orders.special(slot).shownLots
                : rooms.orders.pool().openLots(slot);
    }

    @Override
    public void ordersOf(int account, OwnOrderVisitor visitor) {
        OrderPool pool = rooms.orders.pool();
        for (int slot = 0; slot < pool.usedSlots(); slot++) {
            if (!pool.isClaimed(slot) || pool.account(slot) != account) continue;
            visitor.order(
                    pool.orderNumber(slot),
                    pool.instrument(slot),
                    pool.side(slot),
                    pool.priceTicks(slot),
                    pool.openLots(slot),
                    !rooms.orders.isParked(slot));
        }
    }

    @Override
    public void openOrders(int instrument, Side side, OrderVisitor visitor) {
        if (!rooms.instruments.isListed(instrument)) return;
        Book book = rooms.instruments.get(instrument).book();
        OrderPool pool = rooms.orders.pool();
        for (int slot = book.best(side); slot != OrderPool.NONE; slot = book.next(slot)) {
            visitor.order(pool.orderNumber(slot), pool.account(slot), pool.priceTicks(slot), pool.openLots(slot));
        }
    }

    @Override
    public long extremeTicks(long order) {
        int slot = rooms.orders.pool().slotOf(order);
        return slot == OrderPool.NONE ? 0 : rooms.triggers.extremeTicks(slot);
    }

    @Override
    public boolean isQuote(long order) {
        int slot = rooms.orders.pool().slotOf(order);
        return slot != OrderPool.NONE && rooms.orders.isSpecial(slot) && rooms.orders.special(slot).isQuote;
    }

    @Override
    public int assetNumber(String code) {
        return rooms.assets.numberOf(Codes.words(code, CODE_WORDS));
    }

    @Override
    public int instrumentNumber(String symbol) {
        return rooms.instruments.numberOf(Codes.words(symbol, SYMBOL_WORDS));
    }

    @Override
    public int assetCount() {
        return rooms.assets.count();
    }

    @Override
    public int instrumentCount() {
        return rooms.instruments.count();
    }

    @Override
    public int accountCount() {
        return rooms.accounts.count();
    }

    @Override
    public int openOrderCount() {
        return rooms.orders.pool().openOrders();
    }

    @Override
    public long tradeCount() {
        return rooms.trading.lastTrade();
    }
}
