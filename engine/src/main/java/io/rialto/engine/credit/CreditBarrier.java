package io.rialto.engine.credit;

import io.rialto.engine.admission.Barrier;
import io.rialto.engine.admission.Ticket;
import io.rialto.engine.book.OrderPool;
import io.rialto.engine.listing.Accounts;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.listing.Instruments;
import io.rialto.engine.orders.OpenOrders;
import io.rialto.engine.pricing.LotValue;
import io.rialto.engine.requests.Caller;
import io.rialto.protocol.CreditScope;
import io.rialto.protocol.Reason;

/**
 * Lets an order climb from its trader to its account to the firm: at each that has limits it must fit by itself, with all open
 * orders, and with all that was traded today. What it takes is what is open of it; so its cancel gives that back, and a fill moves
 * it to what was traded.
 *
 * <p>Threading: the core's thread only. Allocates nothing once warm; looks at each open order of whom the limit is for.
 */
final class CreditBarrier implements Barrier {
    private static final int FIRM = CreditScope.FIRM.value();
    private static final int ACCOUNT = CreditScope.ACCOUNT.value();
    private static final int TRADER = CreditScope.TRADER.value();

    private final Accounts accounts;
    private final Instruments instruments;
    private final OpenOrders orders;
    private final OrderPool pool;
    private final CreditNodes nodes;
    private final Caller caller;

    // The order at hand.
    private int asset;
    private int itself;
    private long valueMinor;
    private long openMinor;

    CreditBarrier(Accounts accounts, Instruments instruments, OpenOrders orders, CreditNodes nodes, Caller caller) {
        this.accounts = accounts;
        this.instruments = instruments;
        this.orders = orders;
        this.pool = orders.pool();
        this.nodes = nodes;
        this.caller = caller;
    }

    @Override
    public Reason admit(Ticket ticket, Instrument market) {
        if (!nodes.areAny()) return Reason.NONE;
        itself = OpenOrders.NONE;
        valueMinor = ticket.valueMinor(market);
        openMinor = valueMinor;
        return climb(ticket.account, caller.trader(), market.quoteAsset());
    }

    @Override
    public Reason admitAmend(Ticket ticket, Instrument market, boolean isSmaller) {
        if (isSmaller || !nodes.areAny()) return Reason.NONE;
        itself = ticket.slot;
        valueMinor = ticket.valueMinor(market);
        long lots = ticket.quantityLots - (pool.quantityLots(itself) - pool.openLots(itself));
        openMinor = worthMinor(market, orders.holdTicks(itself, ticket.priceTicks), lots);
        return climb(ticket.account, orders.trader(itself), market.quoteAsset());
    }

    /** Like an order that trades at once; within one firm nothing is taken from the firm. */
    Reason admitTakeUp(int giver, int taker, int quoteAsset, long minor) {
        if (!nodes.areAny()) return Reason.NONE;
        itself = OpenOrders.NONE;
        valueMinor = minor;
        openMinor = minor;
        asset = quoteAsset;
        if (isBeyond(nodes.find(ACCOUNT, taker, 0, asset), 0, taker, 0)) return Reason.ACCOUNT_CREDIT_EXCEEDED;
        int firm = otherFirm(giver, taker);
        boolean isBeyond = firm != 0 && isBeyond(nodes.find(FIRM, firm, 0, asset), firm, 0, 0);
        return isBeyond ? Reason.FIRM_CREDIT_EXCEEDED : Reason.NONE;
    }

    void tookUp(int giver, int taker, int quoteAsset, long minor) {
        if (!nodes.areAny()) return;
        traded(nodes.find(ACCOUNT, taker, 0, quoteAsset), minor);
        int firm = otherFirm(giver, taker);
        if (firm != 0) traded(nodes.find(FIRM, firm, 0, quoteAsset), minor);
    }

    /** The taker's, or 0 when it has none, or the giver's is the same. */
    private int otherFirm(int giver, int taker) {
        return accounts.firm(giver) == accounts.firm(taker) ? 0 : accounts.firm(taker);
    }

    /** Both sides, in a market quoted in the asset. */
    void traded(int account, int trader, int quoteAsset, long minor) {
        if (!nodes.areAny()) return;
        int firm = accounts.firm(account);
        if (trader != 0) traded(nodes.find(TRADER, account, trader, quoteAsset), minor);
        traded(nodes.find(ACCOUNT, account, 0, quoteAsset), minor);
        if (firm != 0) traded(nodes.find(FIRM, firm, 0, quoteAsset), minor);
    }

    private void traded(int node, long minor) {
        if (node != CreditNodes.NOBODY) nodes.traded(node, minor, caller.timeNanos());
    }

    /** The first that has not room for it is the answer. */
    private Reason climb(int account, int trader, int quoteAsset) {
        asset = quoteAsset;
        int firm = accounts.firm(account);
        int node = trader == 0 ? CreditNodes.NOBODY : nodes.find(TRADER, account, trader, asset);
        if (isBeyond(node, 0, account, trader)) return Reason.TRADER_CREDIT_EXCEEDED;
        node = nodes.find(ACCOUNT, account, 0, asset);
        if (isBeyond(node, 0, account, 0)) return Reason.ACCOUNT_CREDIT_EXCEEDED;
        node = firm == 0 ? CreditNodes.NOBODY : nodes.find(FIRM, firm, 0, asset);
        return isBeyond(node, firm, 0, 0) ? Reason.FIRM_CREDIT_EXCEEDED : Reason.NONE;
    }

    private boolean isBeyond(int node, int firm, int account, int trader) {
        if (node == CreditNodes.NOBODY) return false;
        long order = nodes.limit(node, CreditNodes.ORDER);
        long open = nodes.limit(node, CreditNodes.OPEN);
        long day = nodes.limit(node, CreditNodes.DAY);
        if (order != CreditNodes.NONE && valueMinor > order) return true;
        if (open == CreditNodes.NONE && day == CreditNodes.NONE) return false;
        long used = CreditNodes.sum(openMinor, firm == 0 ? openOf(account, trader) : openOfFirm(firm));
        if (open != CreditNodes.NONE && used > open) return true;
        if (day == CreditNodes.NONE) return false;
        return CreditNodes.sum(used, nodes.tradedMinor(node, caller.timeNanos())) > day;
    }

    private long openOfFirm(int firm) {
        long sum = 0;
        for (int account = Accounts.FIRST; accounts.isOpen(account); account++) {
            if (accounts.firm(account) == firm) sum = CreditNodes.sum(sum, openOf(account, 0));
        }
        return sum;
    }

    /** Of an account's open orders, or those of one trader, in markets quoted in the asset; but for the order at hand. */
    private long openOf(int account, int trader) {
        long sum = 0;
        for (int slot = orders.oldestOf(account); slot != OpenOrders.NONE; slot = orders.youngerThan(slot)) {
            Instrument market = instruments.get(pool.instrument(slot));
            boolean isMeant =
                    slot != itself && market.quoteAsset() == asset && (trader == 0 || orders.trader(slot) == trader);
            if (isMeant) sum = CreditNodes.sum(sum, worthMinor(market, orders.holdTicks(slot), pool.openLots(slot)));
        }
        return sum;
    }

    /** What waits for a price without one of its own is worth nothing yet. */
    private static long worthMinor(Instrument market, long ticks, long lots) {
        if (ticks <= 0 || lots <= 0) return 0;
        long minor = market.lotValue().traded(ticks, lots);
        return minor == LotValue.OVERFLOW ? Long.MAX_VALUE : minor;
    }
}
