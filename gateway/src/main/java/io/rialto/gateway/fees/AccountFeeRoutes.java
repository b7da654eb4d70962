package io.rialto.gateway.fees;

import io.rialto.feeds.fees.AccountFees;
import io.rialto.feeds.fees.Fees;
import io.rialto.feeds.listing.Instrument;
import io.rialto.feeds.listing.Listing;
import io.rialto.feeds.listing.Listings;
import io.rialto.gateway.access.Scope;
import io.rialto.gateway.form.Decimals;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.market.Terms;
import io.rialto.protocol.FeeScope;
import java.util.List;

/** What an account pays in each market today, and by which schedule, version and tier. */
public final class AccountFeeRoutes implements RouteGroup {
    private final Fees fees;
    private final Listings listings;
    private final Listed listed;

    public AccountFeeRoutes(Fees fees, Listings listings, Listed listed) {
        this.fees = fees;
        this.listings = listings;
        this.listed = listed;
    }

    @Override
    public void addTo(Routes routes) {
        routes.read("/account/fees", Scope.READ, this::fees, "symbol")
                .says("What the account pays, and by which schedule")
                .answers(200, Items.class);
    }

    private record Body(
            String symbol,
            String makerFeeRate,
            String takerFeeRate,
            String feePerLot,
            String source,
            Integer schedule,
            Integer version,
            Integer tier,
            String volume,
            String volumeAsset) {}

    private record Items(String account, List<Body> items, long sequence) {}

    private Answer fees(Call call) {
        int account = listed.readAccount(call);
        List<Instrument> markets = call.parameter("symbol")
                .map(symbol -> List.of(listed.terms("symbol", symbol).instrument()))
                .orElseGet(() -> listings.instruments().items());
        Listing<AccountFees> all = fees.of(account, markets);
        return Answer.ok(new Items(
                Integer.toString(account), all.items().stream().map(this::body).toList(), all.sequence()));
    }

    private Body body(AccountFees fees) {
        Terms terms = listed.terms(fees.instrument());
        boolean hasSchedule = fees.schedule() != 0;
        return new Body(
                terms.instrument().symbol(),
                Decimals.text(fees.makerRate(), Terms.RATE_SCALE),
                Decimals.text(fees.takerRate(), Terms.RATE_SCALE),
                terms.quote(fees.feePerLotMinor()),
                fees.source().map(FeeScope::name).orElse("MARKET"),
                hasSchedule ? fees.schedule() : null,
                hasSchedule ? fees.version() : null,
                hasSchedule ? fees.tier() : null,
                hasSchedule ? terms.quote(fees.volumeMinor()) : null,
                hasSchedule ? terms.instrument().quote().code() : null);
    }
}
