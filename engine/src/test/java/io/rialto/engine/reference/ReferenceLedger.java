package io.rialto.engine.reference;

import static io.rialto.engine.reference.Refusal.refuseIf;
import static io.rialto.protocol.Reason.*;
import static java.math.BigDecimal.*;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** What every account has and how much of it is held, in minor units; accounts 1 and 2 are the venue's own. */
public final class ReferenceLedger {
    private static final BigDecimal LEAST_FEE = BigDecimal.valueOf(1, 7);
    static final int WORLD = 1;
    static final int FEE_INCOME = 2;
    static final BigDecimal MOST = valueOf(Long.MAX_VALUE);

    private record Holding(int account, int asset) {}

    private final Map<Holding, BigDecimal> totals = new HashMap<>();
    private final Map<Holding, BigDecimal> helds = new HashMap<>();

    public BigDecimal total(int account, int asset) {
        return totals.getOrDefault(new Holding(account, asset), ZERO);
    }

    public BigDecimal held(int account, int asset) {
        return helds.getOrDefault(new Holding(account, asset), ZERO);
    }

    public BigDecimal sum(int asset) {
        var holdings = totals.keySet().stream().filter(holding -> holding.asset == asset);
        return holdings.map(totals::get).reduce(ZERO, BigDecimal::add);
    }

    void move(int from, int to, int asset, BigDecimal amount) {
        totals.merge(new Holding(from, asset), amount.negate(), BigDecimal::add);
        totals.merge(new Holding(to, asset), amount, BigDecimal::add);
    }

    /** Only the free part can be held; below zero gives back. */
    void hold(int account, int asset, BigDecimal amount) {
        BigDecimal free = total(account, asset).subtract(held(account, asset));
        refuseIf(amount.signum() > 0 && amount.compareTo(free) > 0, INSUFFICIENT_FUNDS);
        helds.merge(new Holding(account, asset), amount, BigDecimal::add);
    }

    /** All that users own together, which is what the outside world and a negative fee income owe, must fit. */
    void deposit(int account, int asset, BigDecimal amount) {
        BigDecimal feesOwed = total(FEE_INCOME, asset).min(ZERO);
        refuseIf(!fits(amount.subtract(total(WORLD, asset)).subtract(feesOwed)), VALUE_OVERFLOW);
        move(WORLD, account, asset, amount);
    }

    /** The most that a rebate can be: what fee income has, or may owe. */
    BigDecimal payableRebate(int asset, boolean mayBeNegative) {
        BigDecimal mayOwe = mayBeNegative ? MOST.add(total(WORLD, asset)) : ZERO;
        return total(FEE_INCOME, asset).add(mayOwe).max(ZERO);
    }

    static boolean fits(BigDecimal value) {
        return value.compareTo(MOST) <= 0;
    }

    /** Each fee brings the sum of the order's fees to its exact fees, rounded up; an unpaid rebate is not owed later. */
    BigDecimal charge(
            long trade, ReferenceOrder order, BigDecimal rate, BigDecimal notional, BigDecimal base, EventLines caps) {
        var instrument = order.instrument;
        boolean isInBase = order.isBuy && !instrument.feesInQuote;
        BigDecimal received = isInBase ? base : notional;
        int asset = isInBase ? instrument.terms.baseAsset() : instrument.terms.quoteAsset();
        order.feeExact = order.feeExact.add(received.multiply(rate));
        BigDecimal due = ReferenceInstrument.up(order.feeExact).subtract(order.feeCharged);
        BigDecimal rebate = payableRebate(asset, instrument.terms.feeIncomeMayBeNegative() == 1);
        BigDecimal fee = (isInBase || !order.isBuy ? due.min(received) : due).max(rebate.negate());
        order.feeCharged = order.feeCharged.add(fee);
        order.feeExact =
                order.feeExact.max(order.feeCharged.subtract(BigDecimal.ONE).add(LEAST_FEE));
        move(order.account, FEE_INCOME, asset, fee);
        if (!fee.equals(due)) caps.add("FeeCapped", trade, order.number, due, fee);
        return fee;
    }
}
