package io.rialto.gateway.portfolio;

import io.rialto.feeds.archive.Stretch;
import io.rialto.feeds.candles.Interval;
import io.rialto.feeds.costs.CostMethod;
import io.rialto.feeds.portfolio.EquityPoint;
import io.rialto.feeds.portfolio.Portfolio;
import io.rialto.feeds.portfolio.Portfolios;
import io.rialto.feeds.returns.Returns;
import io.rialto.gateway.access.Scope;
import io.rialto.gateway.archive.WholeCurve;
import io.rialto.gateway.form.Field;
import io.rialto.gateway.form.Times;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.performance.Intervals;
import io.rialto.gateway.performance.PeriodBody;
import io.rialto.gateway.portfolio.PortfolioBody.Drawdown;
import io.rialto.gateway.portfolio.PortfolioBody.Point;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** What an account is worth in the asset in which the venue values, and what it gained, from what, and when. */
public final class PortfolioRoutes implements RouteGroup {
    private final Portfolios portfolios;
    private final Returns returns;
    private final WholeCurve curves;
    private final Listed listed;

    public PortfolioRoutes(Portfolios portfolios, Returns returns, WholeCurve curves, Listed listed) {
        this.portfolios = portfolios;
        this.returns = returns;
        this.curves = curves;
        this.listed = listed;
    }

    private enum Curve {
        HOURS,
        DAYS
    }

    /** By quote asset: what trades of all instruments in it gained. */
    private record Gain(String asset, String realised, String unrealised, String fees, String funding) {}

    /** @param change since the session began, at midnight UTC */
    private record Session(String start, String equity, Point change) {}

    /**
     * @param change over the period; where what was before it is not kept, from the oldest that is
     * @param wholeFrom from when on no point of the curve is missing; null where none is
     */
    private record Performance(
            String account,
            String asset,
            CostMethod method,
            Point now,
            Session session,
            Point change,
            List<Gain> gains,
            Drawdown drawdown,
            Drawdown mostDrawdown,
            List<Point> curve,
            String wholeFrom,
            PeriodBody period,
            long sequence) {}

    private static final class Sums {
        private BigInteger realised = BigInteger.ZERO;
        private BigInteger unrealised = BigInteger.ZERO;
        private BigInteger fees = BigInteger.ZERO;
        private BigInteger funding = BigInteger.ZERO;

        void add(Portfolio.Position position) {
            realised = realised.add(position.realisedMinor());
            unrealised = unrealised.add(position.unrealisedMinor().orElse(BigInteger.ZERO));
            fees = fees.add(position.feesMinor());
            funding = funding.add(position.fundingMinor());
        }
    }

    @Override
    public void addTo(Routes routes) {
        routes.read("/portfolio", Scope.READ, this::portfolio)
                .says("What the account is worth")
                .answers(200, PortfolioBody.class);
        routes.read(
                        "/portfolio/performance",
                        Scope.READ,
                        this::performance,
                        "method",
                        "curve",
                        "from",
                        "to",
                        "interval")
                .says("Gains, returns, drawdowns, and what they came from")
                .with(
                        Intervals.FIELD.optional().says("at whose ends the period is looked at, or at coarser ones"),
                        Field.moment("from").optional(),
                        Field.moment("to").optional(),
                        Field.choice("method", CostMethod.class).optional(),
                        Field.choice("curve", Curve.class).optional())
                .answers(200, Performance.class);
    }

    private Answer portfolio(Call call) {
        Portfolio portfolio = portfolios.of(listed.readAccount(call), CostMethod.AVERAGE);
        return Answer.ok(PortfolioBody.of(portfolio, listed));
    }

    private Answer performance(Call call) {
        CostMethod method = call.choice("method", CostMethod.class).orElse(CostMethod.AVERAGE);
        Curve curve = call.choice("curve", Curve.class).orElse(Curve.HOURS);
        OptionalLong from = call.moment("from");
        OptionalLong to = call.moment("to");
        Interval finest = Intervals.of(call).orElse(Interval.ONE_MINUTE);
        Intervals.checkSpan(call);
        int account = listed.readAccount(call);
        Portfolio portfolio = portfolios.of(account, method);
        Stretch stretch = curves.stretch(new Stretch.Asked(portfolio, curve == Curve.HOURS, from, to));
        EquityPoint change = from.isEmpty() ? stretch.last() : stretch.last().since(stretch.before());
        int scale = PortfolioBody.scale(portfolio, listed);
        return Answer.ok(new Performance(
                Integer.toString(portfolio.account()),
                PortfolioBody.asset(portfolio, listed),
                method,
                PortfolioBody.point(portfolio.now(), scale),
                session(portfolio, scale),
                PortfolioBody.point(change, scale),
                gains(portfolio),
                PortfolioBody.drawdown(portfolio.drawdown(), scale),
                PortfolioBody.drawdown(portfolio.mostDrawdown(), scale),
                stretch.points().stream()
                        .map(point -> PortfolioBody.point(point, scale))
                        .toList(),
                stretch.wholeFromNanos().isEmpty()
                        ? null
                        : Times.text(stretch.wholeFromNanos().getAsLong()),
                PeriodBody.of(returns.report(account, method, from, to, finest), listed),
                portfolio.now().sequence()));
    }

    private static Session session(Portfolio portfolio, int scale) {
        return new Session(
                Times.text(portfolio.sessionNanos()),
                PortfolioBody.point(portfolio.session(), scale).equity(),
                PortfolioBody.point(portfolio.now().since(portfolio.session()), scale));
    }

    private List<Gain> gains(Portfolio portfolio) {
        Map<Integer, Sums> sums = new TreeMap<>();
        for (Portfolio.Position position : portfolio.positions()) {
            int asset = listed.terms(position.instrument()).instrument().quote().number();
            sums.computeIfAbsent(asset, any -> new Sums()).add(position);
        }
        List<Gain> gains = new ArrayList<>();
        sums.forEach((asset, sum) -> gains.add(gain(asset, sum)));
        return gains;
    }

    private Gain gain(int asset, Sums sums) {
        int scale = listed.asset(asset).scale();
        return new Gain(
                listed.asset(asset).code(),
                money(sums.realised, scale),
                money(sums.unrealised, scale),
                money(sums.fees, scale),
                money(sums.funding, scale));
    }

    private static String money(BigInteger minor, int scale) {
        return new BigDecimal(minor, scale).toPlainString();
    }
}
