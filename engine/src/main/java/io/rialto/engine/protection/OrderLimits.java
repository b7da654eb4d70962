package io.rialto.engine.protection;

import io.rialto.engine.admission.Barrier;
import io.rialto.engine.admission.PriceBands;
import io.rialto.engine.admission.Ticket;
import io.rialto.engine.listing.Accounts;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.orders.OpenOrders;
import io.rialto.engine.requests.Caller;
import io.rialto.protocol.AccountLimit;
import io.rialto.protocol.InstrumentParameter;
import io.rialto.protocol.Reason;
import io.rialto.protocol.TimeInForce;
import java.util.function.LongConsumer;

/**
 * What an order must pass once its numbers are sound, in this order: price band · quantity, of the instrument and of the
 * account · value, of both · open orders, of all and of the instrument · order rate · repetition.
 *
 * <p>Threading: the core's thread only. Allocates only to grow.
 */
public final class OrderLimits implements Barrier {
    private static final int ALL = 0;
    private static final long NONE = Instrument.NONE;
    private static final byte IOC = (byte) TimeInForce.IOC.value();
    private static final byte FOK = (byte) TimeInForce.FOK.value();

    private final Accounts accounts;
    private final OpenOrders orders;
    private final AccountLimits limits;
    private final TokenBuckets buckets;
    private final Caller caller;
    private final RecentOrders recent = new RecentOrders();

    public OrderLimits(
            Accounts accounts, OpenOrders orders, AccountLimits limits, TokenBuckets buckets, Caller caller) {
        this.accounts = accounts;
        this.orders = orders;
        this.limits = limits;
        this.buckets = buckets;
        this.caller = caller;
    }

    @Override
    public Reason admit(Ticket ticket, Instrument market) {
        Reason refusal = checkSize(ticket, market);
        if (refusal != Reason.NONE || !accounts.isGuarded(ticket.account)) return refusal;
        if (hasTooManyOpen(ticket, ALL) || hasTooManyOpen(ticket, market.number())) return Reason.TOO_MANY_OPEN_ORDERS;
        if (isTooFast(ticket)) return Reason.ORDER_RATE_EXCEEDED;
        return isRepetition(ticket) ? Reason.DUPLICATE_ORDER : Reason.NONE;
    }

    /** Less of the same is always safe; an amend opens nothing and is not counted. */
    @Override
    public Reason admitAmend(Ticket ticket, Instrument market, boolean isSmaller) {
        return isSmaller ? Reason.NONE : checkSize(ticket, market);
    }

    /** Everything that can change a later decision. */
    public void visit(LongConsumer state) {
        recent.visit(state);
    }

    private Reason checkSize(Ticket ticket, Instrument market) {
        boolean hasPrice = ticket.priceTicks != 0;
        if (hasPrice && PriceBands.isOutside(market, ticket.buys, ticket.priceTicks)) return Reason.PRICE_OUTSIDE_BAND;
        long mostLots = least(
                market.parameter(InstrumentParameter.ORDER_LIMIT_LOTS),
                limits.value(ticket.account, market.number(), AccountLimit.ORDER_LIMIT_LOTS));
        if (ticket.quantityLots > mostLots) return Reason.ORDER_QUANTITY_LIMIT;
        long mostMinor = least(
                market.parameter(InstrumentParameter.ORDER_LIMIT_MINOR),
                limits.value(ticket.account, market.number(), AccountLimit.ORDER_LIMIT_MINOR));
        boolean isTooDear = mostMinor != Long.MAX_VALUE && ticket.valueMinor(market) > mostMinor;
        return isTooDear ? Reason.ORDER_VALUE_LIMIT : Reason.NONE;
    }

    private static long least(long limit, long other) {
        long most = limit == NONE ? Long.MAX_VALUE : limit;
        return other == NONE ? most : Math.min(most, other);
    }

    /** Only what may stay open counts. */
    private boolean hasTooManyOpen(Ticket ticket, int instrument) {
        long most = limits.value(ticket.account, instrument, AccountLimit.OPEN_ORDERS);
        if (most == NONE || ticket.timeInForce == IOC || ticket.timeInForce == FOK) return false;
        long open = 1 + (long) ticket.ordersAhead;
        int slot = orders.oldestOf(ticket.account);
        while (slot != OpenOrders.NONE && open <= most) {
            if (instrument == ALL || orders.pool().instrument(slot) == instrument) open++;
            slot = orders.youngerThan(slot);
        }
        return open > most;
    }

    private boolean isTooFast(Ticket ticket) {
        long rate = limits.value(ticket.account, ALL, AccountLimit.ORDERS_PER_SECOND);
        if (rate == NONE) return false;
        long burst = limits.value(ticket.account, ALL, AccountLimit.ORDER_BURST);
        int bucket = ticket.account - Accounts.FIRST;
        long capacity = burst == NONE ? rate : burst;
        if (!buckets.has(bucket, 1 + (long) ticket.ordersAhead, capacity, rate, caller.timeNanos())) return true;
        if (!ticket.isRehearsal) buckets.take(bucket, 1);
        return false;
    }

    private boolean isRepetition(Ticket ticket) {
        long windowNanos = limits.value(ticket.account, ALL, AccountLimit.DUPLICATE_WINDOW_NANOS);
        if (windowNanos == NONE) return false;
        if (recent.has(ticket, caller, windowNanos)) return true;
        if (!ticket.isRehearsal) recent.remember(ticket, caller);
        return false;
    }
}
