package io.rialto.gateway.doors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.rialto.gateway.http.Route;
import io.rialto.gateway.openapi.AsyncApi;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Every message that a test reads from a socket is one that the AsyncAPI document tells, and has nothing beside. */
final class DocumentedMessages {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Set<String> OF_STREAMS =
            Set.of("subscribed", "unsubscribed", "resumed", "resync", "heartbeat");
    private static volatile DocumentedMessages current;

    private final JsonNode components;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    private DocumentedMessages(JsonNode components) {
        this.components = components;
    }

    static void is(List<Route> table) {
        JsonNode components = JSON.valueToTree(AsyncApi.of(table)).get("components");
        close(components);
        current = new DocumentedMessages(components);
    }

    /** What a document names is all that there may be. */
    private static void close(JsonNode node) {
        node.forEach(DocumentedMessages::close);
        boolean isObject =
                node.path("properties").isObject() && node.path("type").asText().equals("object");
        if (isObject && !node.path("properties").has("correlationId")) {
            ((ObjectNode) node).put("additionalProperties", false);
        }
    }

    static void check(String text) throws java.io.IOException {
        JsonNode message = JSON.readTree(text);
        String op = message.path("op").asText();
        if (op.equals("closed")) return; // the test's own word for the end
        String name = message.has("channel") && op.isEmpty()
                ? message.get("channel").asText()
                : OF_STREAMS.contains(op)
                        ? "stream.answer"
                        : op.equals("error") || op.equals("shutdown") ? op : op + ".answer";
        List<?> faults = current.faults(name, text);
        if (!faults.isEmpty()) throw new AssertionError(name + " is not as told: " + faults + "\n" + text);
    }

    /** What is wrong with a message of that name. */
    static List<?> faultsOf(String name, String text) {
        return current.faults(name, text);
    }

    private List<?> faults(String name, String text) {
        Schema schema = schemas.computeIfAbsent(name, any -> {
            JsonNode payload = components.path("messages").path(name).path("payload");
            if (payload.isMissingNode()) throw new AssertionError("not told: " + name);
            ObjectNode whole = payload.deepCopy();
            whole.putObject("components").set("schemas", components.get("schemas"));
            return REGISTRY.getSchema(whole.toString(), InputFormat.JSON);
        });
        return schema.validate(text, InputFormat.JSON);
    }
}
