package io.rialto.gateway.portfolio;

import io.rialto.feeds.listing.Asset;
import io.rialto.feeds.portfolio.EquityPoint;
import io.rialto.feeds.portfolio.Portfolio;
import io.rialto.gateway.form.Times;
import io.rialto.gateway.market.Listed;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;

/**
 * What an account is worth on the wire.
 *
 * @param asset in which the venue values; null before anything is listed
 * @param equity what made it so are {@code price}, {@code fees}, {@code funding} and {@code transfers}: it is their sum
 */
public record PortfolioBody(
        String account,
        String asset,
        String equity,
        String profit,
        String price,
        String fees,
        String funding,
        String transfers,
        List<Item> items,
        Drawdown drawdown,
        long sequence) {
    private static final int FRACTION_SCALE = 7;

    /** @param price null while it has none, and then it counts for nothing */
    record Item(String asset, String amount, String price, String value) {}

    /** One moment of the curve, or what changed between two. */
    public record Point(
            String time,
            String equity,
            String profit,
            String price,
            String fees,
            String funding,
            String transfers,
            long sequence) {}

    /** @param fraction of the peak; null without one above zero */
    record Drawdown(String amount, String peak, String fraction) {}

    static PortfolioBody of(Portfolio portfolio, Listed listed) {
        int scale = scale(portfolio, listed);
        Point now = point(portfolio.now(), scale);
        return new PortfolioBody(
                Integer.toString(portfolio.account()),
                asset(portfolio, listed),
                now.equity,
                now.profit,
                now.price,
                now.fees,
                now.funding,
                now.transfers,
                portfolio.assets().stream()
                        .map(each -> item(each, listed, scale))
                        .toList(),
                drawdown(portfolio.drawdown(), scale),
                portfolio.now().sequence());
    }

    static String asset(Portfolio portfolio, Listed listed) {
        return asset(portfolio.asset(), listed);
    }

    static int scale(Portfolio portfolio, Listed listed) {
        return scale(portfolio.asset(), listed);
    }

    /** Of the asset in which the venue values; 0 before anything is listed. */
    public static int scale(int asset, Listed listed) {
        return asset == 0 ? 0 : listed.asset(asset).scale();
    }

    /** Null before anything is listed. */
    public static String asset(int asset, Listed listed) {
        return asset == 0 ? null : listed.asset(asset).code();
    }

    private static Item item(Portfolio.AssetValue value, Listed listed, int scale) {
        Asset asset = listed.asset(value.asset());
        return new Item(
                asset.code(),
                money(value.amountMinor(), asset.scale()),
                value.price().map(BigDecimal::toPlainString).orElse(null),
                value.valueMinor().map(minor -> money(minor, scale)).orElse(null));
    }

    public static Point point(EquityPoint point, int scale) {
        return new Point(
                Times.text(point.timeNanos()),
                money(point.equity(), scale),
                money(point.profit(), scale),
                money(point.price(), scale),
                money(point.fees(), scale),
                money(point.funding(), scale),
                money(point.transfers(), scale),
                point.sequence());
    }

    static Drawdown drawdown(Portfolio.Drawdown drawdown, int scale) {
        BigInteger peak = drawdown.peakMinor();
        BigDecimal below = new BigDecimal(drawdown.minor());
        return new Drawdown(
                money(drawdown.minor(), scale),
                money(peak, scale),
                peak.signum() <= 0
                        ? null
                        : below.divide(new BigDecimal(peak), FRACTION_SCALE, RoundingMode.HALF_EVEN)
                                .toPlainString());
    }

    public static String money(BigInteger minor, int scale) {
        return new BigDecimal(minor, scale).toPlainString();
    }
}
