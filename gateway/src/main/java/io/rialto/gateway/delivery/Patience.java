package io.rialto.gateway.delivery;

import java.time.Duration;
import java.util.function.LongUnaryOperator;

/**
 * How long to wait before another try, and how often: twice as long each time up to a most, of which a drawn part between half and
 * all of it counts, so that what failed together does not come back together. Immutable.
 *
 * @param first before the second try
 * @param longest of all waits
 * @param tries at most, the first one among them
 * @param draw a number of 0 up to below its argument
 */
public record Patience(Duration first, Duration longest, int tries, LongUnaryOperator draw) {

    public boolean isAtAnEnd(int tried) {
        return tried >= tries;
    }

    /** @param tried how often it was tried, from 1 */
    public Duration afterTry(int tried) {
        long millis = first.toMillis();
        for (int i = 1; i < tried && millis < longest.toMillis(); i++) millis *= 2;
        long whole = Math.min(millis, longest.toMillis());
        long half = whole / 2;
        return Duration.ofMillis(half + draw.applyAsLong(whole - half + 1));
    }
}
