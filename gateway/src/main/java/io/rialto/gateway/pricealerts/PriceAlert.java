package io.rialto.gateway.pricealerts;

import java.math.BigDecimal;

/**
 * A price that somebody waits for. It is armed while the market trades on the other side, and as long as nothing has traded;
 * the trade at or beyond the price triggers it. Once is enough, unless it is repeated: then it is armed again by the next trade on the other side.
 * Immutable.
 *
 * @param times how often it was triggered
 * @param createdSequence trades up to that frame were known when it was made, and do not count
 * @param triggeredSequence of the last trade that triggered it; 0 for none
 */
public record PriceAlert(
        int id,
        int reader,
        String symbol,
        Direction direction,
        BigDecimal price,
        boolean isRepeated,
        boolean isArmed,
        boolean isActive,
        int times,
        long createdSequence,
        long triggeredSequence,
        long createdMillis) {

    /** From which side the price is crossed. */
    public enum Direction {
        ABOVE,
        BELOW;

        boolean isBeyond(BigDecimal traded, BigDecimal price) {
            int sign = traded.compareTo(price);
            return this == ABOVE ? sign >= 0 : sign <= 0;
        }
    }

    /** The same after a trade: another object only when the trade made a difference. */
    public PriceAlert after(BigDecimal traded, long sequence) {
        if (!isActive || sequence <= createdSequence) return this;
        boolean isBeyond = direction.isBeyond(traded, price);
        if (isArmed && isBeyond) return with(false, isRepeated, times + 1, sequence);
        if (!isArmed && !isBeyond) return with(true, isActive, times, triggeredSequence);
        return this;
    }

    /** Whether somebody is to be told of the trade. */
    boolean isTriggeredBy(BigDecimal traded, long sequence) {
        return isArmed && after(traded, sequence) != this;
    }

    private PriceAlert with(boolean armed, boolean active, int nowTimes, long triggered) {
        return new PriceAlert(
                id,
                reader,
                symbol,
                direction,
                price,
                isRepeated,
                armed,
                active,
                nowTimes,
                createdSequence,
                triggered,
                createdMillis);
    }
}
