package io.rialto.engine.reference;

import static java.math.BigInteger.ZERO;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** How far a limit is from what the market itself is at, in basis points, rounded up. */
final class ReferenceDeviation {
    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

    private ReferenceDeviation() {}

    static BigInteger bps(ReferenceInstrument market, long ticks) {
        long last = market.lastTradeTicks != 0 ? market.lastTradeTicks : Math.max(0, market.terms.referenceTicks());
        long own = market.isContract() ? market.contractMark() : last;
        if (ticks == 0 || own == 0) return ZERO;
        BigDecimal apart =
                BigDecimal.valueOf(ticks).subtract(BigDecimal.valueOf(own)).abs();
        return apart.movePointRight(4)
                .divide(BigDecimal.valueOf(own), 0, RoundingMode.CEILING)
                .toBigInteger()
                .min(MOST);
    }
}
