package io.rialto.gateway.analysis;

import io.rialto.feeds.portfolio.EquityPoint;
import io.rialto.feeds.portfolio.Portfolio;
import io.rialto.gateway.market.Listed;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How an account's portfolio stands, in the asset in which the venue values. Each percentage is null where what it is of is not above
 * zero.
 *
 * @param unpriced positions that count for nothing, for nobody knows a price
 */
record PortfolioRiskBody(
        String account,
        String asset,
        String accountValue,
        String buyingPower,
        String totalPositionValue,
        String cash,
        int numberOfPositions,
        String dailyProfit,
        String dailyProfitPercent,
        String totalUnrealised,
        String totalUnrealisedPercent,
        String leverage,
        String maxDrawdownPercent,
        List<String> unpriced,
        Map<String, String> formulas,
        long sequence) {
    private static final int PLACES = 4;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Map<String, String> FORMULAS = new TreeMap<>(Map.of(
            "accountValue", "all balances and margins at their price, and what is unrealised of contracts",
            "buyingPower", "available balance and available margin in the asset",
            "totalPositionValue", "other assets at their price, and contracts at mark, whichever way",
            "cash", "balance and margin in the asset",
            "dailyProfit", "profit since midnight UTC; percent of the account value then",
            "totalUnrealised", "worth less average cost of all positions; percent of that cost",
            "leverage", "totalPositionValue / accountValue",
            "maxDrawdownPercent", "deepest fall of the account value below its peak, by full hours and now"));

    static PortfolioRiskBody of(Holdings holdings, Listed listed) {
        Portfolio portfolio = holdings.portfolio();
        EquityPoint day = portfolio.now().since(portfolio.session());
        BigInteger unrealised = BigInteger.ZERO;
        BigInteger cost = BigInteger.ZERO;
        for (Portfolio.Position position : portfolio.positions()) {
            var quote = listed.terms(position.instrument()).instrument().quote();
            unrealised = unrealised.add(position.unrealisedMinor()
                    .flatMap(minor -> Holdings.worth(portfolio, quote, minor, holdings.scale()))
                    .orElse(BigInteger.ZERO));
            cost = cost.add(Holdings.worth(portfolio, quote, position.costMinor(), holdings.scale())
                    .orElse(BigInteger.ZERO));
        }
        BigInteger value = portfolio.now().equity();
        return new PortfolioRiskBody(
                Integer.toString(portfolio.account()),
                holdings.asset(),
                money(value, holdings),
                money(holdings.freeMinor(), holdings),
                money(holdings.worthMinor(), holdings),
                money(holdings.cashMinor(), holdings),
                holdings.items().size() + holdings.unpriced().size(),
                money(day.profit(), holdings),
                percent(day.profit(), portfolio.session().equity()),
                money(unrealised, holdings),
                percent(unrealised, cost),
                ratio(new BigDecimal(holdings.worthMinor()), value),
                percent(
                        portfolio.mostDrawdown().minor(),
                        portfolio.mostDrawdown().peakMinor()),
                holdings.unpriced(),
                FORMULAS,
                portfolio.now().sequence());
    }

    private static String money(BigInteger minor, Holdings holdings) {
        return new BigDecimal(minor, holdings.scale()).toPlainString();
    }

    private static String percent(BigInteger part, BigInteger of) {
        return ratio(new BigDecimal(part).multiply(HUNDRED), of);
    }

    private static String ratio(BigDecimal part, BigInteger of) {
        if (of.signum() <= 0) return null;
        return part.divide(new BigDecimal(of), PLACES, RoundingMode.HALF_EVEN).toPlainString();
    }
}
