package io.rialto.gateway.notices;

import io.rialto.gateway.filters.Filter;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody wants to be told of: all of its conditions together, asked in the order of {@link Verdict}; the first that does
 * not hold is why it is not told. Immutable.
 *
 * @param firm whose accounts, of the scope {@link Scope#FIRM}; else 0
 * @param types empty for all
 * @param symbol empty for all; what is about no market does not have it
 * @param threshold the least {@link Happening#weight}; what has none has nothing below it
 */
public record Wish(
        Scope scope,
        int firm,
        Set<NoticeType> types,
        Priority least,
        Optional<String> symbol,
        Optional<BigDecimal> threshold,
        Filter filter) {

    /** Of whose doings. */
    public enum Scope {
        /** His own account: he is told of it anyway, and this says of what alone. */
        OWN,
        /** A firm's accounts. */
        FIRM,
        /** The market: halts, auctions, signals. */
        MARKET
    }

    /** Why something is not told, in the order in which it is found out; or that it is. */
    public enum Verdict {
        TYPE,
        PRIORITY,
        SYMBOL,
        THRESHOLD,
        EXPRESSION,
        PASSED
    }

    public boolean isOf(NoticeType type) {
        return types.isEmpty() || types.contains(type);
    }

    public Verdict judge(Happening happening) {
        if (!isOf(happening.type())) return Verdict.TYPE;
        if (!happening.priority().isAtLeast(least)) return Verdict.PRIORITY;
        if (symbol.isPresent() && !symbol.equals(happening.symbol())) return Verdict.SYMBOL;
        if (isBelowThreshold(happening)) return Verdict.THRESHOLD;
        return filter.holds(happening) ? Verdict.PASSED : Verdict.EXPRESSION;
    }

    private boolean isBelowThreshold(Happening happening) {
        return threshold
                .flatMap(least -> happening.weight().filter(weight -> weight.compareTo(least) < 0))
                .isPresent();
    }
}
