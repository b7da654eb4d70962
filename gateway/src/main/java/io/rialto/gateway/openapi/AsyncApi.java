package io.rialto.gateway.openapi;

import io.rialto.gateway.form.Field;
import io.rialto.gateway.form.Fields;
import io.rialto.gateway.http.Route;
import io.rialto.gateway.problem.ProblemBody;
import io.rialto.gateway.sockets.SocketDoor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The AsyncAPI 3.0 document of the socket: its operations are routes, so what they take and answer is told by the same
 * declarations.
 */
public final class AsyncApi {
    private static final String MESSAGES = "#/components/messages/";
    private static final Map<String, Object> ID = Words.of("type", "integer", "minimum", 0);
    private static final Map<String, Object> ID_OR_NULL = Words.of("anyOf", List.of(ID, Words.of("type", "null")));
    private static final Map<String, Object> TEXT = Words.of("type", "string");

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
        return document.whole();
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
        Map<String, Object> socket = Words.of("$ref", "#/channels/socket");
        List<Object> replies = List.of(inChannel(op + ".answer"), inChannel("error"));
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
