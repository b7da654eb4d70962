package io.rialto.engine;

import io.rialto.engine.book.Book;
import io.rialto.engine.book.OrderPool;
import io.rialto.engine.ledger.Balances;
import io.rialto.engine.listing.Accounts;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.listing.InstrumentTerms;
import io.rialto.engine.orders.OpenOrders;
import io.rialto.protocol.Side;
import io.rialto.protocol.frame.Xxh64;
import java.util.Arrays;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Hashes everything that can change a later decision, field by field in a fixed order; what a table keeps in the order
 * of hashes is sorted first.
 *
 * <p>The bytes are hashed in blocks, each beginning with the hash of the one before. Allocates; not for the hot path.
 */
final class StateHash {
    private static final int BLOCK = 1 << 16;
    private static final int CODE_WORDS = 2;
    private static final int SYMBOL_WORDS = 4;
    private static final int CLIENT_ID_WORDS = 5;

    private final Rooms rooms;
    private final UnsafeBuffer block = new UnsafeBuffer(new byte[BLOCK]);
    private int length = Long.BYTES;

    StateHash(Rooms rooms) {
        this.rooms = rooms;
    }

    long hash(long sequence, long timeNanos) {
        put(sequence);
        put(timeNanos);
        put(rooms.orders.lastSerial());
        put(rooms.trading.lastTrade());
        put(rooms.transfers.lastNumber());
        listings();
        accounts();
        balances();
        rooms.transfers.visitPending((number, isWithdrawal, account, asset, amountMinor) -> {
            put(isWithdrawal ? -number : number);
            put(pair(account, asset));
            put(amountMinor);
        });
        for (int number = 1; number <= rooms.instruments.count(); number++) book(rooms.instruments.get(number));
        parkedOrders();
        rooms.triggers.visit(this::put);
        rooms.lists.lists().visit(this::put);
        rooms.quotes.quotes().visit(this::put);
        freeSlots();
        requests();
        rooms.agenda.visit(this::put);
        rooms.control.visit(this::put);
        rooms.allocations.visit(this::put);
        rooms.positions().visit(this::put);
        rooms.margins().visit(this::put);
        rooms.contracts.visit(this::put);
        rooms.fees.visit(this::put);
        rooms.risk.visit(this::put);
        rooms.credit.visit(this::put);
        rooms.settlement.visit(this::put);
        rooms.corrections.tape().visit(this::put);
        rooms.roles.visit(this::put);
        rooms.giveUps.visit(this::put);
        return Xxh64.hash(block, 0, length);
    }

    private void listings() {
        put(rooms.assets.count());
        for (int asset = 1; asset <= rooms.assets.count(); asset++) {
            for (int word = 0; word < CODE_WORDS; word++) put(rooms.assets.codeWord(asset, word));
            put(rooms.assets.scale(asset));
        }
        put(rooms.instruments.count());
        for (int number = 1; number <= rooms.instruments.count(); number++) {
            for (int word = 0; word < SYMBOL_WORDS; word++) put(rooms.instruments.symbolWord(number, word));
            terms(rooms.instruments.get(number).terms());
            parameters(rooms.instruments.get(number));
            put(rooms.instruments.get(number).lastTradeTicks());
            put(rooms.instruments.get(number).markTicks());
            put(rooms.instruments.get(number).phase());
            put(rooms.instruments.get(number).displayDraws());
            put(rooms.instruments.get(number).closingTicks());
            rooms.sessions.visit(rooms.instruments.get(number), this::put);
            rooms.auctions.visit(rooms.instruments.get(number), this::put);
            rooms.interruptions.visit(rooms.instruments.get(number), this::put);
            put(rooms.instruments.get(number).topOrder(false));
            put(rooms.instruments.get(number).topOrder(true));
        }
    }

    private void terms(InstrumentTerms terms) {
        put(pair(terms.baseAsset(), terms.quoteAsset()));
        put(terms.tickMantissa());
        put(terms.lotMantissa());
        put(pair(terms.tickScale(), terms.lotScale()));
        if (terms.contract().isContract()) contract(terms.contract());
        put(terms.minQuantityLots());
        put(terms.maxQuantityLots());
        put(terms.minNotionalMinor());
        put(terms.collarTicks());
        put(terms.referencePriceTicks());
        put(pair(terms.makerFeeRate(), terms.takerFeeRate()));
        put((terms.feesInQuote() ? 1 : 0) | (terms.restsAtLimit() ? 2 : 0) | (terms.feeIncomeMayBeNegative() ? 4 : 0));
    }

    private void contract(InstrumentTerms.Contract contract) {
        put(contract.kind());
        put(contract.multiplierMantissa());
        put(contract.multiplierScale());
        put(contract.expiryNanos());
        put(contract.floorMantissa());
        put(contract.floorScale());
    }

    private void parameters(Instrument market) {
        for (int code = 1; code < market.parameterCount(); code++) {
            if (market.parameter(code) == Instrument.NONE) continue;
            put(code);
            put(market.parameter(code));
        }
        put(0);
    }

    private void accounts() {
        Accounts accounts = rooms.accounts;
        put(accounts.count());
        for (int account = Accounts.FIRST; accounts.isOpen(account); account++) {
            put(pair(accounts.firm(account), accounts.ownerGroup(account)));
            put(accounts.selfTradePrevention(account));
        }
    }

    /** Sorted by account and asset; an empty balance is no balance. */
    private void balances() {
        Balances balances = rooms.balances;
        long[] keys = new long[balances.cellCount()];
        for (int cell = 0; cell < keys.length; cell++) keys[cell] = pair(balances.purse(cell), balances.account(cell));
        Arrays.sort(keys);
        for (long key : keys) {
            int cell = balances.find((int) (key >>> 32), (int) key);
            if (balances.total(cell) == 0) continue;
            put(key);
            put(balances.total(cell));
            put(balances.held(cell));
        }
    }

    private void book(Instrument market) {
        side(market.book(), Side.BUY);
        side(market.book(), Side.SELL);
    }

    private void side(Book book, Side side) {
        for (int slot = book.best(side); slot != OrderPool.NONE; slot = book.next(slot)) order(slot);
        put(0);
    }

    private void order(int slot) {
        OpenOrders orders = rooms.orders;
        OrderPool pool = orders.pool();
        put(pool.orderNumber(slot));
        put(pair(pool.account(slot), pool.tradeGroup(slot)));
        put(pool.priceTicks(slot));
        put(pool.openLots(slot));
        put(pool.quantityLots(slot));
        put(pair(pool.version(slot), pool.feePrepaid(slot)));
        if (pool.feePrepaid(slot) != 0) put(rooms.fees.segment(slot, pool.orderNumber(slot)));
        put(pair(orders.selfTradePrevention(slot), orders.isPostOnly(slot) ? 1 : 0));
        for (int word = 0; word < CLIENT_ID_WORDS; word++) put(orders.clientIdWord(slot, word));
        put(pair(orders.trader(slot), orders.key(slot)));
        put(orders.session(slot));
        if (!orders.isSpecial(slot)) return;
        orders.special(slot).visit(this::put);
        put(rooms.triggers.extremeTicks(slot));
    }

    /** Outside of the books, by account and age. */
    private void parkedOrders() {
        OpenOrders orders = rooms.orders;
        for (int account = Accounts.FIRST; rooms.accounts.isOpen(account); account++) {
            for (int slot = orders.oldestOf(account); slot != OpenOrders.NONE; slot = orders.youngerThan(slot)) {
                if (orders.isParked(slot)) order(slot);
            }
        }
        put(0);
    }

    /** The slots that the next orders will take are part of their numbers. */
    private void freeSlots() {
        OrderPool pool = rooms.orders.pool();
        put(pool.usedSlots());
        for (int slot = pool.firstFree(); slot != OrderPool.NONE; slot = pool.nextFree(slot)) put(slot);
    }

    private void requests() {
        rooms.seen.visit((actor, high, low, bodyHash, sequence, timeNanos, order) -> {
            put(actor);
            put(high);
            put(low);
            put(bodyHash);
            put(sequence);
            put(timeNanos);
            put(order);
        });
    }

    private void put(long value) {
        if (length == BLOCK) {
            long before = Xxh64.hash(block, 0, BLOCK);
            block.putLong(0, before);
            length = Long.BYTES;
        }
        block.putLong(length, value);
        length += Long.BYTES;
    }

    private static long pair(int low, int high) {
        return low & 0xFFFF_FFFFL | (long) high << 32;
    }
}
