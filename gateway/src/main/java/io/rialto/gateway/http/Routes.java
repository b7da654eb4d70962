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

    /** The page that Prometheus reads. */
    public static final String METRICS = "/metrics";

    private static final String MIN_SEQUENCE = "minSequence";

    private final List<Route> table = new ArrayList<>();

    public Routes add(RouteGroup... groups) {
        for (RouteGroup group : groups) group.addTo(this);
        return this;
    }

    /** About the process, open to all; the path is whole. */
    public Route.Told status(String path, Function<Call, Answer> handler, String... parameters) {
        return add("GET", path, Optional.empty(), Kind.STATUS, List.of(parameters), soon(handler));
    }

    /** About the process, for a signed key; the path is whole. */
    public Route.Told watch(String path, Scope scope, Function<Call, Answer> handler, String... parameters) {
        return add("GET", path, Optional.of(scope), Kind.STATUS, List.of(parameters), soon(handler));
    }

    /** A query open to all. */
    public Route.Told open(String path, Function<Call, Answer> handler, String... parameters) {
        return add("GET", API + path, Optional.empty(), Kind.READ, readers(parameters), soon(handler));
    }

    /** A query for a signed key. */
    public Route.Told read(String path, Scope scope, Function<Call, Answer> handler, String... parameters) {
        return add("GET", API + path, Optional.of(scope), Kind.READ, readers(parameters), soon(handler));
    }

    /** As {@link #read}, for a query that may have to send a command. */
    public Route.Told readLater(
            String path, Scope scope, Function<Call, CompletionStage<Answer>> handler, String... parameters) {
        return add("GET", API + path, Optional.of(scope), Kind.READ, readers(parameters), handler::apply);
    }

    /** For people alone, about themselves; programs are refused. */
    public Route.Told personal(String method, String path, Function<Call, Answer> handler, String... parameters) {
        Route.Handler own = call -> {
            call.person();
            return CompletableFuture.completedFuture(handler.apply(call));
        };
        return add(method, API + path, Optional.of(Scope.READ), Kind.STATUS, List.of(parameters), own);
    }

    /** Open to all who want to come in; nothing of history is asked for. */
    public Route.Told entrance(String path, Function<Call, CompletionStage<Answer>> handler) {
        return add("POST", API + path, Optional.empty(), Kind.STATUS, List.of(), handler::apply);
    }

    /** A command. */
    public Route.Told write(
            String method,
            String path,
            Scope scope,
            Function<Call, CompletionStage<Answer>> handler,
            String... parameters) {
        return add(method, API + path, Optional.of(scope), Kind.WRITE, List.of(parameters), handler::apply);
    }

    private Route.Told add(
            String method, String path, Optional<Scope> scope, Kind kind, List<String> known, Route.Handler handler) {
        Route route = new Route(method, path, scope, kind, known, handler, new Route.Told());
        table.add(route);
        return route.told();
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
