package io.rialto.gateway.phases;

import io.rialto.feeds.auctions.Auction;
import io.rialto.feeds.auctions.Auctions;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.market.Terms;

/** What an auction would be now, and what the last one was. */
public final class AuctionRoutes implements RouteGroup {

    private final Auctions auctions;
    private final Listed instruments;

    public AuctionRoutes(Auctions auctions, Listed instruments) {
        this.auctions = auctions;
        this.instruments = instruments;
    }

    @Override
    public void addTo(Routes routes) {
        routes.open("/market/{symbol}/auction", this::auction)
                .says("What an auction would be now")
                .answers(200, AuctionBody.class);
    }

    private Answer auction(Call request) {
        Terms terms = instruments.terms("symbol", request.part("symbol"));
        Auction auction = auctions.auction(terms.instrument().number());
        return Answer.ok(AuctionBody.of(terms, auction, instruments));
    }
}
