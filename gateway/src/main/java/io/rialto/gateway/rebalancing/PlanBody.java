package io.rialto.gateway.rebalancing;

import io.rialto.feeds.rebalancing.Line;
import io.rialto.feeds.rebalancing.Plan;
import io.rialto.feeds.rebalancing.Reason;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.market.Terms;
import io.rialto.gateway.orders.OrderBody;
import io.rialto.gateway.portfolio.PortfolioBody;
import io.rialto.gateway.rebalancing.Wishes.Planned;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;

/**
 * A plan on the wire, and what became of its orders.
 *
 * @param asset in which the venue values
 * @param total of which the weights are, once all is filled; null, with the rest of the plan, where a request is told again
 * @param lines one an asset; {@code reason} says why it does not come all the way
 * @param orders sells first, as they were placed or would be
 * @param results one an order, in their order; null while none were placed
 */
record PlanBody(
        String account,
        String asset,
        String total,
        String cash,
        String cashAfter,
        List<Item> lines,
        List<Order> orders,
        boolean placed,
        List<Result> results,
        long sequence,
        String ack) {
    private static final int PLACES = 7;

    /** @param weight now and {@code after} of what all is worth at these prices */
    record Item(
            String asset,
            String symbol,
            String owned,
            String price,
            String weight,
            String target,
            String after,
            Reason reason) {}

    record Order(
            String symbol,
            String side,
            String type,
            String timeInForce,
            String price,
            String quantity,
            String notional) {}

    /** @param order null where it was refused, and then there is a reason */
    record Result(int operation, boolean accepted, String reason, OrderBody order) {}

    static PlanBody of(int account, Planned planned, RebalanceForm form, Listed listed) {
        Plan plan = planned.plan();
        int scale = planned.asset().scale();
        BigInteger before = plan.lines().stream()
                .map(line -> worth(line, scale))
                .reduce(plan.cashMinor().add(plan.restMinor()), BigInteger::add);
        return new PlanBody(
                Integer.toString(account),
                planned.asset().code(),
                PortfolioBody.money(plan.totalAfterMinor(), scale),
                PortfolioBody.money(plan.cashMinor(), scale),
                PortfolioBody.money(plan.cashAfterMinor(), scale),
                plan.lines().stream()
                        .map(line -> item(line, before, plan.totalAfterMinor(), scale))
                        .toList(),
                plan.orders().stream()
                        .map(line -> order(line, form, new Terms(line.market())))
                        .toList(),
                false,
                null,
                planned.sequence(),
                null);
    }

    PlanBody placed(List<Result> outcomes, long frame, String promise) {
        return new PlanBody(account, asset, total, cash, cashAfter, lines, orders, true, outcomes, frame, promise);
    }

    /** What is left to tell when the moment of the plan is over. */
    static PlanBody again(int account, List<Result> outcomes, long frame, String promise) {
        return new PlanBody(
                Integer.toString(account), null, null, null, null, null, null, true, outcomes, frame, promise);
    }

    private static BigInteger worth(Line line, int scale) {
        return line.price()
                .map(price -> line.target()
                        .owned()
                        .multiply(price)
                        .movePointRight(scale)
                        .setScale(0, RoundingMode.FLOOR)
                        .toBigIntegerExact())
                .orElse(BigInteger.ZERO);
    }

    private static Item item(Line line, BigInteger before, BigInteger after, int scale) {
        return new Item(
                line.market().base().code(),
                line.market().symbol(),
                line.target().owned().toPlainString(),
                line.price().map(BigDecimal::toPlainString).orElse(null),
                weight(worth(line, scale), before),
                line.target().weight().toPlainString(),
                weight(line.worthAfterMinor(), after),
                line.reason().orElse(null));
    }

    private static String weight(BigInteger part, BigInteger of) {
        if (of.signum() <= 0) return null;
        return new BigDecimal(part)
                .divide(new BigDecimal(of), PLACES, RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    private static Order order(Line line, RebalanceForm form, Terms terms) {
        return new Order(
                terms.instrument().symbol(),
                line.side().name(),
                "LIMIT",
                form.timeInForce().name(),
                terms.price(line.priceTicks()),
                terms.quantity(line.lots()),
                terms.quote(line.notionalMinor()));
    }
}
