package io.rialto.feeds.returns;

import io.rialto.feeds.past.Flow;
import io.rialto.feeds.portfolio.EquityPoint;
import io.rialto.feeds.returns.Return.Undefined;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * Returns of one stretch of an account's curve.
 *
 * <p>The time-weighted return is {@code product of (worth before flow i / worth behind flow i - 1) - 1}, the last stretch ending at
 * the end: the method of the Global Investment Performance Standards with a valuation at every external flow. 34 digits on the way,
 * ten decimals at the end, half to even. The money-weighted one is {@link MoneyWeighted}, the same standards' for closed-end funds.
 */
record Performance(Return timeWeighted, Return moneyWeighted, Optional<Drawdown> drawdown) {
    private static final int SCALE = 10;

    /**
     * @param points oldest first, at least one: the first is the start, the last the end
     * @param flows of the time between, oldest first
     */
    static Performance of(List<EquityPoint> points, List<Flow> flows) {
        EquityPoint start = points.get(0);
        EquityPoint end = points.get(points.size() - 1);
        Growth growth = new Growth(start.equity());
        Drawdown.Watch watch = new Drawdown.Watch();
        int passed = 0;
        for (EquityPoint point : points) {
            boolean isEnd = point == end;
            while (passed < flows.size() && (isEnd || flows.get(passed).timeNanos() < point.timeNanos())) {
                Flow flow = flows.get(passed++);
                growth.at(flow.beforeMinor()).ifPresent(index -> watch.at(flow.timeNanos(), index));
                growth.pass(flow);
            }
            growth.at(point.equity()).ifPresent(index -> watch.at(point.timeNanos(), index));
        }
        Return timeWeighted = growth.at(end.equity())
                .map(index -> Return.of(index.subtract(BigDecimal.ONE).setScale(SCALE, RoundingMode.HALF_EVEN)))
                .orElseGet(() -> Return.not(Undefined.NOTHING_INVESTED));
        return new Performance(timeWeighted, MoneyWeighted.of(start, end, flows), watch.deepest());
    }
}
