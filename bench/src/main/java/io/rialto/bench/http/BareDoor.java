package io.rialto.bench.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.IOException;

/**
 * The least that a Javalin handler can do for an order: parse its JSON and answer one of the venue's size. Runs in a
 * process of its own, as the venue does, and says where it listens.
 */
public final class BareDoor {
    private static final ObjectMapper JSON = new ObjectMapper();

    private BareDoor() {}

    public static void main(String[] none) {
        Javalin door = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.routes.post("/api/v1/orders", BareDoor::answer);
                })
                .start("127.0.0.1", 0);
        System.out.println("ready http://127.0.0.1:" + door.port());
    }

    private static void answer(Context context) throws IOException {
        JsonNode order = JSON.readTree(context.bodyAsBytes());
        ObjectNode answer = JSON.createObjectNode();
        answer.put("id", "134217728");
        for (String field : new String[] {"clientOrderId", "account", "symbol", "side", "type", "timeInForce"}) {
            answer.put(field, order.path(field).asText("-"));
        }
        for (String field : new String[] {"price", "quantity", "executed", "remaining", "averagePrice"}) {
            answer.put(field, order.path(field).asText("0.00000000"));
        }
        answer.put("status", "NEW").put("reason", "NONE").put("ack", "DURABLE").put("sequence", 1L);
        answer.putArray("fills");
        for (String field : new String[] {"createdAt", "updatedAt"})
            answer.put(field, "2026-01-01T00:00:00.000000000Z");
        context.status(201).contentType("application/json").result(JSON.writeValueAsBytes(answer));
    }
}
