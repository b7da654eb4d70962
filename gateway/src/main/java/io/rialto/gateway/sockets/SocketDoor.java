package io.rialto.gateway.sockets;

import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsConnectContext;
import io.rialto.gateway.access.Authenticator;
import io.rialto.gateway.form.Field;
import io.rialto.gateway.form.Fields;
import io.rialto.gateway.http.Doorway;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.ingress.Ingress;
import io.rialto.gateway.limits.Turnstile;
import io.rialto.gateway.measures.Measure;
import io.rialto.gateway.measures.Measures;
import io.rialto.gateway.security.Threshold;
import io.rialto.gateway.settings.VenueConfig;
import io.rialto.gateway.streams.StreamDesk;
import io.rialto.gateway.streams.Streams;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The WebSocket beside the routes: JSON texts, each an operation that is answered under its own id.
 *
 * <p>A ping every 20 seconds; 60 without a word, or a pong, close. Thread-safe.
 */
public final class SocketDoor implements AutoCloseable {
    public static final String PATH = Routes.API + "/ws";

    /** Operations, each with the method and path of the route that it is. */
    public static final Map<String, String> OPERATIONS = new TreeMap<>(Map.of(
            "order.place", "POST " + Routes.API + "/orders",
            "order.amend", "PATCH " + Routes.API + "/orders/{id}",
            "order.cancel", "DELETE " + Routes.API + "/orders/{id}",
            "order.cancelAll", "DELETE " + Routes.API + "/orders"));

    /** What the first operation says: a token, or a key with what a signed request has in its headers. */
    public static final Fields AUTH = Fields.of(
                    Field.text("token"),
                    Field.text("key"),
                    Field.text("timestamp"),
                    Field.text("nonce"),
                    Field.text("signature"),
                    Field.text("window"),
                    Field.whole("session", 1, Integer.MAX_VALUE),
                    Field.flag("cancelOnDisconnect"),
                    Field.whole("graceSeconds", 0, Connection.MOST_GRACE_SECONDS))
            .optional();

    private static final int TRY_AGAIN_LATER = 1013;
    private static final int NOT_ACCEPTABLE = 1003;
    private static final long PING_SECONDS = 20;
    private static final long WATCH_SECONDS = 30;
    private static final Duration IDLE = Duration.ofSeconds(60);

    private final VenueConfig.Http config;
    private final Authenticator authenticator;
    private final Operations operations;
    private final Ingress ingress;
    private final Measures measures;
    private final Turnstile turnstile;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "sockets-watch");
        thread.setDaemon(true);
        return thread;
    });
    private final Streams streams;
    private final StreamDesk desk;
    private final Map<String, Connection> connections = new ConcurrentHashMap<>();

    public SocketDoor(
            VenueConfig.Http config,
            Authenticator authenticator,
            Doorway doorway,
            Turnstile turnstile,
            Routes routes,
            Ingress ingress,
            Measures measures,
            Streams streams,
            StreamDesk desk) {
        this.streams = streams;
        this.desk = desk;
        this.config = config;
        this.authenticator = authenticator;
        this.operations = new Operations(routes, doorway);
        this.ingress = ingress;
        this.measures = measures;
        measures.sample(Measure.CONNECTION_COUNT, since -> connections.size());
        this.turnstile = turnstile;
        watch.scheduleWithFixedDelay(
                () -> connections.values().forEach(Connection::leaveWithSession),
                WATCH_SECONDS,
                WATCH_SECONDS,
                TimeUnit.SECONDS);
        authenticator.whenKeysEnd(() -> connections.values().forEach(Connection::leaveWithKey));
    }

    /** What happens at the path. */
    public void configure(WsConfig socket) {
        socket.onConnect(this::connected);
        socket.onMessage(message -> {
            Connection connection = connections.get(message.sessionId());
            if (connection != null) connection.receive(message.message());
        });
        socket.onBinaryMessage(message -> message.closeSession(NOT_ACCEPTABLE, "texts only"));
        socket.onClose(end -> {
            Connection connection = connections.remove(end.sessionId());
            if (connection == null) return;
            streams.leave(connection.reader());
            connection.closed();
        });
    }

    /** Tells everybody that the venue is closing, and lets them go. */
    @Override
    public void close() {
        watch.shutdownNow();
        connections.values().forEach(Connection::goesAway);
    }

    private void connected(WsConnectContext context) {
        if (connections.size() >= config.connections().mostSockets()) {
            context.closeSession(TRY_AGAIN_LATER, "too many connections");
            return;
        }
        String address = context.attribute(Threshold.CLIENT);
        if (turnstile.enter(address, "GET", PATH, true).isRefused()) {
            context.closeSession(TRY_AGAIN_LATER, "too many requests");
            return;
        }
        context.session.setIdleTimeout(IDLE);
        context.session.setMaxTextMessageSize(config.maxBodyBytes());
        context.enableAutomaticPings(PING_SECONDS, TimeUnit.SECONDS);
        Outbox outbox = new Outbox(streams.reader(new SocketWire(context.session)), measures);
        connections.put(
                context.sessionId(),
                new Connection(authenticator, new Gate(turnstile, address), operations, ingress, desk, outbox));
    }
}
