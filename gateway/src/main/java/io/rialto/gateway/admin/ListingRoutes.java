package io.rialto.gateway.admin;

import io.rialto.feeds.listing.Asset;
import io.rialto.feeds.listing.Instrument;
import io.rialto.feeds.listing.Listing;
import io.rialto.feeds.listing.Listings;
import io.rialto.gateway.access.Scope;
import io.rialto.gateway.form.Field;
import io.rialto.gateway.form.Fields;
import io.rialto.gateway.form.Form;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.ingress.Ingress;
import io.rialto.gateway.market.InstrumentBody;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.market.ReferenceRoutes.AssetBody;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;

/** List assets and instruments. */
public final class ListingRoutes implements RouteGroup {
    private static final Pattern CODES = Pattern.compile("[A-Z0-9]{1,16}");
    private static final int MAX_SCALE = 18;
    private static final Fields LIST_ASSET_FIELDS =
            Fields.of(Field.text("code", CODES), Field.whole("scale", 0, MAX_SCALE));

    private final Ingress ingress;
    private final Listings listings;
    private final Listed instruments;

    public ListingRoutes(Ingress ingress, Listings listings, Listed listed) {
        this.ingress = ingress;
        this.listings = listings;
        this.instruments = listed;
    }

    @Override
    public void addTo(Routes routes) {
        routes.write("POST", "/admin/assets", Scope.ADMIN, this::listAsset)
                .says("List an asset")
                .takes(LIST_ASSET_FIELDS)
                .answers(201, AssetBody.class)
                .takesTwo();
        routes.read("/admin/assets", Scope.ADMIN, this::assets)
                .says("All assets")
                .answers(200, Items.class, AssetBody.class);
        routes.write("POST", "/admin/instruments", Scope.ADMIN, this::listInstrument)
                .says("List an instrument or a contract")
                .takes(InstrumentForm.FIELDS)
                .answers(201, InstrumentBody.class)
                .takesTwo();
        routes.read("/admin/instruments", Scope.ADMIN, this::instruments)
                .says("All instruments, with their terms")
                .answers(200, Items.class, InstrumentBody.class);
    }

    private record Items<T>(List<T> items, long sequence) {}

    private CompletionStage<Answer> listAsset(Call call) {
        Form form = call.form().knows(LIST_ASSET_FIELDS);
        String code = form.text("code", CODES, "must be 1..16 of A-Z and 0-9");
        int scale = (int) form.integer("scale", 0, MAX_SCALE);
        return ingress.submit(call.origin(), AdminCommands.listAsset(code, scale))
                .thenApply(outcome -> Answer.decided(
                        outcome, frame -> Answer.created(new AssetBody(code, scale, outcome.sequence()))));
    }

    private CompletionStage<Answer> listInstrument(Call call) {
        InstrumentForm form = InstrumentForm.of(call.form(), instruments);
        return ingress.submit(call.origin(), form.command())
                .thenApply(outcome -> Answer.decided(
                        outcome,
                        frame ->
                                Answer.created(InstrumentBody.of(form.terms(), Optional.empty(), outcome.sequence()))));
    }

    private Answer assets(Call call) {
        Listing<Asset> all = listings.assets();
        return Answer.ok(new Items<>(all.items().stream().map(AssetBody::of).toList(), all.sequence()));
    }

    private InstrumentBody body(Instrument instrument) {
        return InstrumentBody.of(instrument, listings.markSource(instrument.number()));
    }

    private Answer instruments(Call call) {
        Listing<Instrument> all = listings.instruments();
        return Answer.ok(new Items<>(all.items().stream().map(this::body).toList(), all.sequence()));
    }
}
