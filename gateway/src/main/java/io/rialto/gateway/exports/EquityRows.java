package io.rialto.gateway.exports;

import io.rialto.feeds.candles.Interval;
import io.rialto.feeds.portfolio.EquityPoint;
import io.rialto.feeds.position.Page;
import io.rialto.feeds.returns.Curve;
import io.rialto.gateway.archive.WholeCurve;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.portfolio.PortfolioBody;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;

/** What an account was worth at the end of each interval, oldest first. */
record EquityRows(WholeCurve curves, Listed listed, int account, Interval interval, long fromNanos, long toNanos)
        implements Rows {
    @Override
    public List<String> columns() {
        return List.of("time", "equity", "profit", "price", "fees", "funding", "transfers", "sequence");
    }

    @Override
    public boolean read(Taker taker) throws IOException {
        long from = fromNanos;
        boolean isWhole = true;
        while (true) {
            Curve page =
                    curves.curve(account, interval, OptionalLong.of(from), OptionalLong.of(toNanos), Page.MAX_ITEMS);
            int scale = PortfolioBody.scale(page.asset(), listed);
            isWhole &= page.wholeFromNanos().isEmpty() || page.wholeFromNanos().getAsLong() <= fromNanos;
            for (EquityPoint point : page.items()) taker.take(cells(PortfolioBody.point(point, scale)));
            if (page.next().isEmpty()) return isWhole;
            from = page.next().getAsLong();
        }
    }

    private static List<String> cells(PortfolioBody.Point point) {
        return Export.cells(
                point.time(),
                point.equity(),
                point.profit(),
                point.price(),
                point.fees(),
                point.funding(),
                point.transfers(),
                Long.toString(point.sequence()));
    }
}
