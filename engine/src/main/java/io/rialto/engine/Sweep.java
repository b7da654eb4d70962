package io.rialto.engine;

import io.rialto.engine.book.Book;
import io.rialto.engine.book.OrderPool;
import io.rialto.engine.ledger.Balances;
import io.rialto.engine.listing.Accounts;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.orders.OpenOrders;
import io.rialto.engine.orders.Special;
import io.rialto.protocol.Side;

/** Walks the whole state and holds it against the rules that every command must leave true. */
final class Sweep {
    private final Rooms rooms;
    private final OrderPool pool;
    private final long[] heldMinor;
    private int restingOrders;
    private int parkedOrders;

    Sweep(Rooms rooms) {
        this.rooms = rooms;
        this.pool = rooms.orders.pool();
        this.heldMinor = new long[rooms.balances.cellCount()];
    }

    void verify() {
        rooms.balances.verifyAll(rooms.assets.count());
        for (int number = 1; number <= rooms.instruments.count(); number++) book(rooms.instruments.get(number));
        rooms.transfers.visitPending((number, isWithdrawal, account, asset, amountMinor) -> {
            if (isWithdrawal) heldMinor[rooms.balances.find(account, asset)] += amountMinor;
        });
        positions();
        clearing();
        obligations();
        accountLists();
        rooms.lists.lists().visitLegs(this::leg);
        int openOrders = restingOrders + parkedOrders;
        require(openOrders == pool.openOrders(), "every open order rests or is parked", openOrders, pool.openOrders());
        holds();
    }

    /** What one bought another sold; and no more stands to reduce a position than there is of it. */
    private void positions() {
        for (int number = 1; number <= rooms.instruments.count(); number++) {
            Instrument market = rooms.instruments.get(number);
            long sum = rooms.positions().sumOfLots(market) + rooms.contracts.closedLots(market);
            require(sum == 0, "positions add up to nothing", sum, number);
        }
    }

    /** What positions in contracts were sold for, less what they were bought for, is with the clearing account; closed ones at their price. */
    private void clearing() {
        for (int asset = 1; asset <= rooms.assets.count(); asset++) {
            long costs = 0;
            for (int number = 1; number <= rooms.instruments.count(); number++) {
                Instrument market = rooms.instruments.get(number);
                boolean isSettledIn = market.isContract() && market.quoteAsset() == asset;
                if (isSettledIn) costs += rooms.positions().sumOfCosts(market) + rooms.contracts.closedMinor(market);
            }
            int cell = rooms.balances.find(Accounts.CLEARING, asset | Balances.MARGIN);
            long cleared = cell == Balances.NONE ? 0 : rooms.balances.total(cell);
            require(cleared == -costs, "the clearing account has what positions cost", cleared, -costs);
        }
    }

    /** What is to be received less what is to be delivered is with the clearing account. */
    private void obligations() {
        long[] owed = new long[rooms.assets.count() + 1];
        rooms.settlement.obligations().visit((account, base, quote, baseMinor, quoteMinor, baseHeld, quoteHeld) -> {
            owed[base] += baseMinor;
            owed[quote] += quoteMinor;
            if (baseHeld != 0) heldMinor[rooms.balances.find(account, base)] += baseHeld;
            if (quoteHeld != 0) heldMinor[rooms.balances.find(account, quote)] += quoteHeld;
        });
        for (int asset = 1; asset < owed.length; asset++) {
            int cell = rooms.balances.find(Accounts.CLEARING, asset);
            long cleared = cell == Balances.NONE ? 0 : rooms.balances.total(cell);
            require(cleared == owed[asset], "the clearing account has what is owed", cleared, owed[asset]);
        }
    }

    private void book(Instrument market) {
        Book book = market.book();
        book.check();
        int bid = bestOfAnySize(book, Side.BUY);
        int ask = bestOfAnySize(book, Side.SELL);
        boolean hasBoth = bid != OrderPool.NONE && ask != OrderPool.NONE;
        if (market.isContinuous() && hasBoth) {
            boolean isSound = pool.priceTicks(bid) < pool.priceTicks(ask);
            require(isSound, "a book is not crossed", pool.priceTicks(bid), pool.priceTicks(ask));
        }
        side(market, Side.BUY);
        side(market, Side.SELL);
    }

    private void side(Instrument market, Side side) {
        Book book = market.book();
        for (int slot = book.best(side); slot != OrderPool.NONE; slot = book.next(slot)) {
            restingOrders++;
            long openLots = pool.openLots(slot);
            require(openLots <= pool.quantityLots(slot), "open is within the total", openLots, pool.quantityLots(slot));
            boolean buys = side == Side.BUY;
            int cell = buys ? pool.quoteBalance(slot) : pool.baseBalance(slot);
            int purse = buys ? market.quotePurse() : market.basePurse();
            int expected = rooms.balances.find(pool.account(slot), purse);
            require(cell == expected, "an order knows its balance", cell, expected);
            heldMinor[cell] += rooms.orders.heldMinor(market, slot);
        }
    }

    /** Orders that trade only much at once may stand where smaller ones cannot reach them. */
    private int bestOfAnySize(Book book, Side side) {
        int slot = book.best(side);
        while (slot != OrderPool.NONE && rooms.orders.leastLots(slot) > 0) slot = book.next(slot);
        return slot;
    }

    private void holds() {
        Balances balances = rooms.balances;
        for (int cell = 0; cell < heldMinor.length; cell++) {
            require(balances.held(cell) == heldMinor[cell], "held is the sum of holds", balances.held(cell), cell);
        }
    }

    private void accountLists() {
        OpenOrders orders = rooms.orders;
        int listed = 0;
        for (int i = 0; i < rooms.accounts.count(); i++) {
            int account = Accounts.FIRST + i;
            long before = 0;
            for (int slot = orders.oldestOf(account); slot != OpenOrders.NONE; slot = orders.youngerThan(slot)) {
                long serial = pool.orderNumber(slot) >>> OrderPool.SLOT_BITS;
                require(pool.account(slot) == account, "an account lists its own orders", slot, account);
                require(serial > before, "an account's orders are listed oldest first", serial, before);
                before = serial;
                if (orders.isParked(slot)) parked(slot);
                else listed++;
            }
        }
        require(listed == restingOrders, "every resting order is listed with its account", listed, restingOrders);
    }

    private void parked(int slot) {
        parkedOrders++;
        Instrument market = rooms.instruments.get(pool.instrument(slot));
        require(!market.book().isResting(slot), "a parked order rests nowhere", slot, pool.openOrders());
        heldMinor[rooms.orders.payingCell(slot)] += rooms.orders.heldMinor(market, slot);
    }

    /** A list and its leg know each other, and a child that waits for its parent holds nothing. */
    private void leg(int list, int leg, int slot, boolean isPending) {
        Special special = rooms.orders.special(slot);
        require(special.list == list && special.leg == leg, "a leg knows its list", special.list, list);
        require(!isPending || special.parkedHoldMinor == 0, "a child holds nothing", special.parkedHoldMinor, slot);
    }

    private static void require(boolean holds, String rule, long value, long other) {
        if (!holds) throw new BrokenInvariant(rule + ": " + value + " against " + other);
    }
}
