package io.rialto.gateway.filters;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntPredicate;

/** How two values are compared, by the sign of their difference. */
enum Relation {
    EQUAL("=", sign -> sign == 0),
    UNEQUAL("!=", sign -> sign != 0),
    AT_MOST("<=", sign -> sign <= 0),
    AT_LEAST(">=", sign -> sign >= 0),
    BELOW("<", sign -> sign < 0),
    ABOVE(">", sign -> sign > 0);

    private final String sign;
    private final IntPredicate holds;

    Relation(String sign, IntPredicate holds) {
        this.sign = sign;
        this.holds = holds;
    }

    boolean holds(int difference) {
        return holds.test(difference);
    }

    /** Whether it needs an order, and not only a difference. */
    boolean isOrder() {
        return this != EQUAL && this != UNEQUAL;
    }

    static Optional<Relation> of(String sign) {
        return Arrays.stream(values()).filter(each -> each.sign.equals(sign)).findFirst();
    }
}
