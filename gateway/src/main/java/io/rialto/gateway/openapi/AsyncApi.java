package io.rialto.gateway.openapi;

import io.rialto.gateway.channels.Channel;
import io.rialto.gateway.channels.DataMessage;
import io.rialto.gateway.depth.BookMessage;
import io.rialto.gateway.form.Field;
import io.rialto.gateway.form.Fields;
import io.rialto.gateway.http.Route;
import io.rialto.gateway.inbox.LetterItems;
import io.rialto.gateway.market.TradeBody;
import io.rialto.gateway.orders.OrderBody;
import io.rialto.gateway.phases.AuctionBody;
import io.rialto.gateway.portfolio.BalanceBody;
import io.rialto.gateway.portfolio.FillBody;
import io.rialto.gateway.portfolio.PositionBody;
import io.rialto.gateway.prices.CandleBody;
import io.rialto.gateway.prices.TickerBody;
import io.rialto.gateway.problem.ProblemBody;
import io.rialto.gateway.sockets.SocketDoor;
import io.rialto.gateway.streams.StreamDesk;
import io.rialto.gateway.streams.StreamReply;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The AsyncAPI 3.0 document of the socket: its operations are routes, so what they take and answer is told by the same
 * declarations.
 */
public final class AsyncApi {
    private static final String MESSAGES = "#/components/messages/";
    private static final Map<String, Object> ID = Words.of("type", "integer", "minimum", 0);
    private static final Map<String, Object> ID_OR_NULL = Words.of("anyOf", List.of(ID, Words.of("type", "null")));
    private static final Map<String, Object> TEXT = Words.of("type", "string");
    private static final Map<String, Object> SHUTDOWN = Words.of("op", Words.of("const", "shutdown"), "reason", TEXT);
    private static final Map<String, String> STREAM_WORDS = Map.of(
            "subscribe", "Be told how a channel stands, and then what happens",
            "unsubscribe", "Be told no more of a channel",
            "resume", "Be told what was missed of a channel, and then what happens",
            "heartbeat", "Be told how far everything has been told");
    private static final Map<Channel, Class<?>> DATA = new EnumMap<>(Map.of(
            Channel.TRADES, TradeBody.class,
            Channel.AUCTION, AuctionBody.class,
            Channel.STATUS, DataMessage.Status.class,
            Channel.TICKER, TickerBody.class,
            Channel.CANDLES, CandleBody.class,
            Channel.ORDERS, OrderBody.class,
            Channel.FILLS, FillBody.class,
            Channel.BALANCES, BalanceBody.class,
            Channel.POSITIONS, PositionBody.class,
            Channel.NOTIFICATIONS, LetterItems.class));

    private final Schemas schemas = new Schemas();
    private final Map<String, Object> messages = new LinkedHashMap<>();
    private final Map<String, Object> operations = new LinkedHashMap<>();

    private AsyncApi() {}

    /** Ready to become JSON; the same for the same table. */
    public static Map<String, Object> of(List<Route> table) {
        AsyncApi document = new AsyncApi();
        document.operation("auth", "Say who it is, once, before all others", SocketDoor.AUTH.schema(), Words.of());
        SocketDoor.OPERATIONS.forEach((op, of) -> table.stream()
                .filter(route -> of.equals(route.method() + " " + route.path()))
                .forEach(route -> document.operation(op, route)));
        document.operation("logout", "Cancel nothing, and be closed", Fields.NONE.schema(), Words.of());
        document.streams();
        return document.whole();
    }

    /** Operations on subscriptions have their fields beside the op, and their answers too. */
    private void streams() {
        StreamDesk.OPERATIONS.forEach((op, fields) -> {
            Map<String, Object> asked = new LinkedHashMap<>(Words.of("op", Words.of("const", op), "id", ID));
            fields.all().forEach(field -> asked.put(field.name(), field.schema()));
            List<String> required = new ArrayList<>(List.of("op"));
            fields.all().stream().filter(Field::isRequired).map(Field::name).forEach(required::add);
            messages.put(op, message(STREAM_WORDS.get(op), asked, required));
            receives(op, STREAM_WORDS.get(op), List.of(inChannel("stream.answer"), inChannel("error")));
        });
        messages.put("stream.answer", told("What became of an operation on subscriptions", StreamReply.class));
        messages.put("book", told("A book as it stands, or what changed of it", BookMessage.class));
        messages.put("l3", told("A book order by order, or what changed of it", BookMessage.class));
        messages.put("shutdown", message("The venue is closing", SHUTDOWN, List.of("op", "reason")));
        DATA.forEach((channel, type) -> messages.put(channel.word(), data(channel, type)));
        operations.put(
                "told",
                Words.of(
                        "action",
                        "send",
                        "summary",
                        "What those who asked for it are told",
                        "channel",
                        Words.of("$ref", "#/channels/socket"),
                        "messages",
                        Stream.concat(Stream.of("shutdown"), Stream.of(Channel.words()))
                                .map(AsyncApi::inChannel)
                                .toList()));
    }

    private Map<String, Object> told(String words, Class<?> type) {
        return Words.of("summary", words, "payload", schemas.of(type));
    }

    /** A snapshot may hold several of what an update holds one of. */
    private Map<String, Object> data(Channel channel, Class<?> type) {
        Map<String, Object> one = schemas.of(type);
        Map<String, Object> items = Words.of("type", "array", "items", one);
        Map<String, Object> several =
                Words.of("type", "object", "properties", Words.of("items", items), "required", List.of("items"));
        Map<String, Object> fields = Words.of(
                "channel",
                Words.of("const", channel.word()),
                "symbol",
                TEXT,
                "type",
                Words.of("enum", List.of("SNAPSHOT", "UPDATE")),
                "sequence",
                ID,
                "data",
                channel == Channel.NOTIFICATIONS ? one : Words.of("anyOf", List.of(several, one)),
                "conflated",
                Words.of("const", true));
        return message("Of the channel " + channel.word(), fields, List.of("channel", "type", "sequence", "data"));
    }

    private Map<String, Object> whole() {
        messages.put("error", failure());
        Map<String, Object> all = new LinkedHashMap<>();
        messages.keySet().forEach(name -> all.put(name, Words.of("$ref", MESSAGES + name)));
        return Words.of(
                "asyncapi",
                "3.0.0",
                "info",
                Words.of("title", "Rialto: connections that stay", "version", "0.1.0"),
                "defaultContentType",
                "application/json",
                "channels",
                Words.of("socket", Words.of("address", SocketDoor.PATH, "messages", all)),
                "operations",
                operations,
                "components",
                Words.of("schemas", schemas.components(), "messages", messages));
    }

    /** A route's body, or its parameters where it has none, beside the order that its path names. */
    private void operation(String op, Route route) {
        Fields fields = route.told().bodies().stream().findFirst().orElse(Fields.NONE);
        for (String name : route.parameters())
            fields = fields.and(Field.text(name).optional());
        if (route.path().endsWith("{id}")) fields = fields.and(Field.text("order"));
        Map<String, Object> answer = route.told().answer().map(schemas::of).orElse(Words.of());
        operation(op, route.told().summary(), fields.schema(), answer);
    }

    private void operation(String op, String words, Map<String, Object> data, Map<String, Object> answer) {
        Map<String, Object> asked =
                Words.of("op", Words.of("const", op), "id", ID, "idempotencyKey", TEXT, "data", data);
        Map<String, Object> told =
                Words.of("op", Words.of("const", op), "id", ID_OR_NULL, "status", ID, "data", answer);
        messages.put(op, message(words, asked, List.of("op")));
        messages.put(
                op + ".answer",
                message("The answer, under the id of its operation", told, List.of("op", "id", "status", "data")));
        receives(op, words, List.of(inChannel(op + ".answer"), inChannel("error")));
    }

    private void receives(String op, String words, List<Object> replies) {
        Map<String, Object> socket = Words.of("$ref", "#/channels/socket");
        operations.put(
                op,
                Words.of(
                        "action",
                        "receive",
                        "summary",
                        words,
                        "channel",
                        socket,
                        "messages",
                        List.of(inChannel(op)),
                        "reply",
                        Words.of("channel", socket, "messages", replies)));
    }

    private Map<String, Object> failure() {
        Map<String, Object> told = Words.of(
                "op", Words.of("const", "error"),
                "id", ID_OR_NULL,
                "status", ID,
                "code", TEXT,
                "data", schemas.of(ProblemBody.class));
        return message("What was refused, and why", told, List.of("op", "status", "code", "data"));
    }

    private static Map<String, Object> message(String words, Map<String, Object> properties, List<String> required) {
        return Words.of(
                "summary",
                words,
                "payload",
                Words.of("type", "object", "properties", properties, "required", required));
    }

    private static Map<String, Object> inChannel(String name) {
        return Words.of("$ref", "#/channels/socket/messages/" + name);
    }
}
