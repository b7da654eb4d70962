package io.rialto.gateway.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;

/** What fields look like, by their names: the venue calls the same thing the same everywhere. */
final class Examples {
    private static final List<Entry<String, String>> KNOWN = List.of(
            Map.entry("symbol", "BTC-USD"),
            Map.entry("base|asset|feeAsset|code", "BTC"),
            Map.entry("quote|valueAsset|settlement", "USD"),
            Map.entry(".*[pP]rice|lowest|highest|mark", "50000.00"),
            Map.entry(".*[qQ]uantity|executed|remaining|prevented|minQuantity", "0.50000"),
            Map.entry(".*[aA]mount|total|available|held|equity|value|limit", "100.00"),
            Map.entry(".*[rR]ate", "0.001"),
            Map.entry("account|supplier", "100"),
            Map.entry("id|order|listId|tradeId", "134217728"),
            Map.entry("clientOrderId", "a-1"),
            Map.entry("side|takerSide", "BUY"),
            Map.entry("timeInForce", "GTC"),
            Map.entry(".*Notional|fee|.*Profit|pnl", "100.00"),
            Map.entry(".*At|time|at|from|to|asOf|since", "2026-11-22T10:00:00.000000000Z"),
            Map.entry("period|olderThan", "PT5M"),
            Map.entry("day|.*Date|.*Day", "2026-11-23"),
            Map.entry("ack", "DURABLE"),
            Map.entry("reason", "maintenance"),
            Map.entry("name|label", "desk"));

    private Examples() {}

    /** The schema of a field of that name, with an example where it can be told. */
    static Map<String, Object> on(String name, Map<String, Object> schema) {
        if (!isText(schema)) return schema;
        return KNOWN.stream()
                .filter(known -> name.matches(known.getKey()))
                .findFirst()
                .map(known -> {
                    Map<String, Object> more = new LinkedHashMap<>(schema);
                    more.put("examples", List.of(known.getValue()));
                    return more;
                })
                .orElse(schema);
    }

    /** The same of an object, with examples on its fields. */
    static Map<String, Object> within(Map<String, Object> object) {
        Map<String, Object> more = new LinkedHashMap<>(object);
        if (object.get("properties") instanceof Map<?, ?> properties) {
            Map<String, Object> shown = new LinkedHashMap<>();
            properties.forEach((name, schema) -> shown.put((String) name, on((String) name, schema(schema))));
            more.put("properties", shown);
        }
        return more;
    }

    private static Map<String, Object> schema(Object schema) {
        Map<String, Object> copy = new LinkedHashMap<>();
        ((Map<?, ?>) schema).forEach((word, value) -> copy.put((String) word, value));
        return copy;
    }

    private static boolean isText(Map<String, Object> schema) {
        Object type = schema.get("type");
        boolean isString = "string".equals(type) || type instanceof List<?> several && several.contains("string");
        return isString && !schema.containsKey("enum") && !schema.containsKey("pattern")
                || isString && "decimal".equals(schema.get("format"));
    }
}
