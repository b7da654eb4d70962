package io.rialto.gateway.performance;

import io.rialto.feeds.candles.Interval;
import io.rialto.feeds.position.Page;
import io.rialto.feeds.returns.Curve;
import io.rialto.gateway.access.Scope;
import io.rialto.gateway.archive.WholeCurve;
import io.rialto.gateway.form.Field;
import io.rialto.gateway.form.Times;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.portfolio.PortfolioBody;
import io.rialto.gateway.portfolio.PortfolioBody.Point;
import java.util.List;
import java.util.OptionalLong;

/** What an account was worth at the end of each interval. */
public final class EquityRoutes implements RouteGroup {
    private static final int USUAL = 500;

    private final WholeCurve curves;
    private final Listed listed;

    public EquityRoutes(WholeCurve curves, Listed listed) {
        this.curves = curves;
        this.listed = listed;
    }

    @Override
    public void addTo(Routes routes) {
        routes.read("/portfolio/history", Scope.READ, this::history, "interval", "from", "to", "limit")
                .says("What the account was worth at the end of each interval, oldest first; without from the newest")
                .with(
                        Intervals.FIELD.optional().says("1h without"),
                        Field.moment("from").optional(),
                        Field.moment("to").optional().says("before which they end"),
                        Field.whole("limit", 1, Page.MAX_ITEMS).optional())
                .answers(200, Body.class);
    }

    /**
     * @param next the end of the interval behind these; null when none has ended yet
     * @param wholeFrom from when on they are kept at this interval; null while none was ever let go
     */
    private record Body(
            String account,
            String asset,
            String interval,
            List<Point> items,
            Point now,
            String next,
            String wholeFrom,
            long sequence) {}

    private Answer history(Call call) {
        int account = listed.readAccount(call);
        Interval interval = Intervals.of(call).orElse(Interval.ONE_HOUR);
        Intervals.checkSpan(call);
        int limit = (int) call.whole("limit", 1, Page.MAX_ITEMS).orElse(USUAL);
        Curve curve = curves.curve(account, interval, call.moment("from"), call.moment("to"), limit);
        int scale = PortfolioBody.scale(curve.asset(), listed);
        return Answer.ok(new Body(
                Integer.toString(account),
                PortfolioBody.asset(curve.asset(), listed),
                interval.code(),
                curve.items().stream()
                        .map(point -> PortfolioBody.point(point, scale))
                        .toList(),
                PortfolioBody.point(curve.now(), scale),
                moment(curve.next()),
                moment(curve.wholeFromNanos()),
                curve.sequence()));
    }

    private static String moment(OptionalLong nanos) {
        return nanos.isPresent() ? Times.text(nanos.getAsLong()) : null;
    }
}
