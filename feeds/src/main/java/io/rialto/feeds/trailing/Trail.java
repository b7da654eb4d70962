package io.rialto.feeds.trailing;

import io.rialto.feeds.trading.SpecialTerms;
import io.rialto.protocol.Side;
import java.math.BigInteger;
import java.util.OptionalLong;

/**
 * One trailing stop on its way: not active, or active since a moment. Prices in ticks.
 *
 * <p>Threading: the writing thread moves it; questions go through the orders' position.
 */
public final class Trail {
    /** Of any other order. */
    public static final Trail NONE = new Trail(new PriceSeries(), Side.NULL_VAL, SpecialTerms.NONE);

    private static final BigInteger WHOLE = BigInteger.valueOf(10_000);
    private static final long NOT_ACTIVE = -1;

    private final PriceSeries series;
    private final boolean sells;
    private final SpecialTerms terms;
    private long activeSince = NOT_ACTIVE;
    private boolean isOver;

    Trail(PriceSeries series, Side side, SpecialTerms terms) {
        this.series = series;
        this.sells = side == Side.SELL;
        this.terms = terms;
    }

    /** Where its trigger stands; empty while it is not active, and where no price could reach it. */
    public OptionalLong triggerTicks() {
        if (isOver || activeSince == NOT_ACTIVE) return OptionalLong.empty();
        BigInteger extreme = BigInteger.valueOf(series.extreme(sells, activeSince));
        BigInteger trigger = terms.trailingBps() == 0 ? byTicks(extreme) : byBps(extreme);
        boolean isPrice = trigger.signum() > 0 && trigger.bitLength() < Long.SIZE;
        return isPrice ? OptionalLong.of(trigger.longValue()) : OptionalLong.empty();
    }

    /** It waits no more. */
    public void end() {
        if (isOver || this == NONE) return;
        isOver = true;
        series.leave(this, activeSince != NOT_ACTIVE);
    }

    boolean isActiveFrom(long ticks) {
        return terms.activationTicks().isEmpty() || terms.activationTicks().getAsLong() == ticks;
    }

    long activationTicks() {
        return terms.activationTicks().orElseThrow();
    }

    void activate(long moment) {
        activeSince = moment;
    }

    private BigInteger byTicks(BigInteger extreme) {
        BigInteger way = BigInteger.valueOf(terms.trailingTicks());
        return sells ? extreme.subtract(way) : extreme.add(way);
    }

    /** Rounded away from the best price. */
    private BigInteger byBps(BigInteger extreme) {
        BigInteger bps = BigInteger.valueOf(terms.trailingBps());
        if (sells) return extreme.multiply(WHOLE.subtract(bps)).divide(WHOLE);
        return extreme.multiply(WHOLE.add(bps))
                .add(WHOLE)
                .subtract(BigInteger.ONE)
                .divide(WHOLE);
    }
}
