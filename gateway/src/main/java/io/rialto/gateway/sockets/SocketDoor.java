package io.rialto.gateway.sockets;

import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsConnectContext;
import io.rialto.gateway.access.Authenticator;
import io.rialto.gateway.http.Doorway;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.ingress.Ingress;
import io.rialto.gateway.settings.VenueConfig;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * The WebSocket beside the routes: JSON texts, each an operation that is answered under its own id.
 *
 * <p>A ping every 20 seconds; 60 without a word, or a pong, close. Thread-safe.
 */
public final class SocketDoor {
    public static final String PATH = Routes.API + "/ws";

    private static final int MOST_CONNECTIONS = 1_000;
    private static final int TRY_AGAIN_LATER = 1013;
    private static final int NOT_ACCEPTABLE = 1003;
    private static final long PING_SECONDS = 20;
    private static final Duration IDLE = Duration.ofSeconds(60);

    private final VenueConfig.Http config;
    private final Authenticator authenticator;
    private final Operations operations;
    private final Ingress ingress;
    private final Map<String, Connection> connections = new ConcurrentHashMap<>();

    public SocketDoor(
            VenueConfig.Http config, Authenticator authenticator, Doorway doorway, Routes routes, Ingress ingress) {
        this.config = config;
        this.authenticator = authenticator;
        this.operations = new Operations(routes, doorway);
        this.ingress = ingress;
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
            if (connection != null) connection.closed();
        });
    }

    private void connected(WsConnectContext context) {
        if (connections.size() >= MOST_CONNECTIONS) {
            context.closeSession(TRY_AGAIN_LATER, "too many connections");
            return;
        }
        context.session.setIdleTimeout(IDLE);
        context.session.setMaxTextMessageSize(config.maxBodyBytes());
        context.enableAutomaticPings(PING_SECONDS, TimeUnit.SECONDS);
        Outbox outbox = new Outbox(context.session);
        connections.put(context.sessionId(), new Connection(authenticator, operations, ingress, outbox));
    }
}
