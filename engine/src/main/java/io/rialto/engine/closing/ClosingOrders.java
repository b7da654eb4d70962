package io.rialto.engine.closing;

import io.rialto.engine.ledger.Balances;
import io.rialto.engine.listing.Accounts;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.matching.Aggressor;
import io.rialto.engine.matching.Walk;
import io.rialto.engine.orders.Holds;
import io.rialto.engine.orders.OpenOrders;
import io.rialto.engine.trading.Arrival;
import io.rialto.protocol.ClosingCause;
import io.rialto.protocol.ClosingOrderMadeEncoder;
import io.rialto.protocol.OrderType;
import io.rialto.protocol.PostOnly;
import io.rialto.protocol.Reason;
import io.rialto.protocol.SelfTradePrevention;
import io.rialto.protocol.TimeInForce;
import io.rialto.protocol.frame.Frame;

/**
 * Makes orders of the venue's own for an account: each only reduces a position, trades no worse than a price, at once, and
 * never rests. It is matched and charged like any other; neither the account's state nor limits nor margin are asked, and it
 * trades with whoever stands there, an order of the same owner as well.
 *
 * <p>The caller knows that the market trades continuously and that the frame has room for an order to begin. Prices in ticks,
 * quantities in lots. Threading: the core's thread only. Allocates nothing.
 */
public final class ClosingOrders {
    private static final byte LIMIT = (byte) OrderType.LIMIT.value();
    private static final byte IOC = (byte) TimeInForce.IOC.value();
    private static final byte MAY_TAKE = (byte) PostOnly.NO.value();
    private static final byte TRADES_WITH_ANYBODY = (byte) SelfTradePrevention.NONE.value();

    private final Accounts accounts;
    private final OpenOrders orders;
    private final Balances balances;
    private final Walk walk;
    private final Arrival arrival;
    private final Aggressor order = new Aggressor();
    private final ClosingOrderMadeEncoder made = new ClosingOrderMadeEncoder();

    public ClosingOrders(Accounts accounts, OpenOrders orders, Balances balances, Walk walk, Arrival arrival) {
        this.accounts = accounts;
        this.orders = orders;
        this.balances = balances;
        this.walk = walk;
        this.arrival = arrival;
    }

    /**
     * Says nothing and changes nothing where nothing could trade, or where the account has not what a seller delivers or a
     * buyer pays.
     *
     * @return the lots that traded
     */
    public long make(
            Frame frame,
            Instrument market,
            int account,
            boolean buys,
            long mostLots,
            long limitTicks,
            ClosingCause cause) {
        long lots = reducing(market, account, buys, mostLots);
        if (lots == 0) return 0;
        arrives(market, account, buys);
        order.limits(limitTicks, lots);
        if (walk.fillableLots(frame, order) == 0) return 0;
        long holdMinor = order.holdByPrice();
        boolean isFunded = holdMinor == 0 || holdMinor <= balances.available(order.payingCell());
        if (holdMinor == Holds.OVERFLOW || !isFunded) return 0;

        balances.hold(order.payingCell(), holdMinor);
        order.holds(holdMinor);
        int slot = orders.claim();
        order.accepted(slot, orders.pool().orderNumber(slot));
        tell(frame, market, account, cause);
        arrival.meetsBook(frame, order, false, Reason.IMMEDIATE_OR_CANCEL, false);
        return lots - order.openLots();
    }

    /** Where positions are kept, no more than there is of one. */
    private long reducing(Instrument market, int account, boolean buys, long mostLots) {
        if (!market.tracksPositions()) return mostLots;
        return Math.min(mostLots, arrival.reductions().mostLots(market, account, buys));
    }

    private void arrives(Instrument market, int account, boolean buys) {
        int group = account < Accounts.FIRST ? -account : accounts.ownerGroup(account);
        int base = balances.cell(account, market.basePurse());
        int quote = balances.cell(account, market.quotePurse());
        order.arrives(market, buys, account, group, TRADES_WITH_ANYBODY, base, quote);
    }

    private void tell(Frame frame, Instrument market, int account, ClosingCause cause) {
        frame.claimEvent(made)
                .order(order.order())
                .account(account)
                .instrument(market.number())
                .cause(cause);
        arrival.events().accepted(frame, order, LIMIT, IOC, MAY_TAKE);
    }
}
