package io.rialto.gateway.form;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * All fields that a form knows. {@link Form#knows(Fields)} refuses any other by it, and the documents describe the body by
 * it, so the two cannot part. Immutable.
 */
public record Fields(List<Field> all) {
    /** Of a request that has nothing to say. */
    public static final Fields NONE = of();

    public Fields {
        all = List.copyOf(all);
    }

    public static Fields of(Field... fields) {
        return new Fields(Arrays.asList(fields));
    }

    public Fields and(Field... more) {
        return new Fields(Stream.concat(all.stream(), Stream.of(more)).toList());
    }

    public Fields and(Fields more) {
        return and(more.all.toArray(Field[]::new));
    }

    /** The same, none of them required. */
    public Fields optional() {
        return new Fields(all.stream().map(Field::optional).toList());
    }

    /** Whether any of them must be there. */
    public boolean areNeeded() {
        return all.stream().anyMatch(Field::isRequired);
    }

    public String[] names() {
        return all.stream().map(Field::name).toArray(String[]::new);
    }

    /** As a JSON Schema of an object that has no other fields. */
    public Map<String, Object> schema() {
        Map<String, Object> properties = new LinkedHashMap<>();
        all.forEach(field -> properties.put(field.name(), field.schema()));
        List<String> required =
                all.stream().filter(Field::isRequired).map(Field::name).toList();
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        if (!required.isEmpty()) schema.put("required", required);
        schema.put("additionalProperties", false);
        return schema;
    }
}
