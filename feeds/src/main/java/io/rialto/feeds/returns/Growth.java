package io.rialto.feeds.returns;

import io.rialto.feeds.past.Flow;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Optional;

/**
 * What became of one unit that was there at the start, whatever was paid in or out: the time-weighted index. A stretch ends
 * at each flow; the index is multiplied by what the account was worth before the flow over what it was worth behind the one
 * before.
 */
final class Growth {
    static final MathContext PLACES = MathContext.DECIMAL128;

    private BigInteger baseMinor;
    private Optional<BigDecimal> grown = Optional.of(BigDecimal.ONE);

    Growth(BigInteger startMinor) {
        baseMinor = startMinor;
    }

    /** Where the index is when the account is worth so much; empty where nothing was there to grow. */
    Optional<BigDecimal> at(BigInteger worthMinor) {
        if (grown.isEmpty() || worthMinor.equals(baseMinor)) return grown;
        if (baseMinor.signum() <= 0) return Optional.empty();
        BigDecimal factor = new BigDecimal(worthMinor).divide(new BigDecimal(baseMinor), PLACES);
        return Optional.of(grown.get().multiply(factor, PLACES));
    }

    void pass(Flow flow) {
        grown = at(flow.beforeMinor());
        baseMinor = flow.afterMinor();
    }
}
