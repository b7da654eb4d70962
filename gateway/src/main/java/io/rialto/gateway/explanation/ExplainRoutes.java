package io.rialto.gateway.explanation;

import com.fasterxml.jackson.databind.JsonNode;
import io.rialto.feeds.Feeds;
import io.rialto.feeds.statements.Movement;
import io.rialto.gateway.access.Scope;
import io.rialto.gateway.archive.Archive;
import io.rialto.gateway.archive.WholeHistory;
import io.rialto.gateway.explorer.FrameBody;
import io.rialto.gateway.explorer.FrameSpeech;
import io.rialto.gateway.explorer.FrameTelling;
import io.rialto.gateway.explorer.Named;
import io.rialto.gateway.explorer.ReadingDesk;
import io.rialto.gateway.explorer.Sight;
import io.rialto.gateway.form.Field;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.ingress.History;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.past.PastDesk;
import io.rialto.gateway.past.Places;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** From a command to the money that moved; and an order's whole life. */
public final class ExplainRoutes implements RouteGroup {
    private static final int MOST_STEPS = 200;
    private static final Pattern NUMBERS = Pattern.compile("[1-9][0-9]{0,17}");

    private final ReadingDesk desk;
    private final History history;
    private final Places places;
    private final FrameTelling telling;
    private final Postings postings;
    private final Effects effects;
    private final OrderFrames orders;

    /** @param archive for what memory let go of */
    public ExplainRoutes(
            ReadingDesk desk,
            PastDesk past,
            History history,
            Places places,
            FrameSpeech speech,
            Listed listed,
            Feeds feeds,
            Archive archive) {
        this.desk = desk;
        this.history = history;
        this.places = places;
        WholeHistory whole = new WholeHistory(feeds.orders(), feeds.statements(), archive);
        telling = new FrameTelling(speech, listed);
        postings = new Postings(whole, listed);
        effects = new Effects(past, listed);
        orders = new OrderFrames(feeds.orders(), whole, archive);
    }

    @Override
    public void addTo(Routes routes) {
        routes.readLater("/journal/explain", Scope.READ, this::explain, "seq", "order", "from")
                .says("What a frame caused, event by event, fill by fill, posting by posting; or an order's whole life")
                .with(
                        Field.whole("seq", 1, Long.MAX_VALUE).optional().says("of the frame; either this or order"),
                        Field.text("order").optional().says("whose life is told"),
                        Field.whole("from", 1, Long.MAX_VALUE)
                                .optional()
                                .says("of an order's life, the sequence to go on from"))
                .answers(200, Explained.class);
    }

    private CompletionStage<Answer> explain(Call call) {
        Sight sight = Sight.of(call);
        boolean isOfOrder = call.parameter("order").isPresent();
        if (isOfOrder == call.parameter("seq").isPresent()) {
            throw Problem.at("seq", ProblemCode.MISSING_FIELD, "either seq or order says what is to be explained");
        }
        if (isOfOrder) return life(call, sight);
        long sequence = places.named(call, "seq").orElseThrow();
        return desk.ask(() -> seen(sequence, sight)).thenCompose(seen -> frame(sequence, seen, sight));
    }

    private FrameTelling.Seen seen(long sequence, Sight sight) {
        return history.frame(sequence)
                .filter(frame -> sight.reaches(frame.view()))
                .map(frame -> telling.seen(frame, sight))
                .orElseThrow(() -> Problem.at("seq", ProblemCode.NOT_FOUND, "there is no such frame"));
    }

    private CompletableFuture<Answer> frame(long sequence, FrameTelling.Seen seen, Sight sight) {
        List<Integer> accounts = Postings.accounts(seen, sight);
        Postings.Moved moved = postings.of(sequence, accounts);
        Explained.Step step = step(seen, moved, sight, event -> true);
        return effects.of(sequence, accounts, moved)
                .thenApply(changed -> Answer.ok(new Explained(
                        null,
                        List.of(step),
                        sight.isWhole() && moved.isWhole() ? postings.sums(moved.all()) : null,
                        changed,
                        null,
                        places.head())));
    }

    private CompletionStage<Answer> life(Call call, Sight sight) {
        String text = call.parameter("order").orElseThrow();
        if (!NUMBERS.matcher(text).matches()) {
            throw Problem.at("order", ProblemCode.UNKNOWN_ORDER, "the order does not exist");
        }
        long from = call.whole("from", 1, Long.MAX_VALUE).orElse(1);
        return desk.ask(() -> Answer.ok(life(text, from, sight)));
    }

    private Explained life(String order, long from, Sight sight) {
        List<Explained.Step> steps = new ArrayList<>();
        Long next = null;
        for (long sequence : orders.of(Long.parseLong(order), sight)) {
            if (sequence < from) continue;
            if (steps.size() == MOST_STEPS) {
                next = sequence;
                break;
            }
            FrameTelling.Seen seen = seen(sequence, sight);
            Postings.Moved moved = postings.of(sequence, Postings.accounts(seen, sight));
            steps.add(step(seen, moved, sight, event -> names(event, order)));
        }
        return new Explained(order, steps, null, null, next, places.head());
    }

    private static boolean names(JsonNode event, String order) {
        return Named.Kind.ORDER.fieldsOf(event.path("name").asText()).stream()
                .anyMatch(field -> event.path(field.name()).asText().equals(order));
    }

    private Explained.Step step(FrameTelling.Seen seen, Postings.Moved moved, Sight sight, Predicate<JsonNode> shown) {
        FrameBody body = telling.body(seen, sight);
        List<Explained.Link> links = new ArrayList<>();
        List<Movement> left = new ArrayList<>(moved.all());
        for (FrameTelling.Told event : seen.events()) {
            List<Movement> own = Postings.ofEvent(event.message(), left);
            left.removeAll(own);
            if (shown.test(event.message())) links.add(link(event, own));
        }
        return new Explained.Step(
                body.sequence(),
                body.time(),
                body.hash(),
                body.type(),
                seen.command().map(FrameTelling.Told::words).orElse(null),
                body.request(),
                body.command(),
                links,
                left.stream().map(postings::told).toList(),
                moved.isWhole());
    }

    private Explained.Link link(FrameTelling.Told event, List<Movement> own) {
        String name = event.message().path("name").asText();
        return new Explained.Link(
                event.index(),
                name,
                event.words(),
                name.equals("TradeExecuted"),
                event.message(),
                own.stream().map(postings::told).toList());
    }
}
