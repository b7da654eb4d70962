package io.rialto.gateway.outbound;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;

/** A real HTTP server on a free port of this machine; keeps what it gets and answers as it is told. */
public final class Receiver implements AutoCloseable {
    private static final long FAR_SECONDS = 60;

    private final HttpServer server;
    private final BlockingQueue<Got> got = new LinkedBlockingQueue<>();
    private volatile int status = 200;
    private volatile Map<String, String> headers = Map.of();

    /** One request; header names in lower case. */
    public record Got(String path, Map<String, String> headers, byte[] body) {}

    private Receiver(HttpServer server) {
        this.server = server;
        server.createContext("/", this::take);
        server.start();
    }

    public static Receiver plain() throws IOException {
        return new Receiver(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    }

    public static Receiver secure(SSLContext context) throws IOException {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        return new Receiver(server);
    }

    public Receiver answers(int code, Map<String, String> with) {
        headers = with;
        status = code;
        return this;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public Got next() throws InterruptedException {
        Got next = got.poll(FAR_SECONDS, TimeUnit.SECONDS);
        if (next == null) throw new AssertionError("nothing was received");
        return next;
    }

    public boolean hasNothing() {
        return got.isEmpty();
    }

    private void take(HttpExchange exchange) throws IOException {
        Map<String, String> names = new LinkedHashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> names.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        got.add(new Got(
                exchange.getRequestURI().toString(),
                names,
                exchange.getRequestBody().readAllBytes()));
        headers.forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
