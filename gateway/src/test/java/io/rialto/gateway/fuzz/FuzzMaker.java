package io.rialto.gateway.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Requests made from the OpenAPI document: every one of them has a place there, hardly any of them is sound. */
final class FuzzMaker {
    private static final Pattern PARTS = Pattern.compile("\\{(\\w+)}");

    /** Who sends it. */
    enum Sender {
        TRADER,
        ADMINISTRATOR,
        NOBODY,
        FORGER
    }

    record Request(Sender sender, String method, String path, String body, Map<String, String> headers) {}

    private record Operation(String method, String path, JsonNode told) {}

    private final JsonNode document;
    private final List<Operation> operations = new ArrayList<>();
    private final SplittableRandom dice;
    private final FuzzValues values;

    FuzzMaker(JsonNode document, long seed) {
        this.document = document;
        dice = new SplittableRandom(seed);
        values = new FuzzValues(dice);
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(each -> operations.add(new Operation(
                                each.getKey().toUpperCase(Locale.ROOT), path.getKey(), each.getValue()))));
    }

    Request next() {
        Operation operation = values.oneOf(operations);
        String method = values.chance(97) ? operation.method : values.oneOf(List.of("PUT", "DELETE", "PATCH", "POST"));
        boolean isRead = method.equals("GET") || method.equals("HEAD");
        String body = isRead && values.chance(95) ? "" : body(operation.told);
        return new Request(sender(operation), method, path(operation) + query(operation), body, headers());
    }

    /** Mostly who may. */
    private Sender sender(Operation operation) {
        if (values.chance(6)) return values.chance(60) ? Sender.NOBODY : Sender.FORGER;
        boolean isForAdministrators = operation.path.contains("/admin/") || operation.path.contains("/monitoring/");
        return isForAdministrators == values.chance(88) ? Sender.ADMINISTRATOR : Sender.TRADER;
    }

    private String path(Operation operation) {
        Matcher parts = PARTS.matcher(operation.path);
        StringBuilder path = new StringBuilder();
        while (parts.find()) {
            String part = values.text(parts.group(1));
            parts.appendReplacement(path, Matcher.quoteReplacement(encoded(part.isEmpty() ? "0" : part)));
        }
        return parts.appendTail(path).toString();
    }

    private String query(Operation operation) {
        List<String> pairs = new ArrayList<>();
        for (JsonNode parameter : operation.told.path("parameters")) {
            JsonNode whole = resolved(parameter);
            if (!whole.path("in").asText().equals("query") || !values.chance(20)) continue;
            String name = whole.get("name").asText();
            // What waits for a frame that will never be is answered late, and tells nothing new.
            if (name.equals("minSequence")) continue;
            JsonNode value = values.of(name, resolved(whole.path("schema")), 0);
            pairs.add(encoded(name) + "=" + encoded(value.asText()));
        }
        if (values.chance(3)) pairs.add(encoded(values.text("any")) + "=" + encoded(values.text("any")));
        return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
    }

    private String body(JsonNode told) {
        JsonNode schema = resolved(told.at("/requestBody/content/application~1json/schema"));
        String body = values.object(schema, 0).toString();
        if (values.chance(4)) return body.substring(0, dice.nextInt(body.length()));
        if (values.chance(3)) return values.anything(0).toString();
        if (values.chance(3)) return body.replaceFirst("\\{", "{\"symbol\":\"BTC-USD\",\"symbol\":\"ETH-USD\",");
        return values.chance(2) ? "[".repeat(1 + dice.nextInt(3_000)) : body;
    }

    private Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("X-Correlation-Id", new UUID(dice.nextLong(), dice.nextLong()).toString());
        if (values.chance(3))
            headers.put("Content-Type", values.oneOf(List.of("text/plain", "application/xml", "a/b;c")));
        if (values.chance(5)) headers.put("Idempotency-Key", values.oneOf(List.of("k1", "k2", "k".repeat(200), "k k")));
        if (values.chance(2)) headers.put("Accept", values.oneOf(List.of("text/html", "*/*", "x")));
        return headers;
    }

    private JsonNode resolved(JsonNode node) {
        JsonNode found = node;
        while (found.has("$ref")) found = document.at(found.get("$ref").asText().substring(1));
        return found;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
