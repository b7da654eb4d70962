package io.rialto.engine.quotes;

import io.rialto.engine.agenda.Consequence;
import io.rialto.engine.book.OrderPool;
import io.rialto.engine.listing.Accounts;
import io.rialto.engine.listing.Instruments;
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

    private final OrderPool pool;
    private final Instruments instruments;
    private final Caller caller;
    private final Departure departure;
    private final Operations operations;
    private final QuoteEvents events;
    private MarketMaker[] makers = new MarketMaker[16]; // by account
    private int lastAccount;

    // The pull at hand: whose, and the place that is next.
    private final Pulls pulls = new Pulls();
    private QuoteGroup pulled;
    private QuotePlace pulling;

    Quotes(OpenOrders orders, Instruments instruments, Caller caller, TradingDesk trading, QuoteEvents events) {
        this.pool = orders.pool();
        this.instruments = instruments;
        this.caller = caller;
        this.departure = trading.departure();
        this.operations = trading.operations();
        this.events = events;
        orders.quotesTell(this);
    }

    /** Whether protection keeps the account from quoting in an instrument; with instrument 0, from quoting at all. */
    boolean isOut(int account, int instrument) {
        MarketMaker maker = find(account);
        if (maker == null) return false;
        QuotePlace place = maker.find(instrument);
        return place == null ? maker.all.isPulled : place.group.isOut();
    }

    /** Who quotes for the account, made known when he is new. */
    MarketMaker maker(int account) {
        int index = account - Accounts.FIRST;
        if (index >= makers.length) makers = Arrays.copyOf(makers, Math.max(index + 1, makers.length << 1));
        if (makers[index] == null) makers[index] = new MarketMaker(account);
        lastAccount = Math.max(lastAccount, account);
        return makers[index];
    }

    /** Null for nobody. */
    MarketMaker find(int account) {
        int index = account - Accounts.FIRST;
        return index < makers.length ? makers[index] : null;
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

    /** For its instrument, then for its group, then for all: each that is enough pulls, and counts no further. */
    @Override
    public void filled(int slot, Special special, long lots, long valueMinor) {
        MarketMaker maker = find(pool.account(slot));
        if (maker == null) return;
        QuotePlace place = maker.find(pool.instrument(slot));
        if (place == null) return;
        long boughtLots = pool.sells(slot) ? -lots : lots;
        count(place.window, place.group, place, place, boughtLots, valueMinor);
        if (place.group != maker.all) count(place.group, place, boughtLots, valueMinor);
        count(maker.all, place, boughtLots, valueMinor);
    }

    /** Value is counted in one asset alone. */
    private void count(QuoteGroup group, QuotePlace where, long boughtLots, long valueMinor) {
        if (!group.window.counts()) return;
        boolean isMeant = instruments.get(where.instrument).quoteAsset() == group.window.valueAsset;
        count(group.window, group, null, where, boughtLots, isMeant ? valueMinor : 0);
    }

    private void count(
            QuoteWindow window, QuoteGroup group, QuotePlace by, QuotePlace where, long boughtLots, long valueMinor) {
        if (!window.counts() || group.isOut()) return;
        if (!window.isEnough(caller.timeNanos(), boughtLots, valueMinor, where.weightBps)) return;
        group.isPulled = true;
        pulls.add(group, by);
    }

    @Override
    public void ended(int slot, Special special) {
        // Its number resolves to nothing from now on.
    }

    @Override
    public boolean isPending() {
        return pulling != null || !pulls.areNone();
    }

    @Override
    public boolean isDone(Frame frame) {
        if (frame.eventCount() > LAST_START) return false;
        if (pulling == null) {
            pulled = pulls.firstGroup();
            events.pulled(frame, pulled, pulls.firstBy());
            pulls.dropFirst();
            pulling = pulled.maker.first;
        } else {
            if (pulled.has(pulling)) {
                pull(frame, pulling.bid);
                pull(frame, pulling.ask);
            }
            pulling = pulling.next;
        }
        return true;
    }

    /** Everything that can change a later decision, in a fixed order. */
    public void visit(LongConsumer state) {
        for (int account = Accounts.FIRST; account <= lastAccount; account++) {
            MarketMaker maker = find(account);
            if (maker != null) maker.visit(state);
        }
        pulls.visit(state);
        state.accept(pulling == null ? 0 : (long) pulled.maker.account << 32 | pulled.number);
        state.accept(pulling == null ? 0 : pulling.instrument);
    }

    private void pull(Frame frame, long order) {
        int slot = pool.slotOf(order);
        if (slot != OpenOrders.NONE) departure.cancel(frame, slot, Reason.QUOTES_PULLED);
    }
}
