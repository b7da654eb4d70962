package io.rialto.gateway.performance;

import io.rialto.feeds.returns.Attribution;
import io.rialto.feeds.returns.Drawdown;
import io.rialto.feeds.returns.Report;
import io.rialto.feeds.returns.Return;
import io.rialto.gateway.form.Times;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.portfolio.PortfolioBody;
import io.rialto.gateway.portfolio.PortfolioBody.Point;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;

/**
 * What an account earned over a period, on the wire.
 *
 * @param from what the period really begins with: the last full minute, hour or day before what was asked
 * @param interval at whose ends the fall was looked for, beside every flow
 * @param whole false when older parts of what was asked are no longer kept
 * @param flows how often money came in or went out
 */
public record PeriodBody(
        String from,
        String to,
        String interval,
        boolean whole,
        Point start,
        Point end,
        Point change,
        int flows,
        Rate timeWeighted,
        Rate moneyWeighted,
        Fall maxDrawdown,
        Sources attribution) {
    private static final double YEAR_NANOS = 365 * 86_400e9;
    private static final int ANNUAL_SCALE = 8;

    /**
     * @param rate of the whole period, 0.05 is five per cent; null with a {@code reason}
     * @param annualised {@code (1 + rate) ^ (365 days / period) - 1}; null of less than a year
     */
    public record Rate(String rate, String annualised, Return.Undefined reason, String formula) {}

    /** The deepest; {@code fraction} is 1 - trough / peak of the time-weighted index. */
    public record Fall(String fraction, String peakTime, String troughTime) {}

    /** What the profit came from; all of {@code items} and {@code other} are {@code total}. */
    public record Sources(List<Source> items, String other, String total) {}

    /** @param price what its price did to what was not bought here */
    public record Source(
            String symbol,
            String realised,
            String unrealised,
            String fees,
            String funding,
            String price,
            String total) {}

    public static PeriodBody of(Report report, Listed listed) {
        int scale = PortfolioBody.scale(report.asset(), listed);
        long length = report.end().timeNanos() - report.start().timeNanos();
        return new PeriodBody(
                Times.text(report.start().timeNanos()),
                Times.text(report.end().timeNanos()),
                report.interval().code(),
                report.isWhole(),
                PortfolioBody.point(report.start(), scale),
                PortfolioBody.point(report.end(), scale),
                PortfolioBody.point(report.end().since(report.start()), scale),
                report.flows(),
                rate(
                        report.timeWeighted(),
                        length,
                        "product of worth before each flow / worth behind the last one, less 1"),
                rate(report.moneyWeighted(), length, "r: start * (1 + r) + sum of flow * (1 + r) ^ part left = end"),
                report.drawdown().map(PeriodBody::fall).orElse(null),
                sources(report.attribution(), scale, listed));
    }

    private static Rate rate(Return of, long length, String formula) {
        return new Rate(
                of.rate().map(BigDecimal::toPlainString).orElse(null),
                of.rate().map(rate -> annualised(rate, length)).orElse(null),
                of.why().orElse(null),
                formula);
    }

    private static String annualised(BigDecimal rate, long length) {
        double years = length / YEAR_NANOS;
        double growth = 1 + rate.doubleValue();
        if (years < 1 || growth <= 0) return null;
        return new BigDecimal(StrictMath.pow(growth, 1 / years) - 1)
                .setScale(ANNUAL_SCALE, RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    private static Fall fall(Drawdown drawdown) {
        return new Fall(
                drawdown.fraction().toPlainString(),
                Times.text(drawdown.peakNanos()),
                Times.text(drawdown.troughNanos()));
    }

    private static Sources sources(Attribution attribution, int scale, Listed listed) {
        return new Sources(
                attribution.lines().stream()
                        .map(line -> source(line, scale, listed))
                        .toList(),
                money(attribution.other(), scale),
                money(attribution.total(), scale));
    }

    private static Source source(Attribution.Line line, int scale, Listed listed) {
        return new Source(
                listed.terms(line.instrument()).instrument().symbol(),
                money(line.realised(), scale),
                money(line.unrealised(), scale),
                money(line.fees(), scale),
                money(line.funding(), scale),
                money(line.price(), scale),
                money(line.sum(), scale));
    }

    private static String money(BigInteger minor, int scale) {
        return PortfolioBody.money(minor, scale);
    }
}
