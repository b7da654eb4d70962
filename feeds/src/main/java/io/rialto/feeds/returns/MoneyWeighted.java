package io.rialto.feeds.returns;

import io.rialto.feeds.past.Flow;
import io.rialto.feeds.portfolio.EquityPoint;
import io.rialto.feeds.returns.Return.Undefined;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * The one rate r at which {@code start * (1 + r) + sum of flow_i * (1 + r)^w_i = end}, where w_i is the part of the period that
 * was left when flow i came: the internal rate of return over the period.
 *
 * <p>By Descartes' rule of signs for real exponents one change of sign in the amounts, in the order of time, has exactly one rate. With
 * more, the range from 10^-6 to 10^6 of {@code 1 + r} is looked through in {@value #STEPS} steps of its logarithm: several rates are an answer of
 * their own, and two that lie in one step are not seen. Bisected, then eight decimals, half to even; {@link StrictMath}, so it is the
 * same on every machine.
 */
final class MoneyWeighted {
    private static final int STEPS = 700;
    private static final double LOWEST = StrictMath.log(1e-6);
    private static final double STEP = -2 * LOWEST / STEPS;
    private static final int HALVINGS = 60;
    private static final int SCALE = 8;

    private final List<Term> terms = new ArrayList<>();

    private record Term(double amount, double exponent) {}

    private MoneyWeighted() {}

    static Return of(EquityPoint start, EquityPoint end, List<Flow> flows) {
        long length = end.timeNanos() - start.timeNanos();
        if (length <= 0) return Return.not(Undefined.NO_TIME);
        MoneyWeighted equation = new MoneyWeighted();
        BigInteger scale = flows.stream()
                .map(flow -> flow.amountMinor().abs())
                .reduce(start.equity().abs().max(end.equity().abs()), BigInteger::max);
        if (scale.signum() == 0) return Return.not(Undefined.NOTHING_INVESTED);
        equation.add(start.equity(), scale, 1);
        for (Flow flow : flows) {
            equation.add(flow.amountMinor(), scale, (double) (end.timeNanos() - flow.timeNanos()) / length);
        }
        boolean isAllLost = equation.changes() == 0 && end.equity().signum() == 0 && equation.terms.get(0).amount > 0;
        if (isAllLost) return Return.of(BigDecimal.ONE.negate().setScale(SCALE));
        equation.add(end.equity().negate(), scale, 0);
        return equation.solve();
    }

    /** What came at one moment is one amount. */
    private void add(BigInteger amountMinor, BigInteger scale, double exponent) {
        double amount = new BigDecimal(amountMinor)
                .divide(new BigDecimal(scale), Growth.PLACES)
                .doubleValue();
        int last = terms.size() - 1;
        if (last >= 0 && terms.get(last).exponent == exponent) {
            amount += terms.remove(last).amount;
        }
        if (amount != 0) terms.add(new Term(amount, exponent));
    }

    private int changes() {
        int changes = 0;
        for (int i = 1; i < terms.size(); i++) {
            if (terms.get(i).amount > 0 != terms.get(i - 1).amount > 0) changes++;
        }
        return changes;
    }

    private Return solve() {
        if (changes() == 0) return Return.not(Undefined.NO_SOLUTION);
        List<Double> roots = new ArrayList<>();
        int steps = changes() == 1 ? 1 : STEPS;
        double width = STEP * STEPS / steps;
        for (int i = 0; i < steps; i++) {
            double from = LOWEST + i * width;
            double to = from + width;
            boolean crosses = value(from) > 0 != value(to) > 0;
            if (crosses) roots.add(bisected(from, to));
        }
        if (roots.isEmpty()) return Return.not(Undefined.NO_SOLUTION);
        if (roots.size() > 1) return Return.not(Undefined.SEVERAL_SOLUTIONS);
        return Return.of(new BigDecimal(StrictMath.expm1(roots.get(0))).setScale(SCALE, RoundingMode.HALF_EVEN));
    }

    private double bisected(double from, double to) {
        boolean isAbove = value(from) > 0;
        double low = from;
        double high = to;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (value(middle) > 0 == isAbove) low = middle;
            else high = middle;
        }
        return (low + high) / 2;
    }

    /** Of the equation where the logarithm of 1 + r is this. */
    private double value(double logarithm) {
        double sum = 0;
        for (Term term : terms) sum += term.amount * StrictMath.exp(logarithm * term.exponent);
        return sum;
    }
}
