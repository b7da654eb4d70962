package io.rialto.feeds;

import io.rialto.feeds.auctions.AuctionFeed;
import io.rialto.feeds.balances.BalanceFeed;
import io.rialto.feeds.busts.BustFeed;
import io.rialto.feeds.candles.CandleFeed;
import io.rialto.feeds.changes.ChangeWriter;
import io.rialto.feeds.changes.Changes;
import io.rialto.feeds.clearing.ClearingFeed;
import io.rialto.feeds.exposure.ExposureFeed;
import io.rialto.feeds.fees.FeeFeed;
import io.rialto.feeds.firms.FirmFeed;
import io.rialto.feeds.listing.ListingFeed;
import io.rialto.feeds.lists.ListFeed;
import io.rialto.feeds.margin.MarginFeed;
import io.rialto.feeds.market.MarketFeed;
import io.rialto.feeds.marks.MarkFeed;
import io.rialto.feeds.notes.NoteFeed;
import io.rialto.feeds.orders.OrderFeed;
import io.rialto.feeds.portfolio.PortfolioFeed;
import io.rialto.feeds.position.Position;
import io.rialto.feeds.prints.PrintFeed;
import io.rialto.feeds.protection.ProtectionFeed;
import io.rialto.feeds.queues.QueueFeed;
import io.rialto.feeds.quotes.QuoteFeed;
import io.rialto.feeds.requests.RequestFeed;
import io.rialto.feeds.risk.RiskFeed;
import io.rialto.feeds.signals.SignalFeed;
import io.rialto.feeds.statements.MovementLog;
import io.rialto.feeds.tickers.TickerFeed;
import java.util.List;

/** All feeds over one position. */
final class Projections {
    final ListingFeed listings;
    final MarketFeed market;
    final QueueFeed queues;
    final OrderFeed orders;
    final ListFeed lists;
    final QuoteFeed quotes;
    final PortfolioFeed portfolio;
    final MovementLog movements;
    final BalanceFeed balances;
    final RequestFeed requests;
    final AuctionFeed auctions;
    final ProtectionFeed protection;
    final ExposureFeed exposure;
    final MarginFeed margin;
    final FeeFeed fees;
    final RiskFeed risk;
    final FirmFeed firms;
    final ClearingFeed clearing;
    final BustFeed busts;
    final NoteFeed notes;
    final SignalFeed signals;
    final MarkFeed marks;
    final CandleFeed candles;
    final TickerFeed tickers;
    final PrintFeed prints;
    final Changes changes;
    private final ChangeWriter told = new ChangeWriter();

    Projections(Position position, FeedsOptions options, MarketKept kept) {
        changes = new Changes(options.changesKept());
        listings = new ListingFeed(position, told);
        market = new MarketFeed(position, options.tradesKept(), told);
        queues = new QueueFeed(position, market, market.books(), told, changes);
        orders = new OrderFeed(
                position, listings::instrument, queues, options.closedOrdersKept(), options.fillsKept(), told);
        lists = new ListFeed(position, options.closedOrdersKept());
        quotes = new QuoteFeed(position);
        portfolio = new PortfolioFeed(position, listings, options.keepsMinutes(), told);
        movements = new MovementLog(position, options.movementsKept(), portfolio, told);
        balances = new BalanceFeed(position, listings, movements, options.endedTransfersKept(), told);
        auctions = new AuctionFeed(position, told);
        protection = new ProtectionFeed(position);
        exposure = new ExposureFeed(position);
        margin = new MarginFeed(position, listings, balances, movements, orders.orders()::open);
        fees = new FeeFeed(position, listings::instrument);
        risk = new RiskFeed(position);
        firms = new FirmFeed(position);
        clearing = new ClearingFeed(position);
        busts = new BustFeed(position, told);
        notes = new NoteFeed(position);
        signals = new SignalFeed(position);
        marks = new MarkFeed(position);
        candles = new CandleFeed(position, kept.candles());
        tickers = new TickerFeed(position, market.books());
        prints = new PrintFeed(position, listings::instrument, kept.trades(), List.of(candles, tickers));
        requests = new RequestFeed(position, options.requestRetention(), orders::isOpen);
    }

    void startFrame(long sequence, long timeNanos) {
        market.startFrame(sequence, timeNanos);
        orders.startFrame(sequence, timeNanos);
        lists.startFrame(sequence, timeNanos);
        portfolio.startFrame(sequence, timeNanos);
        movements.startFrame(sequence, timeNanos);
        balances.startFrame(sequence, timeNanos);
        candles.startFrame(sequence, timeNanos);
        tickers.startFrame(sequence, timeNanos);
        requests.startFrame();
    }

    void endFrame(int commandType, long sequence, long timeNanos) {
        orders.endFrame();
        market.endFrame();
        balances.endFrame();
        tickers.endFrame();
        requests.endFrame(commandType, sequence, timeNanos);
        changes.endFrame(told, sequence, timeNanos);
    }
}
