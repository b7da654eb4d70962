package io.rialto.gateway.analysis;

import io.rialto.feeds.Feeds;
import io.rialto.feeds.analysis.Figure;
import io.rialto.feeds.analysis.RiskFigures;
import io.rialto.feeds.costs.CostMethod;
import io.rialto.feeds.portfolio.Portfolio;
import io.rialto.gateway.access.Scope;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.ingress.Ingress;
import io.rialto.gateway.market.Listed;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** How an account's portfolio stands now, and what its past days say about its risk. */
public final class AnalysisRoutes implements RouteGroup {
    private static final int PLACES = 8;

    private final Feeds feeds;
    private final Listed listed;
    private final StressRoutes stress;

    public AnalysisRoutes(Ingress ingress, Feeds feeds, Listed listed) {
        this.feeds = feeds;
        this.listed = listed;
        stress = new StressRoutes(ingress, listed);
    }

    @Override
    public void addTo(Routes routes) {
        routes.read("/risk-rules/portfolio-risk", Scope.READ, this::portfolioRisk)
                .says("The portfolio's concentration and exposure")
                .answers(200, PortfolioRiskBody.class);
        routes.read("/risk/analysis", Scope.READ, this::analysis)
                .says("What the account risks, position by position")
                .answers(200, Analysis.class);
        stress.addTo(routes);
    }

    /** @param value null with a reason; {@code minimum} samples are needed */
    private record Item(
            String value, String amount, String formula, String window, int samples, int minimum, String reason) {}

    private record Analysis(
            String account,
            String asset,
            String accountValue,
            Item valueAtRisk95,
            Item valueAtRisk99,
            Item expectedShortfall95,
            Item expectedShortfall99,
            Item sharpe,
            Item sortino,
            Item beta,
            Concentration concentration,
            long sequence) {}

    private Answer portfolioRisk(Call call) {
        return Answer.ok(PortfolioRiskBody.of(holdings(call), listed));
    }

    private Answer analysis(Call call) {
        Holdings holdings = holdings(call);
        Portfolio portfolio = holdings.portfolio();
        RiskFigures figures = RiskFigures.of(portfolio);
        BigDecimal value = new BigDecimal(portfolio.now().equity(), holdings.scale());
        return Answer.ok(new Analysis(
                Integer.toString(portfolio.account()),
                holdings.asset(),
                value.toPlainString(),
                loss(figures.valueAtRisk95(), value),
                loss(figures.valueAtRisk99(), value),
                loss(figures.expectedShortfall95(), value),
                loss(figures.expectedShortfall99(), value),
                item(figures.sharpe(), null),
                item(figures.sortino(), null),
                item(figures.beta(), null),
                Concentration.of(holdings),
                portfolio.now().sequence()));
    }

    private Holdings holdings(Call call) {
        int account = listed.readAccount(call);
        return Holdings.of(
                feeds.portfolios().of(account, CostMethod.AVERAGE),
                feeds.balances().balances(account),
                feeds.margins().of(account),
                listed);
    }

    private static Item loss(Figure figure, BigDecimal value) {
        return item(
                figure,
                figure.value()
                        .map(part -> part.multiply(value)
                                .setScale(value.scale(), RoundingMode.HALF_EVEN)
                                .toPlainString())
                        .orElse(null));
    }

    private static Item item(Figure figure, String amount) {
        return new Item(
                figure.value()
                        .map(value ->
                                value.setScale(PLACES, RoundingMode.HALF_EVEN).toPlainString())
                        .orElse(null),
                amount,
                figure.formula(),
                figure.window(),
                figure.samples(),
                figure.least(),
                figure.reason().orElse(null));
    }
}
