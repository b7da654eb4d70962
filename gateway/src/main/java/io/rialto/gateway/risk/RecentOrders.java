package io.rialto.gateway.risk;

import io.rialto.feeds.listing.Instrument;
import io.rialto.feeds.orders.OrderView;
import io.rialto.protocol.RiskRuleType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * What a rule would have made of an account's last orders, as far as that follows from the orders alone: their value, their number within
 * a window, their time of day. Of an order without a price the value is what it executed. Orders that were refused are not known.
 *
 * @param orders that the rule would have been asked of
 * @param beyond of these, beyond the limit
 * @param breaches that would have counted
 */
record RecentOrders(int orders, int beyond, int breaches) {
    private static final Set<RiskRuleType> TYPES =
            Set.of(RiskRuleType.MAX_ORDER_VALUE, RiskRuleType.MAX_ORDER_RATE, RiskRuleType.ALLOWED_HOURS);
    private static final long MINUTE_NANOS = 60_000_000_000L;
    private static final long DAY_NANOS = 1_440 * MINUTE_NANOS;

    static boolean canMeasure(RiskRuleType type) {
        return TYPES.contains(type);
    }

    /** One order with its market. */
    record Sent(OrderView order, Instrument market) {}

    /** @param sent oldest first */
    static RecentOrders of(RiskRuleForm rule, Iterable<Sent> sent) {
        Deque<Long> counted = new ArrayDeque<>();
        int orders = 0;
        int beyond = 0;
        int breaches = 0;
        boolean wasBeyond = false;
        long lastNanos = Long.MIN_VALUE;
        for (Sent one : sent) {
            if (!rule.concerns(one.market)) continue;
            orders++;
            boolean isBeyond = isBeyond(rule, one, counted);
            if (isBeyond) beyond++;
            long now = one.order.createdNanos();
            boolean isCool = lastNanos == Long.MIN_VALUE || now - lastNanos >= rule.coolDownNanos();
            if (isBeyond && !wasBeyond && isCool) {
                breaches++;
                lastNanos = now;
            }
            wasBeyond = isBeyond;
        }
        return new RecentOrders(orders, beyond, breaches);
    }

    private static boolean isBeyond(RiskRuleForm rule, Sent sent, Deque<Long> counted) {
        long now = sent.order.createdNanos();
        return switch (rule.type()) {
            case MAX_ORDER_VALUE -> value(sent).compareTo(BigDecimal.valueOf(rule.limit())) > 0;
            case ALLOWED_HOURS -> Math.floorMod(now - rule.limit() * MINUTE_NANOS, DAY_NANOS) >= rule.windowNanos();
            default -> {
                while (!counted.isEmpty() && now - counted.peekFirst() >= rule.windowNanos()) counted.removeFirst();
                boolean isTooMany = counted.size() + 1 > rule.limit();
                if (!isTooMany || !rule.blocks()) counted.addLast(now);
                yield isTooMany;
            }
        };
    }

    /** In minor units, as its account's limits take it. */
    private static BigDecimal value(Sent sent) {
        OrderView order = sent.order;
        if (order.quoteAmountMinor() != 0) return BigDecimal.valueOf(order.quoteAmountMinor());
        if (order.requestedPriceTicks() == 0) return BigDecimal.valueOf(order.executedNotionalMinor());
        Instrument market = sent.market;
        BigDecimal tick = BigDecimal.valueOf(market.tickMantissa(), market.tickScale());
        BigDecimal lot = BigDecimal.valueOf(market.lotMantissa(), market.lotScale());
        BigDecimal multiplier = market.contract()
                .map(each -> BigDecimal.valueOf(each.multiplierMantissa(), each.multiplierScale()))
                .orElse(BigDecimal.ONE);
        return BigDecimal.valueOf(order.requestedPriceTicks())
                .multiply(tick)
                .multiply(BigDecimal.valueOf(order.quantityLots()))
                .multiply(lot)
                .multiply(multiplier)
                .movePointRight(market.quote().scale())
                .setScale(0, RoundingMode.FLOOR);
    }
}
