package io.rialto.gateway.openapi;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A whole body that fits its schema, put together from the examples of its fields: of what is asked, the fields that it needs
 * and those that are seldom left out; of what is answered, all. One thread.
 */
final class Sample {
    private static final Set<String> SELDOM_LEFT_OUT =
            Set.of("price", "quantity", "timeInForce", "clientOrderId", "reason");

    /** For fields that only a pattern describes: the first that matches is shown. */
    private static final List<String> TEXTS = List.of(
            "desk",
            "DESK",
            "16:30",
            "0.25",
            "123456",
            "9f86d081884c7d659a2feaa0c55ad015",
            "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");

    private final Map<String, Object> components;
    private final Deque<String> within = new ArrayDeque<>();

    /** @param components every named schema that may be referred to */
    Sample(Map<String, Object> components) {
        this.components = components;
    }

    /** What such a request may hold. */
    Object asked(Map<?, ?> schema) {
        return of("", schema, true);
    }

    /** What such an answer may hold. */
    Object answered(Map<?, ?> schema) {
        return of("", schema, false);
    }

    private Object of(String name, Map<?, ?> schema, boolean isAsked) {
        if (schema.get("$ref") instanceof String reference) return referred(reference, isAsked);
        if (schema.get("examples") instanceof List<?> examples) return examples.get(0);
        if (schema.containsKey("const")) return schema.get("const");
        if (schema.get("enum") instanceof List<?> constants) return constants.get(0);
        if (schema.get("anyOf") instanceof List<?> kinds) return of(name, (Map<?, ?>) kinds.get(0), isAsked);
        return switch (type(schema)) {
            case "object" -> object(schema, isAsked);
            case "array" -> array(name, schema, isAsked);
            case "string" -> text(name, schema);
            case "integer" -> whole(schema);
            case "number" -> 0.5;
            case "boolean" -> true;
            default -> Map.of();
        };
    }

    /** A record that holds another of its kind holds none here: a sample has an end. */
    private Object referred(String reference, boolean isAsked) {
        String name = reference.substring(reference.lastIndexOf('/') + 1);
        if (within.contains(name)) return null;
        within.push(name);
        try {
            return of("", (Map<?, ?>) components.get(name), isAsked);
        } finally {
            within.pop();
        }
    }

    private static String type(Map<?, ?> schema) {
        Object type = schema.get("type");
        return type instanceof List<?> several
                ? (String) several.get(0)
                : Optional.ofNullable((String) type).orElse("");
    }

    private Map<String, Object> object(Map<?, ?> schema, boolean isAsked) {
        Map<String, Object> body = new LinkedHashMap<>();
        List<?> required = schema.get("required") instanceof List<?> names ? names : List.of();
        if (schema.get("properties") instanceof Map<?, ?> properties) {
            properties.forEach((name, field) -> {
                boolean isShown = !isAsked || required.contains(name) || SELDOM_LEFT_OUT.contains(name);
                if (isShown) body.put((String) name, of((String) name, (Map<?, ?>) field, isAsked));
            });
        } else if (schema.get("additionalProperties") instanceof Map<?, ?> each) {
            body.put("BTC", of("", each, isAsked));
        }
        return body;
    }

    private List<Object> array(String name, Map<?, ?> schema, boolean isAsked) {
        Object first = of(name, (Map<?, ?>) schema.get("items"), isAsked);
        return first == null ? List.of() : List.of(first);
    }

    private static String text(String name, Map<?, ?> schema) {
        if ("date-time".equals(schema.get("format"))) return "2026-11-22T10:00:00Z";
        if ("decimal".equals(schema.get("format"))) return "1.00";
        if (!(schema.get("pattern") instanceof String pattern)) return name.isEmpty() ? "text" : name;
        return TEXTS.stream().filter(text -> text.matches(pattern)).findFirst().orElse(name);
    }

    private static Object whole(Map<?, ?> schema) {
        return schema.get("minimum") instanceof Number least ? Math.max(1, least.longValue()) : 1;
    }
}
