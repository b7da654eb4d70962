package io.rialto.gateway.prices;

import io.rialto.feeds.listing.Instrument;
import io.rialto.feeds.listing.Listing;
import io.rialto.feeds.listing.Listings;
import io.rialto.feeds.market.Level;
import io.rialto.feeds.tickers.Ticker;
import io.rialto.feeds.tickers.Tickers;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.market.Terms;
import java.util.List;
import java.util.Optional;

/** The last 24 hours of each instrument, and its best prices. */
public final class TickerRoutes implements RouteGroup {
    private final Listings listings;
    private final Listed listed;
    private final Tickers tickers;

    public TickerRoutes(Listings listings, Listed listed, Tickers tickers) {
        this.listings = listings;
        this.listed = listed;
        this.tickers = tickers;
    }

    @Override
    public void addTo(Routes routes) {
        routes.open("/market/{symbol}/ticker", this::ticker)
                .says("The last 24 hours of an instrument")
                .answers(200, TickerBody.class);
        routes.open("/market/tickers", this::tickers)
                .says("The last 24 hours of every instrument")
                .answers(200, TickerItems.class);
        routes.open("/market/{symbol}/best", this::best)
                .says("The best bid and the best ask")
                .answers(200, BestBody.class);
    }

    private record TickerItems(List<TickerBody> items, long sequence) {}

    private record BestBody(
            String symbol,
            String bid,
            String bidQuantity,
            Integer bidOrders,
            String ask,
            String askQuantity,
            Integer askOrders,
            long sequence) {}

    private Answer ticker(Call call) {
        Terms terms = listed.terms("symbol", call.part("symbol"));
        return Answer.ok(TickerBody.of(terms, tickers.ticker(terms.instrument().number())));
    }

    private Answer tickers(Call call) {
        Listing<Instrument> all = listings.instruments();
        List<TickerBody> items = all.items().stream()
                .map(each -> TickerBody.of(new Terms(each), tickers.ticker(each.number())))
                .toList();
        return Answer.ok(new TickerItems(items, all.sequence()));
    }

    private Answer best(Call call) {
        Terms terms = listed.terms("symbol", call.part("symbol"));
        Ticker ticker = tickers.ticker(terms.instrument().number());
        Optional<Level> bid = ticker.bestBid();
        Optional<Level> ask = ticker.bestAsk();
        return Answer.ok(new BestBody(
                terms.instrument().symbol(),
                bid.map(level -> terms.price(level.priceTicks())).orElse(null),
                bid.map(level -> terms.quantity(level.quantityLots())).orElse(null),
                bid.map(Level::orders).orElse(null),
                ask.map(level -> terms.price(level.priceTicks())).orElse(null),
                ask.map(level -> terms.quantity(level.quantityLots())).orElse(null),
                ask.map(Level::orders).orElse(null),
                ticker.sequence()));
    }
}
