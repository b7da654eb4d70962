package io.rialto.feeds.portfolio;

import io.rialto.feeds.changes.ChangeWriter;
import io.rialto.feeds.costs.BustedCosts;
import io.rialto.feeds.costs.CostMethod;
import io.rialto.feeds.costs.PositionCosts;
import io.rialto.feeds.listing.Instrument;
import io.rialto.feeds.listing.ListingFeed;
import io.rialto.feeds.past.Flow;
import io.rialto.feeds.past.Grid;
import io.rialto.feeds.past.Past;
import io.rialto.feeds.position.Position;
import io.rialto.feeds.statements.MovementKind;
import io.rialto.feeds.statements.MovementWatch;
import io.rialto.protocol.FeePolicy;
import io.rialto.protocol.FundingPaidDecoder;
import io.rialto.protocol.InstrumentChangedDecoder;
import io.rialto.protocol.InstrumentListedDecoder;
import io.rialto.protocol.InstrumentParameter;
import io.rialto.protocol.MarkPriceSetDecoder;
import io.rialto.protocol.PositionChangedDecoder;
import io.rialto.protocol.PositionSettledDecoder;
import io.rialto.protocol.PositionTransferredDecoder;
import io.rialto.protocol.Side;
import io.rialto.protocol.TradeExecutedDecoder;
import io.rialto.protocol.frame.FrameView;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.agrona.collections.Int2ObjectHashMap;

/**
 * Keeps what accounts have gained: movements of money as they are told, costs by the trades, and a point of each account's
 * curve at every full hour that history comes to. A session is a day, UTC.
 *
 * <p>Threading: the writing thread, between the position's enter and leave; questions go through {@link #portfolios}.
 */
public final class PortfolioFeed implements MovementWatch {
    private static final int FIRST_ACCOUNT = 100;
    private static final long HOUR_NANOS = 3_600_000_000_000L;
    private static final long DAY_NANOS = 24 * HOUR_NANOS;
    private static final int BENCHMARK = 1;
    private static final int DAYS_KEPT = 1_000;

    private final ListingFeed listings;
    private final Portfolios portfolios;
    private final Prices prices;
    private final Int2ObjectHashMap<AccountPortfolio> accounts = new Int2ObjectHashMap<>();
    private final Map<Integer, BigDecimal> sessionMarks = new HashMap<>();
    private final InstrumentListedDecoder listed = new InstrumentListedDecoder();
    private final TradeExecutedDecoder trade = new TradeExecutedDecoder();
    private final MarkPriceSetDecoder mark = new MarkPriceSetDecoder();
    private final InstrumentChangedDecoder terms = new InstrumentChangedDecoder();
    private final PositionChangedDecoder changed = new PositionChangedDecoder();
    private final PositionSettledDecoder settled = new PositionSettledDecoder();
    private final PositionTransferredDecoder transferred = new PositionTransferredDecoder();
    private final FundingPaidDecoder funded = new FundingPaidDecoder();
    private final Deque<Portfolio.Mark> benchmark = new ArrayDeque<>();
    private final BustedCosts busts;
    private final AccountPortfolio nobody;
    private final PortfolioPast past;
    private final ChangeWriter told;
    private int instruments;
    private long sessionNanos;
    private long lastNanos = Long.MAX_VALUE;
    private long lastSequence;

    /**
     * @param keepsMinutes whether the ends of past minutes are kept; without them only full hours are known
     * @param told hears of each point of a curve
     */
    public PortfolioFeed(Position position, ListingFeed listings, boolean keepsMinutes, ChangeWriter told) {
        this.listings = listings;
        this.told = told;
        prices = new Prices(listings::instrument);
        busts = new BustedCosts(
                listings, (account, instrument) -> account(account).costs(instrument));
        nobody = new AccountPortfolio(listings::instrument, prices, AccountPortfolio.FlowWatch.NOBODY);
        past = new PortfolioPast(
                listings::instrument, prices, number -> accounts.getOrDefault(number, nobody), keepsMinutes);
        portfolios = new Portfolios(position, this);
    }

    public Portfolios portfolios() {
        return portfolios;
    }

    Portfolio of(int account, CostMethod method, long nowNanos, long sequence) {
        AccountPortfolio known = accounts.get(account);
        AccountPortfolio portfolio = known == null ? nobody : known;
        return portfolio.portfolio(
                account, method, sessionMarks, List.copyOf(benchmark), sessionNanos, nowNanos, sequence);
    }

    Map<Integer, PositionCosts> costs(int account) {
        return accounts.getOrDefault(account, nobody).costs;
    }

    Optional<BigDecimal> mark(int instrument) {
        return prices.mark(listings.instrument(instrument));
    }

    Past past(int account, Grid grid, long[] moments, long nowNanos, long sequence) {
        return past.of(account, grid, moments, nowNanos, sequence);
    }

    /** Before its events: when an hour has passed, its end looked like all that was told up to now. */
    public void startFrame(long sequence, long timeNanos) {
        if (lastNanos < Grid.MINUTE.floor(timeNanos)) past.keep(Grid.MINUTE.end(lastNanos), lastSequence);
        long hour = Math.floorDiv(timeNanos, HOUR_NANOS) * HOUR_NANOS;
        if (lastNanos < hour) sample(hour, Math.floorDiv(timeNanos, DAY_NANOS) * DAY_NANOS);
        lastNanos = timeNanos;
        lastSequence = sequence;
    }

    private void sample(long hourNanos, long dayNanos) {
        boolean isSessionStart = lastNanos < dayNanos;
        accounts.forEach((number, account) -> {
            EquityPoint point = account.point(hourNanos, lastSequence);
            if (account.keep(point, isSessionStart)) told.equity(number, point);
        });
        if (!isSessionStart) return;
        sessionNanos = dayNanos;
        for (int number = 1; number <= instruments; number++) {
            int instrument = number;
            prices.mark(listings.instrument(number)).ifPresent(mark -> sessionMarks.put(instrument, mark));
        }
        if (!sessionMarks.containsKey(BENCHMARK)) return;
        benchmark.addLast(new Portfolio.Mark(dayNanos, sessionMarks.get(BENCHMARK)));
        if (benchmark.size() > DAYS_KEPT) benchmark.removeFirst();
    }

    /** Before its money moves: a first trade gives what moves a price. Always false, for others read it, too. */
    public boolean readPrice(FrameView frame) {
        if (frame.eventType() != TradeExecutedDecoder.TEMPLATE_ID) return false;
        trade.wrap(frame.buffer(), frame.eventOffset(), frame.eventBlockLength(), frame.eventVersion());
        prices.traded(listings.instrument(trade.instrument()), trade.priceTicks());
        priceMayHaveBegun(trade.instrument());
        return false;
    }

    /** False when the event where the view stands is about something else. */
    public boolean read(FrameView frame) {
        int at = frame.eventOffset();
        int length = frame.eventBlockLength();
        int version = frame.eventVersion();
        switch (frame.eventType()) {
            case InstrumentListedDecoder.TEMPLATE_ID ->
                onListed(listed.wrap(frame.buffer(), at, length, version).instrument());
            case TradeExecutedDecoder.TEMPLATE_ID ->
                onTrade(trade.wrap(frame.buffer(), at, length, version), frame.sequence());
            case PositionChangedDecoder.TEMPLATE_ID ->
                onChanged(changed.wrap(frame.buffer(), at, length, version), frame.sequence());
            case PositionSettledDecoder.TEMPLATE_ID ->
                onSettled(settled.wrap(frame.buffer(), at, length, version), frame.sequence());
            case PositionTransferredDecoder.TEMPLATE_ID ->
                onTransferred(transferred.wrap(frame.buffer(), at, length, version), frame.sequence());
            case FundingPaidDecoder.TEMPLATE_ID -> {
                funded.wrap(frame.buffer(), at, length, version);
                account(funded.account()).costs(funded.instrument()).funded(BigInteger.valueOf(funded.amountMinor()));
            }
            case MarkPriceSetDecoder.TEMPLATE_ID ->
                priceMayHaveBegun(mark.wrap(frame.buffer(), at, length, version).instrument());
            case InstrumentChangedDecoder.TEMPLATE_ID -> {
                terms.wrap(frame.buffer(), at, length, version);
                past.marked(terms.instrument());
                boolean isOfPrices = terms.parameter() == InstrumentParameter.REFERENCE_PRICE_TICKS
                        || terms.parameter() == InstrumentParameter.TICK;
                if (isOfPrices) priceMayHaveBegun(terms.instrument());
            }
            default -> {
                return busts.read(frame);
            }
        }
        return true;
    }

    /** Or ended. From then on what it does to its holders is known without following it. */
    private void priceMayHaveBegun(int instrument) {
        past.marked(instrument);
        int asset = listings.instrument(instrument).base().number();
        if (prices.begins(asset)) lookAt(asset);
    }

    private void lookAt(int asset) {
        accounts.forEach((number, account) -> {
            account.lookAt(asset);
            past.changed(number);
        });
    }

    @Override
    public void moved(int account, int asset, MovementKind kind, long amountMinor) {
        if (account < FIRST_ACCOUNT) return;
        int scale = listings.asset(asset).scale();
        account(account).move(asset, scale, kind, BigInteger.valueOf(amountMinor));
    }

    private void onListed(int instrument) {
        instruments = instrument;
        Instrument market = listings.instrument(instrument);
        if (prices.asset() == 0) past.values(lastNanos);
        prices.listed(market);
        if (prices.begins(market.quote().number())) lookAt(market.quote().number());
        priceMayHaveBegun(instrument);
    }

    private void onChanged(PositionChangedDecoder event, long sequence) {
        if (event.account() < FIRST_ACCOUNT) return;
        Instrument market = listings.instrument(event.instrument());
        became(market, event.account(), event.positionLots(), event.costMinor(), event.realisedMinor(), sequence);
    }

    private void onTransferred(PositionTransferredDecoder event, long sequence) {
        if (event.account() < FIRST_ACCOUNT) return;
        Instrument market = listings.instrument(event.instrument());
        became(market, event.account(), event.positionLots(), event.costMinor(), event.realisedMinor(), sequence);
    }

    private void became(
            Instrument market, int number, long positionLots, long costMinor, long realisedMinor, long sequence) {
        BigDecimal quantity =
                BigDecimal.valueOf(positionLots).multiply(BigDecimal.valueOf(market.lotMantissa(), market.lotScale()));
        AccountPortfolio account = account(number);
        account.became(market, quantity, costMinor, realisedMinor);
        account.costs(market.number()).changedSequence(sequence);
    }

    private void onSettled(PositionSettledDecoder event, long sequence) {
        if (event.account() < FIRST_ACCOUNT) return;
        Instrument market = listings.instrument(event.instrument());
        became(market, event.account(), 0, 0, event.realisedMinor(), sequence);
    }

    private void onTrade(TradeExecutedDecoder event, long sequence) {
        Instrument market = listings.instrument(event.instrument());
        boolean takerBuys = event.takerSide() == Side.BUY;
        fill(market, event, event.takerAccount(), takerBuys, event.takerFeeMinor(), sequence);
        fill(market, event, event.makerAccount(), !takerBuys, event.makerFeeMinor(), sequence);
    }

    /** A contract's positions are told by an event of their own. Who trades with himself pays nothing but fees. */
    private void fill(
            Instrument market, TradeExecutedDecoder event, int account, boolean buys, long feeMinor, long sequence) {
        PositionCosts costs = account(account).costs(market.number());
        costs.changedSequence(sequence);
        boolean isOwn = event.takerAccount() == event.makerAccount();
        BigInteger notional = BigInteger.valueOf(event.notionalMinor());
        if (market.contract().isEmpty() && !isOwn) {
            trade(costs, event, base(market, buys ? event.baseMinor() : -event.baseMinor()), notional);
        }
        if (feeMinor == 0) return;
        boolean isInBase = event.feePolicy() == FeePolicy.RECEIVED && buys;
        if (!isInBase) {
            costs.paid(BigInteger.valueOf(feeMinor));
            return;
        }
        // As if as much of the base had been sold for it, at the price of the trade.
        BigInteger worth =
                notional.multiply(BigInteger.valueOf(Math.abs(feeMinor))).divide(BigInteger.valueOf(event.baseMinor()));
        trade(costs, event, base(market, -feeMinor), worth);
        costs.paid(feeMinor > 0 ? worth : worth.negate());
    }

    private void trade(PositionCosts costs, TradeExecutedDecoder event, BigDecimal by, BigInteger valueMinor) {
        if (busts.arePossible(event.instrument())) costs.trade(event.trade(), by, valueMinor);
        else costs.trade(by, valueMinor);
    }

    private static BigDecimal base(Instrument market, long minor) {
        return BigDecimal.valueOf(minor, market.base().scale());
    }

    private AccountPortfolio account(int number) {
        past.changed(number);
        AccountPortfolio account = accounts.get(number);
        if (account != null) return account;
        AccountPortfolio first = new AccountPortfolio(
                listings::instrument,
                prices,
                (amountMinor, afterMinor) ->
                        past.brought(number, new Flow(lastNanos, lastSequence, amountMinor, afterMinor)));
        accounts.put(number, first);
        return first;
    }
}
