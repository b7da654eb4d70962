package io.rialto.gateway.sockets;

import io.rialto.gateway.access.Caller;
import io.rialto.gateway.form.Form;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.Doorway;
import io.rialto.gateway.http.Route;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** The operations of a connection: each is a route, with the same body, checks and answer. */
final class Operations {
    private static final String ORDER = "order";

    private final Map<String, Route> routes = new TreeMap<>();
    private final Doorway doorway;

    Operations(Routes table, Doorway doorway) {
        this.doorway = doorway;
        SocketDoor.OPERATIONS.forEach((op, of) -> add(table, op, of));
    }

    private void add(Routes table, String op, String of) {
        Route route = table.table().stream()
                .filter(each -> of.equals(each.method() + " " + each.path()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no route for an operation: " + op));
        routes.put(op, route);
    }

    /** Begins at once, so that what is asked one after another is decided in that order. */
    CompletableFuture<Answer> begin(
            String op, Form data, Optional<String> idempotencyKey, Caller caller, int session, Gate gate) {
        Route route = routes.get(op);
        if (route == null) {
            gate.word();
            String known = "must be auth, logout, " + String.join(", ", routes.keySet());
            throw Problem.at("op", ProblemCode.INVALID_VALUE, known, op);
        }
        gate.operation(route, caller);
        return doorway.answered(route, new Call(request(route, data, idempotencyKey, gate.address()), caller, session));
    }

    private static Call.Request request(Route route, Form data, Optional<String> idempotencyKey, String address) {
        boolean isOfOrder = route.path().endsWith("{id}");
        Map<String, String> parts = isOfOrder ? Map.of("id", data.text(ORDER)) : Map.of();
        Map<String, List<String>> query = new LinkedHashMap<>();
        boolean hasBody = !route.method().equals("DELETE");
        if (!hasBody && isOfOrder) data.knows(ORDER);
        if (!hasBody && !isOfOrder) {
            data.knows(route.parameters().toArray(String[]::new));
            for (String name : route.parameters()) {
                data.optionalText(name).ifPresent(value -> query.put(name, List.of(value)));
            }
        }
        String rawQuery = query.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue().get(0))
                .collect(Collectors.joining("&"));
        Map<String, String> headers = new LinkedHashMap<>(Map.of("content-type", "application/json"));
        idempotencyKey.ifPresent(key -> headers.put("idempotency-key", key));
        return new Call.Request(
                route.method(),
                isOfOrder ? route.path().replace("{id}", parts.get("id")) : route.path(),
                rawQuery,
                parts,
                query,
                headers,
                hasBody ? data.without(isOfOrder ? new String[] {ORDER} : new String[0]) : new byte[0],
                address,
                UUID.randomUUID());
    }
}
