package io.rialto.gateway.openapi;

import io.rialto.gateway.form.Fields;
import io.rialto.gateway.http.Route;
import io.rialto.gateway.http.Routes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The OpenAPI 3.1 document of a route table: what the table says is what it says. Bodies are described by the fields that
 * their readers know, answers by the records that are written.
 */
public final class OpenApi {
    private static final String VERSION = "3.1.0";
    private static final List<String> SIGNATURE = List.of("apiKey", "apiTimestamp", "apiNonce", "apiSignature");

    private final Schemas schemas = new Schemas();
    private final Map<String, Map<String, Object>> paths = new TreeMap<>();

    private OpenApi() {}

    /** Ready to become JSON; the same for the same table. */
    public static Map<String, Object> of(List<Route> table) {
        OpenApi document = new OpenApi();
        for (Route route : table) {
            document.paths
                    .computeIfAbsent(route.path(), path -> new LinkedHashMap<>())
                    .put(route.method().toLowerCase(Locale.ROOT), document.operation(route));
        }
        return document.whole();
    }

    private Map<String, Object> whole() {
        Map<String, Object> responses = Problems.responses(schemas);
        paths.values().forEach(path -> path.values().forEach(operation -> show((Map<?, ?>) operation)));
        return Words.of(
                "openapi",
                VERSION,
                "info",
                Words.of(
                        "title", "Rialto",
                        "version", "0.1.0",
                        "summary", "An event-sourced exchange",
                        "description", description(),
                        "license", Words.of("name", "Apache 2.0", "identifier", "Apache-2.0")),
                "servers",
                List.of(Words.of("url", "/")),
                "paths",
                paths,
                "components",
                Words.of(
                        "schemas", schemas.components(),
                        "responses", responses,
                        "parameters", Parameters.components(),
                        "headers", Headers.all(),
                        "securitySchemes", securitySchemes()));
    }

    private static String description() {
        return "Prices, quantities and money are decimal strings at full scale; ids are strings; `sequence` is the journal's"
                + " number of the frame that a fact comes from; times are ISO-8601 in UTC with nanoseconds. Every refusal is"
                + " `application/problem+json` with a `code` from one closed list.";
    }

    /** A whole body beside each schema, now that all that they refer to is known. */
    private void show(Map<?, ?> operation) {
        if (operation.get("requestBody") instanceof Map<?, ?> body) {
            show(body, schema -> new Sample(schemas.components()).asked(schema));
        }
        ((Map<?, ?>) operation.get("responses"))
                .values()
                .forEach(response ->
                        show((Map<?, ?>) response, schema -> new Sample(schemas.components()).answered(schema)));
    }

    @SuppressWarnings("unchecked")
    private static void show(Map<?, ?> body, Function<Map<?, ?>, Object> sample) {
        if (!(body.get("content") instanceof Map<?, ?> content)) return;
        if (!(content.get("application/json") instanceof Map<?, ?> json)) return;
        ((Map<String, Object>) json).put("example", sample.apply((Map<?, ?>) json.get("schema")));
    }

    private Map<String, Object> operation(Route route) {
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("operationId", id(route));
        operation.put("summary", summary(route));
        operation.put("tags", List.of(tag(route)));
        operation.put("security", security(route));
        route.scope().ifPresent(scope -> operation.put("x-scope", scope.word()));
        operation.put("parameters", Parameters.of(route));
        List<Fields> bodies = route.told().bodies();
        if (!bodies.isEmpty()) operation.put("requestBody", body(bodies));
        operation.put("responses", responses(route));
        return operation;
    }

    private static String summary(Route route) {
        return route.told().summary().isEmpty()
                ? route.method() + " " + route.path()
                : route.told().summary();
    }

    private static Map<String, Object> body(List<Fields> kinds) {
        boolean isNeeded = kinds.stream().allMatch(Fields::areNeeded);
        List<Map<String, Object>> schemas =
                kinds.stream().map(fields -> Examples.within(fields.schema())).toList();
        Map<String, Object> schema = schemas.size() == 1 ? schemas.get(0) : Words.of("anyOf", schemas);
        return Words.of("required", isNeeded, "content", Words.of("application/json", Words.of("schema", schema)));
    }

    private Map<String, Object> responses(Route route) {
        Route.Told told = route.told();
        Map<String, Object> schema = told.answer()
                .map(schemas::of)
                .orElse(isJson(told) ? Words.of("type", "object") : Words.of("type", "string"));
        Map<String, Object> responses = new LinkedHashMap<>();
        responses.put(
                Integer.toString(told.status()),
                Words.of(
                        "description",
                        told.status() == 201 ? "Made" : "Done",
                        "headers",
                        Headers.ofGoodAnswer(route),
                        "content",
                        content(told, schema)));
        if (told.isForTwo()) responses.put("202", waiting());
        for (int status : Problems.of(route)) {
            responses.put(
                    Integer.toString(status), Words.of("$ref", "#/components/responses/" + Problems.name(status)));
        }
        return responses;
    }

    private static Map<String, Object> content(Route.Told told, Map<String, Object> schema) {
        Map<String, Object> content = Words.of(told.contentType(), Words.of("schema", schema));
        told.otherType().ifPresent(type -> content.put(type, Words.of("schema", Words.of("type", "string"))));
        return content;
    }

    /** Where dangerous administration takes two. */
    private static Map<String, Object> waiting() {
        Map<String, Object> schema = Words.of("$ref", "#/components/schemas/Change");
        return Words.of(
                "description",
                "Waits for another administrator",
                "content",
                Words.of("application/json", Words.of("schema", schema)));
    }

    private static boolean isJson(Route.Told told) {
        return told.contentType().endsWith("json");
    }

    /** Either way of saying who asks; nothing for what is open to all. */
    private static List<Object> security(Route route) {
        if (route.scope().isEmpty()) return List.of();
        Map<String, Object> signed = new LinkedHashMap<>();
        SIGNATURE.forEach(name -> signed.put(name, List.of()));
        return List.of(Words.of("bearer", List.of()), signed);
    }

    private static Map<String, Object> securitySchemes() {
        return Words.of(
                "bearer",
                Words.of(
                        "type", "http",
                        "scheme", "bearer",
                        "bearerFormat", "JWT",
                        "description", "For people: the access token of a log-in"),
                "apiKey",
                signed("X-API-Key", "For programs: the key's id, beside timestamp, nonce and signature"),
                "apiTimestamp",
                signed("X-API-Timestamp", "Milliseconds since 1970, UTC, at most X-API-Window old (5000 without)"),
                "apiNonce",
                signed("X-API-Nonce", "1 to 64 printable characters, never used twice with the key"),
                "apiSignature",
                signed(
                        "X-API-Signature",
                        "HMAC-SHA256 in lower-case hex over METHOD, path, raw query, timestamp, nonce and"
                                + " sha256hex(body), joined by newlines"));
    }

    private static Map<String, Object> signed(String header, String words) {
        return Words.of("type", "apiKey", "in", "header", "name", header, "description", words);
    }

    /** {@code getOrdersById} for {@code GET /api/v1/orders/{id}}. */
    private static String id(Route route) {
        StringBuilder id = new StringBuilder(route.method().toLowerCase(Locale.ROOT));
        for (String part : segments(route)) {
            boolean isPart = part.startsWith("{");
            if (isPart) id.append("By");
            for (String word : part.replaceAll("[{}]", "").split("[-.]")) {
                if (word.isEmpty()) continue;
                id.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
            }
        }
        return id.toString();
    }

    private static String tag(Route route) {
        return route.path().startsWith(Routes.API) ? segments(route).get(0) : "status";
    }

    private static List<String> segments(Route route) {
        String path = route.path().startsWith(Routes.API) ? route.path().substring(Routes.API.length()) : route.path();
        List<String> segments = new ArrayList<>(List.of(path.split("/")));
        segments.removeIf(String::isEmpty);
        return segments;
    }
}
