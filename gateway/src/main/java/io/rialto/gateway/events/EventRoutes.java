package io.rialto.gateway.events;

import com.fasterxml.jackson.databind.JsonNode;
import io.rialto.feeds.events.EventFilter;
import io.rialto.feeds.events.EventRow;
import io.rialto.feeds.events.Events;
import io.rialto.feeds.position.Page;
import io.rialto.gateway.access.Scope;
import io.rialto.gateway.archive.Archive;
import io.rialto.gateway.cache.Asked;
import io.rialto.gateway.cache.Kind;
import io.rialto.gateway.form.Cursors;
import io.rialto.gateway.form.Field;
import io.rialto.gateway.form.Times;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.ingress.History;
import io.rialto.gateway.ingress.KeptFrame;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The event store's questions, for auditors and administrators. What an event says is read from the journal itself. */
public final class EventRoutes implements RouteGroup {
    private static final int USUAL_LIMIT = 100;
    private static final Pattern NUMBERS = Pattern.compile("[1-9][0-9]{0,17}");
    private static final String[] PARAMETERS = {
        "type", "order", "instrument", "correlation", "from", "to", "asOf", "oldestFirst", "limit", "cursor"
    };

    private final Archive archive;
    private final Listed listed;
    private final History history;
    private final Words words;

    /** What the schema calls events, and what frames say. */
    public interface Words {
        /** The schema's number of an event's name; empty when there is no such event. */
        Optional<Integer> type(String name);

        String name(int type);

        /** The frame's events, each as an object. */
        List<JsonNode> events(KeptFrame frame);
    }

    public EventRoutes(Archive archive, Listed listed, History history, Words words) {
        this.archive = archive;
        this.listed = listed;
        this.history = history;
        this.words = words;
    }

    @Override
    public void addTo(Routes routes) {
        routes.read("/events", Scope.ADMIN, this::events, PARAMETERS)
                .says("Events of the journal by type, account, order, instrument, correlation and time")
                .with(
                        Field.text("type").optional().says("an event's name, as OrderAccepted"),
                        Field.text("account").optional().says("whom it names, as either of two"),
                        Field.text("order").optional().says("which it names, as either of two"),
                        Field.text("instrument").optional().says("its symbol"),
                        Field.text("correlation").optional().says("of the request that caused it"),
                        Field.moment("from"),
                        Field.moment("to"),
                        Field.whole("asOf", 0, Long.MAX_VALUE).says("of frames up to this sequence"),
                        Field.flag("oldestFirst"))
                .answers(200, Items.class);
    }

    /**
     * @param index in its frame, from 0
     * @param account whom it names first; null for nobody
     * @param event as the schema names its fields, in integer units; null when the frame is no longer kept
     */
    private record Item(
            long sequence,
            int index,
            String time,
            String type,
            String account,
            String otherAccount,
            String order,
            String otherOrder,
            String instrument,
            String correlationId,
            JsonNode event) {}

    private record Items(List<Item> items, String next, long sequence) {}

    private Answer events(Call call) {
        EventFilter filter = filter(call);
        long cursor = call.parameter("cursor").map(Cursors::place).orElse(0L);
        int limit = (int) call.whole("limit", 1, Page.MAX_ITEMS).orElse(USUAL_LIMIT);
        boolean isNewestFirst = !call.flag("oldestFirst");
        long newest = archive.newest();
        boolean isSettled = filter.asOf() <= newest || isNewestFirst && cursor != 0;
        Page<EventRow> page = archive.page(
                Asked.ofHistory(Kind.EVENTS, isSettled, words(filter), isNewestFirst, cursor, limit),
                Math.min(filter.asOf(), newest),
                store -> new Events(store).page(filter, isNewestFirst, cursor, limit));
        Map<Long, List<JsonNode>> told = new HashMap<>();
        Function<Long, List<JsonNode>> read =
                sequence -> history.frame(sequence).map(words::events).orElse(List.of());
        return Answer.ok(new Items(
                page.items().stream()
                        .map(row -> item(row, told.computeIfAbsent(row.sequence(), read)))
                        .toList(),
                page.next().isPresent() ? Cursors.text(page.next().getAsLong()) : null,
                page.sequence()));
    }

    private static String words(EventFilter filter) {
        return Stream.of(
                        filter.type(),
                        filter.account(),
                        filter.order(),
                        filter.instrument(),
                        filter.correlation(),
                        filter.fromNanos(),
                        filter.toNanos(),
                        filter.asOf())
                .map(String::valueOf)
                .collect(Collectors.joining("."));
    }

    private EventFilter filter(Call call) {
        return new EventFilter(
                call.parameter("type").map(this::type).orElse(0),
                call.parameter("account")
                        .map(text -> Call.accountNumber("account", text))
                        .orElse(0),
                call.parameter("order").map(EventRoutes::order).orElse(0L),
                call.parameter("instrument")
                        .map(symbol ->
                                listed.terms("instrument", symbol).instrument().number())
                        .orElse(0),
                call.parameter("correlation").orElse(""),
                call.moment("from").orElse(Long.MIN_VALUE),
                call.moment("to").orElse(Long.MAX_VALUE),
                call.whole("asOf", 0, Long.MAX_VALUE).orElse(Long.MAX_VALUE));
    }

    private int type(String name) {
        return words.type(name)
                .orElseThrow(() -> Problem.at("type", ProblemCode.INVALID_VALUE, "must be the name of an event", name));
    }

    private static long order(String text) {
        if (NUMBERS.matcher(text).matches()) return Long.parseLong(text);
        throw Problem.at("order", ProblemCode.UNKNOWN_ORDER, "the order does not exist");
    }

    private Item item(EventRow row, List<JsonNode> events) {
        return new Item(
                row.sequence(),
                row.place(),
                Times.text(row.timeNanos()),
                words.name(row.type()),
                number(row.account()),
                number(row.otherAccount()),
                number(row.order()),
                number(row.otherOrder()),
                row.instrument() == 0
                        ? null
                        : listed.terms(row.instrument()).instrument().symbol(),
                row.correlation().isEmpty() ? null : row.correlation(),
                row.place() < events.size() ? events.get(row.place()) : null);
    }

    private static String number(long number) {
        return number == 0 ? null : Long.toString(number);
    }
}
