package io.rialto.gateway.analysis;

import io.rialto.feeds.listing.Asset;
import io.rialto.gateway.access.Scope;
import io.rialto.gateway.form.Decimals;
import io.rialto.gateway.form.Field;
import io.rialto.gateway.form.Fields;
import io.rialto.gateway.form.Form;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.ingress.Command;
import io.rialto.gateway.ingress.Ingress;
import io.rialto.gateway.ingress.KeptFrame;
import io.rialto.gateway.market.Listed;
import io.rialto.protocol.MarginStressedDecoder;
import io.rialto.protocol.PriceShockEncoder;
import io.rialto.protocol.StressMarginEncoder;
import io.rialto.protocol.frame.FrameLayout;
import io.rialto.protocol.frame.FrameView;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;

/** What would become of an account's margin if prices moved: the core answers by what it asks of orders. Nothing is changed. */
final class StressRoutes implements RouteGroup {
    private static final int MOST_BYTES = 1_024;
    private static final int MOST_SHOCKS = 16;
    private static final Pattern PERCENT = Pattern.compile("-?[0-9]{1,6}(\\.[0-9]{1,2})?");
    private static final Fields SHOCK_FIELDS =
            Fields.of(Field.text("symbol").optional(), Field.text("percent", PERCENT));
    private static final Fields STRESS_FIELDS = Fields.of(
            Field.text("account").optional(), Field.text("asset"), Field.forms("shocks", SHOCK_FIELDS, MOST_SHOCKS));

    private final Ingress ingress;
    private final Listed listed;

    StressRoutes(Ingress ingress, Listed listed) {
        this.ingress = ingress;
        this.listed = listed;
    }

    @Override
    public void addTo(Routes routes) {
        routes.write("POST", "/risk/stress", Scope.READ, this::stress)
                .says("What would become of the account if prices moved")
                .takes(STRESS_FIELDS)
                .answers(200, Stressed.class);
    }

    private record Shock(int instrument, int bps) {}

    /** @param symbol null: every contract; {@code call} is that which would be told, in per cent, or null */
    private record Item(
            String symbol,
            String percent,
            String equity,
            String required,
            String maintenance,
            String available,
            Integer call) {}

    private record Stressed(String account, String asset, List<Item> shocks, long sequence) {}

    private CompletionStage<Answer> stress(Call call) {
        Form form = call.form().knows(STRESS_FIELDS);
        int account = listed.askedAccount(call, form);
        Asset asset = listed.asset(form.at("asset"), form.text("asset"));
        List<Shock> shocks =
                form.forms("shocks", MOST_SHOCKS).stream().map(this::shock).toList();
        return ingress.submit(call.origin(), command(account, asset.number(), shocks))
                .thenApply(outcome -> Answer.decided(
                        outcome,
                        frame -> Answer.ok(new Stressed(
                                Integer.toString(account), asset.code(), items(frame, asset), frame.sequence()))));
    }

    private Shock shock(Form form) {
        form.knows(SHOCK_FIELDS);
        int instrument = form.has("symbol")
                ? listed.terms(form.at("symbol"), form.text("symbol"))
                        .instrument()
                        .number()
                : 0;
        String percent = form.text("percent", PERCENT, "must be a percentage with at most 2 decimal places");
        return new Shock(instrument, new BigDecimal(percent).movePointRight(2).intValueExact());
    }

    private static Command command(int account, int asset, List<Shock> shocks) {
        return frame -> {
            frame.reserve(MOST_BYTES);
            int start = frame.commandOffset();
            StressMarginEncoder head = new StressMarginEncoder()
                    .wrapAndApplyHeader(frame.buffer(), start, frame.partHeader())
                    .account(account)
                    .asset(asset);
            int end = frame.endOfPart(start, head.encodedLength());
            for (Shock shock : shocks) {
                PriceShockEncoder part = new PriceShockEncoder()
                        .wrapAndApplyHeader(frame.buffer(), end, frame.partHeader())
                        .instrument(shock.instrument)
                        .shockBps(shock.bps);
                end = frame.endOfPart(end, part.encodedLength());
            }
            frame.commandEncoded(StressMarginEncoder.TEMPLATE_ID, end - start - FrameLayout.PART_HEADER_LENGTH);
        };
    }

    private List<Item> items(KeptFrame frame, Asset asset) {
        List<Item> items = new ArrayList<>();
        FrameView view = frame.view();
        while (view.nextEvent()) {
            if (view.eventType() != MarginStressedDecoder.TEMPLATE_ID) continue;
            items.add(item(
                    new MarginStressedDecoder()
                            .wrap(view.buffer(), view.eventOffset(), view.eventBlockLength(), view.eventVersion()),
                    asset.scale()));
        }
        return items;
    }

    private Item item(MarginStressedDecoder event, int scale) {
        BigDecimal equity = BigDecimal.valueOf(event.equityMinor(), scale);
        BigDecimal required = BigDecimal.valueOf(event.requiredMinor(), scale);
        return new Item(
                event.instrument() == 0
                        ? null
                        : listed.terms(event.instrument()).instrument().symbol(),
                Decimals.text(event.shockBps(), 2),
                equity.toPlainString(),
                required.toPlainString(),
                BigDecimal.valueOf(event.maintenanceMinor(), scale).toPlainString(),
                equity.subtract(required).toPlainString(),
                event.callPercent() == 0 ? null : (int) event.callPercent());
    }
}
