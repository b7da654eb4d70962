package io.rialto.gateway.doors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.rialto.gateway.http.Route;
import io.rialto.gateway.openapi.OpenApi;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The document, held against every answer that a test gets: what was taken must have been a body that it allows, what is
 * answered must be what it describes and nothing beside, and what is refused must be a code that it names.
 */
final class Documented {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static volatile Optional<Documented> current = Optional.empty();

    private final List<String> names;
    private final JsonNode document;
    private final ObjectNode closed;
    private final List<Path> paths = new ArrayList<>();
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    private record Path(Pattern pattern, String template) {}

    private Documented(List<String> names, JsonNode document) {
        this.names = names;
        this.document = document;
        closed = document.get("components").deepCopy();
        closed.get("schemas").forEach(Documented::close);
        document.get("paths").fieldNames().forEachRemaining(template -> {
            String pattern = template.replaceAll("\\{\\w+}", "[^/]+").replace(".", "\\.");
            paths.add(new Path(Pattern.compile(pattern), template));
        });
        paths.sort((a, b) -> Boolean.compare(a.template.contains("{"), b.template.contains("{")));
    }

    /** Whoever asks from now on asks a venue with these routes. */
    static void is(List<Route> table) {
        List<String> names =
                table.stream().map(route -> route.method() + " " + route.path()).toList();
        if (current.isPresent() && current.get().names.equals(names)) return;
        current = Optional.of(new Documented(names, JSON.valueToTree(OpenApi.of(table))));
    }

    static void check(String method, String path, String body, Client.Answer answer) {
        current.ifPresent(document -> document.holds(method, path.replaceFirst("\\?.*", ""), body, answer));
    }

    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object
                && object.has("properties")
                && !object.path("properties").has("correlationId")) object.put("additionalProperties", false);
    }

    private void holds(String method, String path, String body, Client.Answer answer) {
        Optional<Path> known = paths.stream()
                .filter(each -> each.pattern.matcher(path).matches())
                .findFirst();
        JsonNode operation = known.map(
                        each -> document.path("paths").path(each.template).path(method.toLowerCase(Locale.ROOT)))
                .orElse(JSON.missingNode());
        if (operation.isMissingNode()) return;
        String name = method + " " + known.get().template + " " + answer.status();
        JsonNode told = operation.path("responses").path(Integer.toString(answer.status()));
        boolean isProblem = answer.header("Content-Type").startsWith("application/problem");
        if (isProblem) {
            refused(name, told, answer);
        } else if (answer.status() / 100 == 2) {
            if (told.isMissingNode()) throw new AssertionError("not told: " + name);
            JsonNode schema = told.at("/content/application~1json/schema");
            boolean isJson = answer.header("Content-Type").startsWith("application/json");
            if (isJson && !schema.isMissingNode())
                fits(name, schema, answer.response().body());
            JsonNode taken = operation.at("/requestBody/content/application~1json/schema");
            if (!taken.isMissingNode() && !body.isBlank()) fits("body of " + name, taken, body);
            boolean isDescribed = !operation.path("summary").asText().startsWith(method + " /");
            if (isDescribed && taken.isMissingNode() && !body.isBlank())
                throw new AssertionError("takes no body: " + name);
        }
    }

    private void refused(String name, JsonNode told, Client.Answer answer) {
        if (told.isMissingNode()) throw new AssertionError("not told: " + name + " " + answer.code());
        JsonNode response = document.at(told.get("$ref").asText().substring(1));
        fits(
                name,
                response.at("/content/application~1problem+json/schema"),
                answer.response().body());
    }

    /** What a schema refers to, and what that refers to. */
    private void gather(JsonNode schema, ObjectNode needed) {
        for (JsonNode each : schema.findValues("$ref")) {
            String reference = each.asText();
            String name = reference.substring(reference.lastIndexOf('/') + 1);
            if (needed.has(name)) continue;
            JsonNode found = closed.at("/schemas/" + name);
            needed.set(name, found);
            gather(found, needed);
        }
    }

    private void fits(String name, JsonNode schema, String json) {
        List<?> faults = faults(name, schema, json);
        if (!faults.isEmpty()) throw new AssertionError(name + " is not as told: " + faults + "\n" + json);
    }

    /** What is wrong with the body of a good answer, for those who want to see it found. */
    static List<?> faults(String method, String template, int status, String json) {
        Documented now = current.orElseThrow();
        JsonNode schema = now.document
                .path("paths")
                .path(template)
                .path(method.toLowerCase(Locale.ROOT))
                .path("responses")
                .path(Integer.toString(status))
                .at("/content/application~1json/schema");
        return now.faults(method + " " + template + " " + status, schema, json);
    }

    /** What is wrong with a body of that schema of the document. */
    static List<?> faults(JsonNode schema, String json) {
        return current.orElseThrow().compiled(schema).validate(json, InputFormat.JSON);
    }

    private List<?> faults(String name, JsonNode schema, String json) {
        return schemas.computeIfAbsent(name, known -> compiled(schema)).validate(json, InputFormat.JSON);
    }

    private Schema compiled(JsonNode schema) {
        ObjectNode whole = schema.deepCopy();
        ObjectNode needed = whole.putObject("components").putObject("schemas");
        gather(schema, needed);
        return REGISTRY.getSchema(whole.toString(), InputFormat.JSON);
    }
}
