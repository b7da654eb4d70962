package io.rialto.gateway.market;

import io.rialto.feeds.listing.Asset;
import io.rialto.feeds.listing.Instrument;
import io.rialto.feeds.listing.Listing;
import io.rialto.feeds.listing.Listings;
import io.rialto.gateway.form.Decimals;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import java.util.List;

/** What is listed, and what it costs to trade. */
public final class ReferenceRoutes implements RouteGroup {
    private final Listings listings;
    private final Listed instruments;

    public ReferenceRoutes(Listings listings, Listed listed) {
        this.listings = listings;
        this.instruments = listed;
    }

    @Override
    public void addTo(Routes routes) {
        routes.open("/assets", this::assets).says("All assets").answers(200, Items.class, AssetBody.class);
        routes.open("/instruments", this::instruments)
                .says("All instruments")
                .answers(200, Items.class, InstrumentBody.class);
        routes.open("/instruments/{symbol}", this::instrument)
                .says("One instrument")
                .answers(200, InstrumentBody.class);
        routes.open("/fees", this::fees)
                .says("What trading costs where no schedule says otherwise")
                .answers(200, Items.class, Fees.class);
    }

    private record Items<T>(List<T> items, long sequence) {}

    /** An asset on the wire. */
    public record AssetBody(String code, int scale, long sequence) {
        public static AssetBody of(Asset asset) {
            return new AssetBody(asset.code(), asset.scale(), asset.sequence());
        }
    }

    private record Fees(String symbol, String makerFeeRate, String takerFeeRate, String feePolicy) {
        static Fees of(Instrument instrument) {
            return new Fees(
                    instrument.symbol(),
                    Decimals.text(instrument.makerFeeRate(), Terms.RATE_SCALE),
                    Decimals.text(instrument.takerFeeRate(), Terms.RATE_SCALE),
                    instrument.feePolicy().name());
        }
    }

    private Answer assets(Call call) {
        Listing<Asset> all = listings.assets();
        return Answer.ok(new Items<>(all.items().stream().map(AssetBody::of).toList(), all.sequence()));
    }

    private Answer instruments(Call call) {
        Listing<Instrument> all = listings.instruments();
        return Answer.ok(new Items<>(all.items().stream().map(this::body).toList(), all.sequence()));
    }

    private InstrumentBody body(Instrument instrument) {
        return InstrumentBody.of(instrument, listings.markSource(instrument.number()));
    }

    private Answer instrument(Call call) {
        return Answer.ok(body(instruments.terms("symbol", call.part("symbol")).instrument()));
    }

    private Answer fees(Call call) {
        Listing<Instrument> all = listings.instruments();
        return Answer.ok(new Items<>(all.items().stream().map(Fees::of).toList(), all.sequence()));
    }
}
