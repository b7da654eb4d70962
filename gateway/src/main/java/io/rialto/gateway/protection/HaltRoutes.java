package io.rialto.gateway.protection;

import io.rialto.feeds.listing.Instrument;
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
import io.rialto.gateway.ingress.KeptFrame;
import io.rialto.gateway.ingress.Origin;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.phases.PhaseCommands;
import io.rialto.protocol.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Halt one instrument or all, and resume them through an auction. */
public final class HaltRoutes implements RouteGroup {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final int MOST_SECONDS = 86_400;
    private static final Fields HALT_FIELDS =
            Fields.of(Field.text("symbol").optional(), Field.text("reason").optional());
    private static final Fields RESUME_FIELDS = Fields.of(
            Field.text("symbol").optional(),
            Field.text("reason").optional(),
            Field.whole("seconds", 0, MOST_SECONDS).optional());

    private final Ingress ingress;
    private final Listings listings;
    private final Listed instruments;
    private final String ack;

    public HaltRoutes(Ingress ingress, Listings listings, Listed instruments, String ack) {
        this.ingress = ingress;
        this.listings = listings;
        this.instruments = instruments;
        this.ack = ack;
    }

    @Override
    public void addTo(Routes routes) {
        routes.write("POST", "/admin/halt", Scope.ADMIN, this::halt)
                .says("Halt one instrument or all")
                .stopsHarm()
                .takes(HALT_FIELDS)
                .answers(200, Body.class);
        routes.write("POST", "/admin/resume", Scope.ADMIN, this::resume)
                .says("Resume one instrument or all through an auction")
                .takes(RESUME_FIELDS)
                .answers(200, Body.class);
    }

    /** @param reason why it was not moved; null when it was */
    private record Moved(String symbol, String phase, String reason, long sequence) {}

    private record Body(List<Moved> items, long sequence, String ack) {}

    private CompletionStage<Answer> halt(Call call) {
        Form form = call.form().knows(HALT_FIELDS);
        return each(call.origin(), asked(form), 0, new ArrayList<>(), Phase.HALT, 0);
    }

    /** With {@code seconds}, orders are collected that long before they trade; without, they trade in an auction now. */
    private CompletionStage<Answer> resume(Call call) {
        Form form = call.form().knows(RESUME_FIELDS);
        long seconds = form.integer("seconds", 0, MOST_SECONDS, 0);
        return each(call.origin(), asked(form), 0, new ArrayList<>(), Phase.CONTINUOUS, seconds);
    }

    private List<Instrument> asked(Form form) {
        if (form.has("reason")) form.text("reason");
        return form.has("symbol")
                ? List.of(instruments.terms("symbol", form.text("symbol")).instrument())
                : listings.instruments().items();
    }

    private CompletableFuture<Answer> each(
            Origin origin, List<Instrument> all, int at, List<Moved> moved, Phase phase, long seconds) {
        if (at == all.size()) {
            long newest = moved.stream().mapToLong(Moved::sequence).max().orElse(0);
            return CompletableFuture.completedFuture(
                    Answer.ok(new Body(moved, newest, ack)).at(newest));
        }
        Instrument instrument = all.get(at);
        Origin ofStep = at == 0 ? origin : origin.step(at);
        boolean isCall = seconds > 0;
        return ingress.cancel(
                        ofStep,
                        isCall
                                ? PhaseCommands.call(instrument.number(), seconds * NANOS_PER_SECOND, phase)
                                : PhaseCommands.change(instrument.number(), phase))
                .thenCompose(outcome -> {
                    if (all.size() == 1 && outcome.frame().refusal().isPresent()) {
                        return CompletableFuture.completedFuture(Answer.decided(outcome, frame -> Answer.ok("")));
                    }
                    moved.add(told(instrument, isCall ? Phase.CALL : phase, outcome.frame()));
                    return each(origin, all, at + 1, moved, phase, seconds);
                });
    }

    private static Moved told(Instrument instrument, Phase phase, KeptFrame frame) {
        String reason = frame.refusal().map(refusal -> refusal.reason().name()).orElse(null);
        String now = reason == null ? phase.name() : instrument.phase().name();
        return new Moved(instrument.symbol(), now, reason, frame.sequence());
    }
}
