package io.rialto.gateway.http;

import io.rialto.gateway.access.Scope;
import io.rialto.gateway.http.Route.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Stream;

/** The route table: which method and path asks for which scope and does what. */
public final class Routes {
    /** Below it is everything but health. */
    public static final String API = "/api/v1";

    private static final String MIN_SEQUENCE = "minSequence";

    private final List<Route> table = new ArrayList<>();

    public Routes add(RouteGroup... groups) {
        for (RouteGroup group : groups) group.addTo(this);
        return this;
    }

    /** About the process, open to all; the path is whole. */
    public void status(String path, Function<Call, Answer> handler, String... parameters) {
        table.add(new Route("GET", path, Optional.empty(), Kind.STATUS, List.of(parameters), soon(handler)));
    }

    /** A query open to all. */
    public void open(String path, Function<Call, Answer> handler, String... parameters) {
        table.add(new Route("GET", API + path, Optional.empty(), Kind.READ, readers(parameters), soon(handler)));
    }

    /** A query for a signed key. */
    public void read(String path, Scope scope, Function<Call, Answer> handler, String... parameters) {
        table.add(new Route("GET", API + path, Optional.of(scope), Kind.READ, readers(parameters), soon(handler)));
    }

    /** As {@link #read}, for a query that may have to send a command. */
    public void readLater(
            String path, Scope scope, Function<Call, CompletionStage<Answer>> handler, String... parameters) {
        table.add(new Route("GET", API + path, Optional.of(scope), Kind.READ, readers(parameters), handler::apply));
    }

    /** A command. */
    public void write(
            String method,
            String path,
            Scope scope,
            Function<Call, CompletionStage<Answer>> handler,
            String... parameters) {
        table.add(new Route(method, API + path, Optional.of(scope), Kind.WRITE, List.of(parameters), handler::apply));
    }

    public List<Route> table() {
        return List.copyOf(table);
    }

    private static Route.Handler soon(Function<Call, Answer> handler) {
        return call -> CompletableFuture.completedFuture(handler.apply(call));
    }

    private static List<String> readers(String... parameters) {
        return Stream.concat(Stream.of(parameters), Stream.of(MIN_SEQUENCE)).toList();
    }
}
