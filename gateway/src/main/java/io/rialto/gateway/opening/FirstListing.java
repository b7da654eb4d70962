package io.rialto.gateway.opening;

import io.rialto.feeds.listing.Listings;
import io.rialto.feeds.position.Page;
import io.rialto.gateway.admin.AdminForms;
import io.rialto.gateway.http.Freshness;
import io.rialto.gateway.ingress.Command;
import io.rialto.gateway.ingress.Ingress;
import io.rialto.gateway.ingress.Origin;
import io.rialto.gateway.ingress.Outcome;
import io.rialto.gateway.market.Listed;
import java.util.List;
import java.util.Map;

/**
 * What a new venue lists, as commands of its own: so it is in history like everything else. Tick times lot is a whole
 * number of the quote asset's smallest unit in every market, so no trade ever rounds.
 */
public final class FirstListing {
    private static final Map<String, Integer> ASSETS = Map.of("BTC", 8, "ETH", 8, "USD", 8, "EUR", 8);
    private static final List<String> ORDER = List.of("BTC", "ETH", "USD", "EUR");
    private static final List<String> INSTRUMENTS = List.of(
            terms("BTC-USD", "BTC", "USD", "0.01", "0.00001", "1000", "5000.00"),
            terms("ETH-USD", "ETH", "USD", "0.01", "0.0001", "10000", "300.00"),
            terms("BTC-EUR", "BTC", "EUR", "0.01", "0.00001", "1000", "5000.00"),
            terms("ETH-BTC", "ETH", "BTC", "0.00001", "0.001", "10000", "0.01000"));

    private final Ingress ingress;
    private final Listings listings;
    private final Listed listed;
    private final Freshness freshness;

    public FirstListing(Ingress ingress, Listings listings, Listed listed, Freshness freshness) {
        this.ingress = ingress;
        this.listings = listings;
        this.listed = listed;
        this.freshness = freshness;
    }

    /** Lists what is missing, unless somebody has begun to use the venue; says how much it listed. */
    public int run() {
        if (!listings.accounts(Page.NEWEST, 1).items().isEmpty()) return 0;
        int made = 0;
        for (String code : ORDER) {
            if (listings.asset(code).isEmpty()) made += send(AdminForms.asset(code, ASSETS.get(code)));
        }
        freshness.await(0);
        for (String terms : INSTRUMENTS) {
            AdminForms.Listing listing = AdminForms.instrument(terms, listed);
            if (listings.instrument(listing.symbol()).isEmpty()) made += send(listing.command());
        }
        freshness.await(0);
        return made;
    }

    private int send(Command command) {
        Outcome outcome = ingress.submit(Origin.VENUE, command).join();
        outcome.frame().refusal().ifPresent(refusal -> {
            throw new IllegalStateException(
                    "the first listing was refused: reason=" + refusal.reason() + " sequence=" + outcome.sequence());
        });
        return 1;
    }

    private static String terms(
            String symbol, String base, String quote, String tick, String lot, String most, String collar) {
        return """
            {"symbol":"%s","base":"%s","quote":"%s","tickSize":"%s","lotSize":"%s","minQuantity":"%s",\
            "maxQuantity":"%s","minNotional":"0","makerFeeRate":"0.0005","takerFeeRate":"0.0010","collar":"%s"}""".formatted(symbol, base, quote, tick, lot, lot, most, collar);
    }
}
