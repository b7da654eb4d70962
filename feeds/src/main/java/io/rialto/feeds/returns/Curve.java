package io.rialto.feeds.returns;

import io.rialto.feeds.portfolio.EquityPoint;
import java.util.List;
import java.util.OptionalLong;

/**
 * What an account was worth at the end of each interval, also of those in which nothing happened.
 *
 * @param asset in which it is told; 0 before anything is listed
 * @param items oldest first; each counts all that happened before its time
 * @param next the time of the one behind them
 * @param wholeFromNanos from when on they are kept at this interval; empty when nothing was let go
 */
public record Curve(
        int asset,
        List<EquityPoint> items,
        EquityPoint now,
        OptionalLong next,
        OptionalLong wholeFromNanos,
        long sequence) {
    public Curve {
        items = List.copyOf(items);
    }
}
