package io.rialto.gateway.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Values for fields: what a schema asks for, what a venue would know, and what nobody should send. */
final class FuzzValues {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEPEST = 4;

    /** What may be known here, by a part of the field's name. */
    private static final Map<String, List<String>> KNOWN = Map.ofEntries(
            Map.entry("symbol", List.of("BTC-USD", "ETH-USD", "BTC-PERP", "btc-usd", "NONE-USD")),
            Map.entry("asset", List.of("USD", "BTC", "ETH", "usd", "ZZZ")),
            Map.entry("account", List.of("100", "101", "102", "1", "0", "999999999", "-1", "1e2")),
            Map.entry("price", List.of("100.00", "99.99", "50000.00", "0.01", "100.001", "1")),
            Map.entry("quantity", List.of("1", "0.5", "0.00001", "1000000", "0")),
            Map.entry("amount", List.of("1", "100.00", "0.00000001", "1000000000")),
            Map.entry("rate", List.of("0.001", "0", "-0.0001", "1")),
            Map.entry("id", List.of("1", "2", "134217728", "0", "9223372036854775807")));

    private static final List<String> HOSTILE = List.of(
            "",
            " ",
            "null",
            "NaN",
            "Infinity",
            "-0",
            "1e309",
            "1E-400",
            "0x10",
            "+1",
            "01",
            "1,000",
            "9223372036854775808",
            "-9223372036854775809",
            "\u0000",
            "\u202Eevil",
            "\uD83D\uDE00",
            "\uFF11",
            "' OR '1'='1",
            "1; DROP TABLE person; --",
            "../../etc/passwd",
            "${jndi:ldap://127.0.0.1/a}",
            "<script>alert(1)</script>",
            "{{7*7}}",
            "%s%n%x",
            "\r\nSet-Cookie: a=b");

    private final SplittableRandom dice;

    FuzzValues(SplittableRandom dice) {
        this.dice = dice;
    }

    boolean chance(int percent) {
        return dice.nextInt(100) < percent;
    }

    <T> T oneOf(List<T> values) {
        return values.get(dice.nextInt(values.size()));
    }

    /** A path's part or a query's value. */
    String text(String name) {
        if (chance(12)) return oneOf(HOSTILE);
        if (chance(3)) return "a".repeat(1 + dice.nextInt(3_000));
        for (Map.Entry<String, List<String>> known : KNOWN.entrySet())
            if (name.toLowerCase(java.util.Locale.ROOT).endsWith(known.getKey())) return oneOf(known.getValue());
        return chance(50) ? Integer.toString(dice.nextInt(200)) : oneOf(List.of("ALL", "BUY", "true", "P1D", "x"));
    }

    /** A value for a field of that schema; of another kind, or of none, now and then. */
    JsonNode of(String name, JsonNode schema, int depth) {
        if (chance(10)) return anything(depth);
        if (schema.has("enum") && chance(90))
            return schema.get("enum").get(dice.nextInt(schema.get("enum").size()));
        if (schema.has("anyOf")) return of(name, schema.get("anyOf").get(0), depth);
        return switch (schema.path("type").asText("")) {
            case "integer", "number" -> number();
            case "boolean" -> JSON.booleanNode(chance(50));
            case "array" -> array(name, schema.path("items"), depth);
            case "object" -> object(schema, depth);
            default -> JSON.textNode(text(name));
        };
    }

    ObjectNode object(JsonNode schema, int depth) {
        ObjectNode made = JSON.objectNode();
        schema.path("properties").properties().forEach(field -> {
            boolean isRequired = contains(schema.path("required"), field.getKey());
            if (chance(isRequired ? 95 : 35)) made.set(field.getKey(), of(field.getKey(), field.getValue(), depth + 1));
        });
        if (chance(5)) made.set(oneOf(List.of("admin", "account", "__proto__", "role", "sequence")), anything(depth));
        return made;
    }

    private ArrayNode array(String name, JsonNode items, int depth) {
        ArrayNode made = JSON.arrayNode();
        int size = chance(3) ? 1_200 : dice.nextInt(4);
        for (int i = 0; i < size; i++) made.add(size > 4 ? JSON.textNode("x") : of(name, items, depth + 1));
        return made;
    }

    private JsonNode number() {
        List<JsonNode> numbers = List.of(
                JSON.numberNode(dice.nextInt(100)),
                JSON.numberNode(1),
                JSON.numberNode(-1),
                JSON.numberNode(0),
                JSON.numberNode(Long.MAX_VALUE),
                JSON.numberNode(new BigInteger("9".repeat(60))),
                JSON.numberNode(new BigDecimal("1.5")));
        return chance(70) ? numbers.get(0) : oneOf(numbers);
    }

    JsonNode anything(int depth) {
        List<JsonNode> all = new ArrayList<>(List.of(
                JSON.nullNode(), JSON.booleanNode(true), number(), JSON.textNode(oneOf(HOSTILE)), JSON.arrayNode()));
        if (depth < DEEPEST) all.add(JSON.arrayNode().add(anything(depth + 1)));
        if (depth < DEEPEST) all.add(JSON.objectNode().set("a", anything(depth + 1)));
        return oneOf(all);
    }

    private static boolean contains(JsonNode names, String name) {
        for (JsonNode each : names) if (each.asText().equals(name)) return true;
        return false;
    }
}
