package io.rialto.gateway;

import io.rialto.feeds.Feeds;
import io.rialto.gateway.access.KeyRing;
import io.rialto.gateway.admin.AccountRoutes;
import io.rialto.gateway.admin.ListingRoutes;
import io.rialto.gateway.admin.TransferRoutes;
import io.rialto.gateway.analysis.AnalysisRoutes;
import io.rialto.gateway.archive.Archive;
import io.rialto.gateway.archive.WholeCurve;
import io.rialto.gateway.archive.WholeHistory;
import io.rialto.gateway.clearing.ClearingRoutes;
import io.rialto.gateway.contracts.ContractRoutes;
import io.rialto.gateway.events.EventRoutes;
import io.rialto.gateway.exports.ExportRoutes;
import io.rialto.gateway.fees.AccountFeeRoutes;
import io.rialto.gateway.fees.FeeScheduleRoutes;
import io.rialto.gateway.firms.FirmRoutes;
import io.rialto.gateway.http.Freshness;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.ingress.History;
import io.rialto.gateway.ingress.Ingress;
import io.rialto.gateway.lists.BatchRoutes;
import io.rialto.gateway.lists.ListRoutes;
import io.rialto.gateway.lists.QuoteRoutes;
import io.rialto.gateway.lists.ReplaceRoutes;
import io.rialto.gateway.lists.TestRoutes;
import io.rialto.gateway.margin.IsolatedRoutes;
import io.rialto.gateway.margin.MarginRoutes;
import io.rialto.gateway.margin.TierRoutes;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.market.MarketRoutes;
import io.rialto.gateway.market.ReferenceRoutes;
import io.rialto.gateway.orders.MassCancelRoutes;
import io.rialto.gateway.orders.OrderEventRoutes;
import io.rialto.gateway.orders.OrderReplies;
import io.rialto.gateway.orders.OrderRoutes;
import io.rialto.gateway.orders.OwnOrders;
import io.rialto.gateway.parameters.HistoryRoutes;
import io.rialto.gateway.parameters.InstrumentDeskRoutes;
import io.rialto.gateway.parameters.ParameterRoutes;
import io.rialto.gateway.performance.EquityRoutes;
import io.rialto.gateway.phases.AuctionRoutes;
import io.rialto.gateway.phases.PhaseRoutes;
import io.rialto.gateway.portfolio.BalanceRoutes;
import io.rialto.gateway.portfolio.FillRoutes;
import io.rialto.gateway.portfolio.PortfolioRoutes;
import io.rialto.gateway.portfolio.PositionRoutes;
import io.rialto.gateway.portfolio.Positions;
import io.rialto.gateway.prices.CandleRoutes;
import io.rialto.gateway.prices.OrderQueueRoutes;
import io.rialto.gateway.prices.PrintRoutes;
import io.rialto.gateway.prices.TickerRoutes;
import io.rialto.gateway.protection.BlockRoutes;
import io.rialto.gateway.protection.HaltRoutes;
import io.rialto.gateway.protection.LimitRoutes;
import io.rialto.gateway.protection.ProposalRoutes;
import io.rialto.gateway.quotes.ProtectionRoutes;
import io.rialto.gateway.quotes.StandingRoutes;
import io.rialto.gateway.rebalancing.RebalanceRoutes;
import io.rialto.gateway.requests.RequestRoutes;
import io.rialto.gateway.risk.PositionSizeRoutes;
import io.rialto.gateway.risk.RiskAlertRoutes;
import io.rialto.gateway.risk.RiskRuleRoutes;
import io.rialto.gateway.risk.RiskTestRoutes;
import io.rialto.gateway.settings.VenueConfig;
import io.rialto.gateway.signals.SignalRoutes;
import io.rialto.gateway.statements.StatementRoutes;
import io.rialto.gateway.status.HealthRoutes;
import io.rialto.gateway.status.LimitsRoutes;
import io.rialto.gateway.status.VenueStatus;
import io.rialto.gateway.tiers.RequestLimits;
import java.util.Locale;
import java.util.function.Supplier;

/** Every route of the venue: one visible place. */
final class VenueRoutes {
    private VenueRoutes() {}

    static Routes table(
            VenueConfig config,
            Ingress ingress,
            Feeds feeds,
            Freshness freshness,
            Listed listed,
            KeyRing keys,
            RequestLimits limits,
            History history,
            Archive archive,
            Supplier<VenueStatus> status) {
        String ack = config.journal().durability().toUpperCase(Locale.ROOT);
        WholeHistory whole = new WholeHistory(feeds.orders(), feeds.statements(), archive);
        OwnOrders own = new OwnOrders(whole, freshness, listed, ack);
        OrderReplies replies = new OrderReplies(listed, ack);
        return new Routes()
                .add(new OrderEventRoutes(feeds.orders(), own, listed, history, HistoryWords::of))
                .add(new QuoteRoutes(ingress, listed, replies, ack))
                .add(new ProtectionRoutes(ingress, listed, ack))
                .add(new StandingRoutes(feeds.quotes(), listed, own))
                .add(new TestRoutes(ingress, listed))
                .add(new BatchRoutes(ingress, listed, own, replies, ack))
                .add(new ReplaceRoutes(ingress, listed, own, replies, ack))
                .add(new ListRoutes(ingress, feeds.lists(), listed, own, replies, ack))
                .add(new HealthRoutes(status), new LimitsRoutes(config.http(), config.access(), limits::told))
                .add(limits.routes(listed), new ReferenceRoutes(feeds.listings(), listed))
                .add(new MarketRoutes(listed, feeds.books(), feeds.tape(), feeds.busts()))
                .add(new TickerRoutes(feeds.listings(), listed, feeds.tickers()))
                .add(new OrderQueueRoutes(listed, feeds.queues()), new PrintRoutes(listed, feeds.prints()))
                .add(new CandleRoutes(listed, feeds.candles()), new ExportRoutes(feeds, archive, listed, history))
                .add(new OrderRoutes(ingress, freshness, whole, listed, ack))
                .add(new MassCancelRoutes(ingress, listed, ack), new PhaseRoutes(ingress, listed, ack))
                .add(new AuctionRoutes(feeds.auctions(), listed), new ParameterRoutes(ingress, listed, ack))
                .add(new HistoryRoutes(feeds.listings(), feeds.protection(), listed))
                .add(new InstrumentDeskRoutes(ingress, listed, ack))
                .add(new BlockRoutes(ingress, feeds.protection(), listed, keys, ack))
                .add(new HaltRoutes(ingress, feeds.listings(), listed, ack))
                .add(new LimitRoutes(ingress, feeds.protection(), listed, ack))
                .add(new ProposalRoutes(ingress, feeds.protection(), listed, keys, ack))
                .add(money(ingress, feeds, listed, ack, whole, new WholeCurve(feeds.returns(), archive)))
                .add(new RebalanceRoutes(ingress, freshness, feeds, listed, history, replies, ack))
                .add(new EventRoutes(archive, listed, history, new HistoryWords(feeds.listings())))
                .add(archive.routes())
                .add(new RequestRoutes(ingress, freshness, feeds.requests()))
                .add(new ListingRoutes(ingress, feeds.listings(), listed))
                .add(new AccountRoutes(ingress, feeds.listings(), keys))
                .add(new FirmRoutes(ingress, feeds, listed, keys, ack))
                .add(new TransferRoutes(ingress, freshness, listed, feeds.balances(), ack));
    }

    /** What trading costs and gains, what bounds it, and what is said about it outside. */
    private static RouteGroup money(
            Ingress ingress, Feeds feeds, Listed listed, String ack, WholeHistory whole, WholeCurve curves) {
        return routes -> routes.add(
                new FeeScheduleRoutes(ingress, feeds.fees(), listed, ack),
                new AccountFeeRoutes(feeds.fees(), feeds.listings(), listed),
                new AnalysisRoutes(ingress, feeds, listed),
                new RiskRuleRoutes(ingress, feeds.risk(), feeds.listings(), listed, ack),
                new RiskAlertRoutes(feeds.risk(), feeds.listings(), listed),
                new RiskTestRoutes(ingress, feeds.orders(), feeds.listings(), listed),
                new PositionSizeRoutes(),
                new SignalRoutes(ingress, feeds.signals(), listed, ack),
                new FillRoutes(whole, listed),
                new BalanceRoutes(feeds.balances(), whole, listed),
                new PortfolioRoutes(feeds.portfolios(), feeds.returns(), curves, listed),
                new EquityRoutes(curves, listed),
                new PositionRoutes(new Positions(feeds, listed), listed),
                new StatementRoutes(feeds.settlementNotes(), listed, whole),
                new ClearingRoutes(ingress, feeds, listed, ack),
                new ContractRoutes(ingress, feeds.margins(), listed, ack),
                new MarginRoutes(ingress, feeds.margins(), listed, ack),
                new IsolatedRoutes(ingress, listed, ack),
                new TierRoutes(ingress, feeds.margins(), listed, ack));
    }
}
