package io.rialto.gateway.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.router.Endpoint;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsHandlerType;
import io.rialto.gateway.connections.ConnectionGuards;
import io.rialto.gateway.connections.ConnectionWatch;
import io.rialto.gateway.connections.Lingering;
import io.rialto.gateway.pressure.Shedding;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.security.SecurityHeaders;
import io.rialto.gateway.security.Threshold;
import io.rialto.gateway.settings.VenueConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The HTTP server: listens, hands each request to the {@link Doorway}, and says every error as a problem.
 *
 * <p>Thread-safe. Closing lets running requests finish for a moment, then cuts them off.
 */
public final class HttpDoor implements AutoCloseable {
    private static final int LEAST_THREADS = 8;
    private static final long STOP_MILLIS = 2_000;
    private static final long IDLE_AT_STOP_MILLIS = 50;

    private final Javalin server;

    /** Hears of every answer, also of those that no route gave, and of connections. Any thread, many at once. */
    public interface Watch extends ConnectionWatch {
        Watch NOBODY = (status, nanos) -> {};

        /** @param nanos from the end of the request's headers to the end of the answer */
        void answered(int status, long nanos);

        /**
         * What was asked for, whether there is such a thing or not.
         *
         * @param pathQuery as it was sent
         * @param correlation empty where the request was not even read
         */
        default void asked(String address, String pathQuery, String correlation) {}

        /** One is in progress from now on. */
        default void begun() {}

        /** One is not any more. */
        default void ended() {}

        /** One was refused because too many were in progress; its answer is told as well. */
        default void shed() {}
    }

    private HttpDoor(Javalin server) {
        this.server = server;
    }

    /**
     * Opens the door; returns when it listens.
     *
     * @param watch hears of every answer
     * @param socket what happens on connections that stay, at the path beside it
     */
    public static HttpDoor open(
            VenueConfig config,
            Routes routes,
            Doorway doorway,
            Watch watch,
            String socketPath,
            Consumer<WsConfig> socket) {
        Javalin server = Javalin.create(javalin -> {
            limits(javalin, config, watch);
            guards(javalin, config, watch);
            for (Route route : routes.table()) {
                add(javalin, doorway, route, route.method());
                if (route.method().equals("GET")) add(javalin, doorway, route, "HEAD");
            }
            javalin.routes.addWsHandler(WsHandlerType.WEBSOCKET, socketPath, socket);
            problems(javalin, doorway);
        });
        server.start();
        return new HttpDoor(server);
    }

    /** A HEAD is asked what its GET is asked, credentials too, and answered without the body. */
    private static void add(JavalinConfig javalin, Doorway doorway, Route route, String method) {
        javalin.routes.addEndpoint(Endpoint.create(HandlerType.findOrCreate(method), route.path())
                .handler(context -> doorway.pass(route, context)));
    }

    /** The port it listens on; the system's choice when the configuration said 0. */
    public int port() {
        return server.port();
    }

    private static void limits(JavalinConfig javalin, VenueConfig venue, Watch watch) {
        VenueConfig.Http config = venue.http();
        javalin.startup.showJavalinBanner = false;
        javalin.startup.showOldJavalinVersionWarning = false;
        javalin.startup.startupWatcherEnabled = false;
        javalin.http.prefer405over404 = true;
        javalin.http.maxRequestSize = config.maxBodyBytes();
        javalin.http.compressionStrategy = CompressionStrategy.NONE;
        javalin.http.asyncTimeout = 0;
        javalin.jetty.threadPool = new QueuedThreadPool(config.threads(), LEAST_THREADS);
        javalin.jetty.modifyHttpConfiguration(http -> {
            http.setUriCompliance(UriCompliance.RFC3986);
            http.setRequestHeaderSize(config.maxHeaderBytes());
            http.setIdleTimeout(config.idleTimeoutMillis());
            http.setSendServerVersion(false);
        });
        javalin.jetty.addConnector((jetty, http) -> {
            ServerConnector connector = connector(jetty, http, config);
            ConnectionGuards.on(connector, venue, watch);
            return connector;
        });
    }

    private static void guards(JavalinConfig javalin, VenueConfig config, Watch watch) {
        ErrorPages pages = new ErrorPages(SecurityHeaders.of(config.security().preset()));
        javalin.jetty.modifyServer(jetty -> {
            jetty.setErrorHandler(pages);
            jetty.insertHandler(new GracefulHandler());
            jetty.insertHandler(new Shedding(config.http().crowd(), pressure(watch)));
            jetty.insertHandler(ConnectionGuards.wholeBodies(config.http().maxBodyBytes()));
            jetty.insertHandler(new Threshold(config.security(), config.http().maxBodyBytes()));
            jetty.insertHandler(new Lingering());
            jetty.setRequestLog((request, response) -> {
                watch.answered(response.getStatus(), System.nanoTime() - request.getHeadersNanoTime());
                String correlation = response.getHeaders().get(Correlation.HEADER);
                watch.asked(address(request), pathQuery(request), correlation == null ? "" : correlation);
            });
            jetty.setStopTimeout(STOP_MILLIS);
        });
        javalin.jetty.modifyServletContextHandler(context -> {
            context.setErrorHandler(pages);
            context.getSessionHandler().setUsingCookies(false); // who asks says so each time
        });
    }

    private static String address(Request request) {
        Object client = request.getAttribute(Threshold.CLIENT);
        return client == null ? Request.getRemoteAddr(request) : client.toString();
    }

    private static String pathQuery(Request request) {
        String text = request.getHttpURI() == null ? null : request.getHttpURI().getPathQuery();
        return text == null ? "" : text;
    }

    private static Shedding.Watch pressure(Watch watch) {
        return new Shedding.Watch() {
            @Override
            public void begun() {
                watch.begun();
            }

            @Override
            public void ended() {
                watch.ended();
            }

            @Override
            public void refuse(Request request, Response response, Callback callback) {
                watch.shed();
                ErrorPages.busy(request, response, callback);
            }
        };
    }

    /** Connections that are idle when the door closes are not waited for. */
    private static ServerConnector connector(Server jetty, HttpConfiguration http, VenueConfig.Http config) {
        HttpConnectionFactory plain = new HttpConnectionFactory(http);
        ServerConnector connector = config.keystore()
                .map(keystore -> new ServerConnector(jetty, tls(keystore, config, http), plain))
                .orElseGet(() -> new ServerConnector(jetty, plain));
        connector.setHost(config.host());
        connector.setPort(config.port());
        connector.setIdleTimeout(config.idleTimeoutMillis());
        connector.setShutdownIdleTimeout(IDLE_AT_STOP_MILLIS);
        return connector;
    }

    /** TLS 1.2 and 1.3; who calls by another name than the certificate's is for the list of hosts to judge. */
    private static SslConnectionFactory tls(Path keystore, VenueConfig.Http config, HttpConfiguration http) {
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setKeyStorePath(keystore.toString());
        tls.setKeyStoreType("PKCS12");
        tls.setKeyStorePassword(password(config.keystorePassword().orElseThrow()));
        tls.setIncludeProtocols("TLSv1.2", "TLSv1.3");
        http.addCustomizer(new SecureRequestCustomizer(false));
        return new SslConnectionFactory(tls, HttpVersion.HTTP_1_1.asString());
    }

    private static String password(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("the keystore's password cannot be read: file=" + file, e);
        }
    }

    private static void problems(JavalinConfig javalin, Doorway doorway) {
        javalin.routes.exception(Exception.class, (failure, context) -> tell(context, failure));
        javalin.routes.exception(HttpResponseException.class, (failure, context) -> {
            Problem problem = doorway.astray(context, ErrorPages.problem(failure.getStatus()));
            String allowed = failure.getDetails().getOrDefault("availableMethods", "");
            UUID correlation = Correlation.of(context.req());
            Answer answer = Answer.of(problem, correlation);
            Doorway.write(context, correlation, allowed.isEmpty() ? answer : answer.with("Allow", allowed));
        });
        javalin.router.javaLangErrorHandler((response, failure) -> response.setStatus(500));
    }

    private static void tell(Context context, Exception failure) {
        UUID correlation = Correlation.of(context.req());
        Doorway.write(context, correlation, Answer.of(Doorway.told(failure, correlation), correlation));
    }

    @Override
    public void close() {
        server.stop();
    }
}
