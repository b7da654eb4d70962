package io.rialto.engine.risk;

import io.rialto.engine.admission.Ticket;
import io.rialto.engine.book.OrderPool;
import io.rialto.engine.ledger.Balances;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.listing.Instruments;
import io.rialto.engine.orders.OpenOrders;
import io.rialto.engine.position.Positions;
import io.rialto.engine.position.WouldBe;
import io.rialto.engine.pricing.Proportion;
import io.rialto.engine.requests.Caller;
import io.rialto.protocol.RiskRuleType;
import io.rialto.protocol.TimeInForce;
import java.util.Arrays;

/**
 * What rules measure of an order that is asked for, each in the unit of its type; what cannot be measured is 0.
 *
 * <p>Threading: the core's thread only. Allocates only to grow.
 */
final class Measures {
    private static final long BPS = 10_000;
    private static final long MINUTE_NANOS = 60_000_000_000L;
    private static final byte IOC = (byte) TimeInForce.IOC.value();
    private static final byte FOK = (byte) TimeInForce.FOK.value();

    private final Instruments instruments;
    private final OpenOrders orders;
    private final OrderPool pool;
    private final Caller caller;
    private final WouldBe wouldBe;
    private boolean[] haveOrders = new boolean[16];
    private Ticket ticket;
    private Instrument market;
    private boolean isLookedAt;

    Measures(Instruments instruments, OpenOrders orders, Balances balances, Positions positions, Caller caller) {
        this.instruments = instruments;
        this.orders = orders;
        this.pool = orders.pool();
        this.caller = caller;
        this.wouldBe = new WouldBe(orders, balances, positions);
    }

    void begin(Ticket asked, Instrument askedMarket) {
        ticket = asked;
        market = askedMarket;
        isLookedAt = false;
    }

    /** Over all open orders of the account, and so only when a rule asks for it. */
    private WouldBe wouldBe() {
        if (!isLookedAt) wouldBe.look(ticket, market);
        isLookedAt = true;
        return wouldBe;
    }

    /** An amend opens nothing and is no other order. */
    static boolean isOfNewOrders(RiskRuleType type) {
        return type == RiskRuleType.MAX_ORDER_RATE
                || type == RiskRuleType.MAX_OPEN_ORDERS
                || type == RiskRuleType.POSITION_LIMIT;
    }

    /** Of the order at hand, and of its account. */
    long of(RiskRule rule) {
        switch (rule.type) {
            case MAX_POSITION_SIZE:
                return wouldBe().lots();
            case POSITION_LIMIT:
                return markets(true);
            case MAX_ORDER_VALUE:
                return ticket.valueMinor(market);
            case MAX_ORDER_RATE:
                int entry = rule.breaches.find(ticket.account);
                int most = (int) rule.limit;
                return 1L
                        + ticket.ordersAhead
                        + rule.breaches.ordersWithin(entry, rule.windowNanos, most, caller.timeNanos());
            case MAX_OPEN_ORDERS:
                return openOrders(rule.instrument);
            case PRICE_DEVIATION:
                return deviationBps();
            default:
                return Math.floorMod(caller.timeNanos(), RuleCheck.DAY_NANOS) / MINUTE_NANOS;
        }
    }

    boolean isBeyond(RiskRule rule, long measured) {
        if (rule.type != RiskRuleType.ALLOWED_HOURS) return measured > rule.limit;
        long sinceBegin = caller.timeNanos() - rule.limit * MINUTE_NANOS;
        return Math.floorMod(sinceBegin, RuleCheck.DAY_NANOS) >= rule.windowNanos;
    }

    /** Whether the order makes nothing worse than it is: it reduces, or leaves as much as there was. */
    boolean isHarmless(RiskRule rule) {
        if (wouldBe().isReduction()) return true;
        if (rule.type == RiskRuleType.MAX_POSITION_SIZE) return !wouldBe().isLarger();
        return rule.type == RiskRuleType.POSITION_LIMIT && markets(true) == markets(false);
    }

    /** Whether it can do nothing but bring the position closer to zero. */
    boolean isReduction() {
        return wouldBe().isReduction();
    }

    private long openOrders(int instrument) {
        if (ticket.timeInForce == IOC || ticket.timeInForce == FOK) return 0;
        long open = 1L + ticket.ordersAhead;
        int slot = orders.oldestOf(ticket.account);
        for (; slot != OpenOrders.NONE; slot = orders.youngerThan(slot)) {
            if (instrument == 0 || pool.instrument(slot) == instrument) open++;
        }
        return open;
    }

    private long deviationBps() {
        if (ticket.priceTicks == 0) return 0;
        long last = market.lastTradeTicks() != 0 ? market.lastTradeTicks() : market.referencePriceTicks();
        long own = market.isContract() ? market.valuationTicks() : last;
        if (own == Instrument.NONE) return 0;
        long apart = Math.abs(ticket.priceTicks - own);
        return apart <= Long.MAX_VALUE / BPS ? -Math.floorDiv(-apart * BPS, own) : farBps(apart, own);
    }

    /** Of a distance that is too far for a product of 63 bits. */
    private static long farBps(long apart, long own) {
        long floor = Proportion.of(apart, BPS, own);
        return floor < 0 ? Long.MAX_VALUE : Proportion.roundedUp(apart, BPS, own);
    }

    /** In how many the account has a position, or an order that would open one. */
    private long markets(boolean withThisOne) {
        int count = instruments.count();
        if (count >= haveOrders.length) haveOrders = new boolean[count << 1];
        Arrays.fill(haveOrders, 0, count + 1, false);
        int slot = orders.oldestOf(ticket.account);
        for (; slot != OpenOrders.NONE; slot = orders.youngerThan(slot)) {
            haveOrders[pool.instrument(slot)] |= !orders.isReduceOnly(slot);
        }
        haveOrders[market.number()] |= withThisOne && !ticket.isReduceOnly();
        long markets = 0;
        for (int number = 1; number <= count; number++) {
            boolean has = haveOrders[number] || wouldBe.positionLots(instruments.get(number), ticket.account) != 0;
            if (has) markets++;
        }
        return markets;
    }
}
