package io.rialto.engine.quotes;

import io.rialto.engine.agenda.Consequence;
import io.rialto.engine.book.OrderPool;
import io.rialto.engine.listing.Accounts;
import io.rialto.engine.orders.OpenOrders;
import io.rialto.engine.orders.Special;
import io.rialto.engine.requests.Caller;
import io.rialto.engine.trading.Departure;
import io.rialto.engine.trading.Operations;
import io.rialto.engine.trading.TradingDesk;
import io.rialto.protocol.Reason;
import io.rialto.protocol.frame.Frame;
import io.rialto.protocol.frame.FrameLayout;
import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * Every account's quotes, and the protection that pulls them: what is executed is counted while it happens, and a limit
 * that is reached is followed once the command is done, before anything else.
 *
 * <p>Threading: the core's thread only. Allocates only to grow, and once for the first quote of an account in an
 * instrument.
 */
public final class Quotes implements OpenOrders.Bond, Consequence {
    private static final int LAST_START = FrameLayout.MAX_EVENTS - 16;

    private final OpenOrders orders;
    private final OrderPool pool;
    private final Caller caller;
    private final Departure departure;
    private final Operations operations;
    private final QuoteEvents events;
    private QuotePlace[] firsts = new QuotePlace[16]; // by account
    private boolean[] arePulled = new boolean[16];
    private int lastAccount;

    // The pull at hand: who passed his limit, and the place that is next; more of them wait behind.
    private QuotePlace[] passed = new QuotePlace[16];
    private int passedCount;
    private QuotePlace pulling;

    Quotes(OpenOrders orders, Caller caller, TradingDesk trading, QuoteEvents events) {
        this.orders = orders;
        this.pool = orders.pool();
        this.caller = caller;
        this.departure = trading.departure();
        this.operations = trading.operations();
        this.events = events;
        orders.quotesTell(this);
    }

    /** Whether protection keeps the account from quoting. */
    boolean isPulled(int account) {
        int index = account - Accounts.FIRST;
        return index < arePulled.length && arePulled[index];
    }

    /** The account's quotes in an instrument, made known when they are new. */
    QuotePlace place(int account, int instrument) {
        QuotePlace known = find(account, instrument);
        if (known != null) return known;
        int index = account - Accounts.FIRST;
        if (index >= firsts.length) {
            firsts = Arrays.copyOf(firsts, Math.max(index + 1, firsts.length << 1));
            arePulled = Arrays.copyOf(arePulled, firsts.length);
        }
        QuotePlace place = new QuotePlace(account, instrument);
        place.next = firsts[index];
        firsts[index] = place;
        lastAccount = Math.max(lastAccount, account);
        return place;
    }

    /** Whether a quote stays in its place, with so much of it; else it is gone. */
    boolean stays(Frame frame, long order, long priceTicks, long lots) {
        int slot = pool.slotOf(order);
        if (slot == OpenOrders.NONE) return false;
        boolean isLess = lots > 0 && lots <= pool.openLots(slot) && priceTicks == pool.priceTicks(slot);
        boolean isSame = isLess && lots == pool.openLots(slot);
        if (isSame || isLess && operations.reduce(frame, slot, lots) == Reason.NONE) return true;
        departure.cancel(frame, slot, Reason.QUOTE_REPLACED);
        return false;
    }

    /** The account may quote again. */
    void reset(int account) {
        int index = account - Accounts.FIRST;
        arePulled[index] = false;
        for (QuotePlace place = firsts[index]; place != null; place = place.next) place.forgetAll();
    }

    @Override
    public void filled(int slot, Special special, long lots, long valueMinor) {
        QuotePlace place = find(pool.account(slot), pool.instrument(slot));
        if (place == null || !place.isProtected() || isPulled(place.account)) return;
        if (!place.isEnough(caller.timeNanos(), lots, valueMinor)) return;
        arePulled[place.account - Accounts.FIRST] = true;
        if (passedCount == passed.length) passed = Arrays.copyOf(passed, passedCount << 1);
        passed[passedCount++] = place;
    }

    @Override
    public void ended(int slot, Special special) {
        // Its number resolves to nothing from now on.
    }

    @Override
    public boolean isPending() {
        return passedCount > 0 || pulling != null;
    }

    @Override
    public boolean isDone(Frame frame) {
        if (frame.eventCount() > LAST_START) return false;
        if (pulling == null) {
            QuotePlace where = passed[0];
            System.arraycopy(passed, 1, passed, 0, --passedCount);
            events.pulled(frame, where);
            pulling = firsts[where.account - Accounts.FIRST];
        } else {
            pull(frame, pulling.bid);
            pull(frame, pulling.ask);
            pulling = pulling.next;
        }
        return true;
    }

    /** Everything that can change a later decision, in a fixed order. */
    public void visit(LongConsumer state) {
        for (int account = Accounts.FIRST; account <= lastAccount; account++) {
            state.accept(arePulled[account - Accounts.FIRST] ? -account : account);
            for (QuotePlace place = firsts[account - Accounts.FIRST]; place != null; place = place.next) {
                place.visit(state);
            }
        }
        for (int i = 0; i < passedCount; i++) state.accept((long) passed[i].account << 32 | passed[i].instrument);
        state.accept(pulling == null ? 0 : (long) pulling.account << 32 | pulling.instrument);
    }

    private QuotePlace find(int account, int instrument) {
        int index = account - Accounts.FIRST;
        if (index >= firsts.length) return null;
        for (QuotePlace place = firsts[index]; place != null; place = place.next) {
            if (place.instrument == instrument) return place;
        }
        return null;
    }

    private void pull(Frame frame, long order) {
        int slot = pool.slotOf(order);
        if (slot != OpenOrders.NONE) departure.cancel(frame, slot, Reason.QUOTES_PULLED);
    }
}
