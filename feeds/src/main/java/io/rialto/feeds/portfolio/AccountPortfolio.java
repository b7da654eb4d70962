package io.rialto.feeds.portfolio;

import io.rialto.feeds.costs.CostBook;
import io.rialto.feeds.costs.CostMethod;
import io.rialto.feeds.costs.PositionCosts;
import io.rialto.feeds.listing.Instrument;
import io.rialto.feeds.past.AccountThen;
import io.rialto.feeds.past.PositionThen;
import io.rialto.feeds.portfolio.Portfolio.AssetValue;
import io.rialto.feeds.portfolio.Portfolio.Drawdown;
import io.rialto.feeds.statements.MovementKind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * One account's holdings, costs and gains in the making. A holding is looked at before it changes, so what prices did to it
 * meanwhile is known without following them.
 */
final class AccountPortfolio {
    private static final int DAYS_KEPT = 1_000;

    final Map<Integer, PositionCosts> costs = new TreeMap<>();
    private final IntFunction<Instrument> instruments;
    private final Prices prices;
    private final FlowWatch flows;
    private final Map<Integer, Holding> assets = new TreeMap<>();
    private final Map<Integer, Holding> contracts = new TreeMap<>();
    private BigInteger price = BigInteger.ZERO;
    private BigInteger fees = BigInteger.ZERO;
    private BigInteger funding = BigInteger.ZERO;
    private BigInteger transfers = BigInteger.ZERO;

    private final KeptPoints hours = new KeptPoints(Portfolio.MOST_HOURS);
    private final KeptPoints days = new KeptPoints(DAYS_KEPT);
    private EquityPoint session = EquityPoint.NONE;
    private BigInteger peakProfit = BigInteger.ZERO;
    private Drawdown most = Drawdown.NONE;

    /** Is told of what comes from outside, and what the account is worth with it. */
    interface FlowWatch {
        FlowWatch NOBODY = (amountMinor, afterMinor) -> {};

        void brought(BigInteger amountMinor, BigInteger afterMinor);
    }

    AccountPortfolio(IntFunction<Instrument> instruments, Prices prices, FlowWatch flows) {
        this.flows = flows;
        this.instruments = instruments;
        this.prices = prices;
    }

    PositionCosts costs(int instrument) {
        return costs.computeIfAbsent(instrument, any -> new PositionCosts());
    }

    void move(int asset, int assetScale, MovementKind kind, BigInteger amountMinor) {
        Holding holding = assets.computeIfAbsent(asset, any -> new Holding(asset, assetScale));
        look(holding);
        holding.amountMinor(holding.amountMinor().add(amountMinor));
        BigInteger change = holding.look(prices);
        switch (kind) {
            case DEPOSIT, WITHDRAWAL, COVER -> brought(holding, change);
            case FEE -> fees = fees.add(change);
            case FUNDING -> funding = funding.add(change);
            default -> price = price.add(change);
        }
    }

    /** What a contract's position became, and what that realised, which was moved already. */
    void became(Instrument market, BigDecimal quantity, long costMinor, long realisedMinor) {
        Holding holding = contracts.computeIfAbsent(
                market.number(),
                any -> new Holding(market.quote().number(), market.quote().scale()));
        holding.amountMinor(unrealisedMinor(market));
        look(holding);
        costs(market.number()).became(quantity, BigInteger.valueOf(costMinor), BigInteger.valueOf(realisedMinor));
        holding.amountMinor(unrealisedMinor(market));
        price = price.add(holding.look(prices));
    }

    /** Its asset's price has begun, or ended. */
    void lookAt(int asset) {
        Holding own = assets.get(asset);
        if (own != null) look(own);
        contracts.forEach((instrument, holding) -> {
            if (holding.asset != asset) return;
            holding.amountMinor(unrealisedMinor(instruments.apply(instrument)));
            look(holding);
        });
    }

    private void look(Holding holding) {
        boolean wasValued = holding.isValued();
        BigInteger gain = holding.look(prices);
        if (wasValued) price = price.add(gain);
        else brought(holding, gain);
    }

    /** Holdings that come to be valued in the same moment are brought one by one. */
    private void brought(Holding holding, BigInteger change) {
        if (change.signum() == 0) return;
        holding.brought(change);
        transfers = transfers.add(change);
        EquityPoint now = point(0, 0);
        BigInteger unbrought = now.transfers().subtract(transfers);
        flows.brought(change, now.equity().subtract(unbrought));
    }

    /** What it has, whatever that is worth. */
    AccountThen then(long sequence) {
        List<PositionThen> positions = new ArrayList<>();
        costs.forEach((instrument, cost) -> positions.add(PositionThen.of(instrument, cost)));
        return new AccountThen(
                sequence, assets.values().stream().map(Holding::then).toList(), positions, fees, funding, transfers);
    }

    private BigInteger unrealisedMinor(Instrument market) {
        CostBook average = costs(market.number()).by(CostMethod.AVERAGE);
        return prices.worthMinor(market, average.quantity())
                .map(worth -> average.unrealisedMinor(worth.abs()))
                .orElse(BigInteger.ZERO);
    }

    /** As of now; changes nothing. */
    EquityPoint point(long timeNanos, long sequence) {
        BigInteger gained = BigInteger.ZERO;
        BigInteger valued = BigInteger.ZERO;
        for (Holding holding : assets.values()) {
            BigInteger gain = holding.gainMinor(holding.worthMinor(prices));
            if (holding.isValued()) gained = gained.add(gain);
            else valued = valued.add(gain);
        }
        for (Map.Entry<Integer, Holding> contract : contracts.entrySet()) {
            Holding holding = contract.getValue();
            BigInteger unrealised = unrealisedMinor(instruments.apply(contract.getKey()));
            BigInteger gain = holding.gainMinor(holding.worthMinor(prices, unrealised));
            if (holding.isValued()) gained = gained.add(gain);
            else valued = valued.add(gain);
        }
        BigInteger byPrice = price.add(gained);
        BigInteger brought = transfers.add(valued);
        BigInteger equity = byPrice.add(fees).add(funding).add(brought);
        return new EquityPoint(timeNanos, sequence, equity, byPrice, fees, funding, brought);
    }

    /** A point of its curve; false for those at which nothing was other than before: they are left out. */
    boolean keep(EquityPoint point, boolean isSessionStart) {
        peakProfit = peakProfit.max(point.profit());
        Drawdown drawdown = drawdown(point);
        if (drawdown.minor().compareTo(most.minor()) > 0) most = drawdown;
        boolean isNew = hours.keep(point);
        if (!isSessionStart) return isNew;
        session = point;
        days.keep(point);
        return isNew;
    }

    /** Money that came in or went out moved the peak along. */
    private Drawdown drawdown(EquityPoint point) {
        BigInteger below = peakProfit.max(point.profit()).subtract(point.profit());
        return new Drawdown(below, point.equity().add(below));
    }

    Portfolio portfolio(
            int account,
            CostMethod method,
            Map<Integer, BigDecimal> sessionMarks,
            List<Portfolio.Mark> benchmark,
            long sessionNanos,
            long nowNanos,
            long sequence) {
        EquityPoint now = point(nowNanos, sequence);
        Drawdown drawdown = drawdown(now);
        List<Portfolio.Position> positions = new ArrayList<>();
        costs.forEach((number, cost) -> positions.add(
                position(instruments.apply(number), cost, method, Optional.ofNullable(sessionMarks.get(number)))));
        return new Portfolio(
                account,
                prices.asset(),
                method,
                now,
                assets.values().stream().map(this::value).toList(),
                positions,
                sessionNanos,
                session,
                hours.all(),
                hours.fromNanos(),
                days.all(),
                days.fromNanos(),
                drawdown,
                drawdown.minor().compareTo(most.minor()) > 0 ? drawdown : most,
                benchmark);
    }

    private AssetValue value(Holding holding) {
        return new AssetValue(
                holding.asset, holding.amountMinor(), prices.ofAsset(holding.asset), holding.worthMinor(prices));
    }

    private Portfolio.Position position(
            Instrument market, PositionCosts cost, CostMethod method, Optional<BigDecimal> sessionMark) {
        CostBook book = cost.by(method);
        return new Portfolio.Position(
                market.number(),
                book.quantity(),
                book.costMinor(),
                book.realisedMinor(),
                prices.worthMinor(market, book.quantity()).map(worth -> book.unrealisedMinor(worth.abs())),
                cost.feesMinor(),
                cost.fundingMinor(),
                prices.mark(market),
                sessionMark,
                cost.changedSequence());
    }
}
