package io.rialto.gateway.connections;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cuts off who speaks too slowly. The idle time-out is set back by every byte, so it holds nobody to anything: here the first
 * byte of a request (or of a TLS handshake) starts a deadline for its headers. A body has as long for nothing; from then on it must
 * stay ahead of the least rate.
 *
 * <p>Looks at all connections a few times within the deadline instead of a timer each, so it costs requests nothing; who is cut
 * off has had the deadline and at most a look more. A connection that has said nothing is the idle time-out's; one that became a
 * WebSocket is its door's.
 *
 * <p>Threading: looks on the connector's scheduler.
 */
final class SlowClients extends AbstractLifeCycle {
    private static final Logger LOG = LoggerFactory.getLogger(SlowClients.class);
    private static final int LOOKS = 8;
    private static final long LONGEST_PAUSE_MILLIS = 1_000;
    private static final String NO_CIPHER = "SSL_NULL_WITH_NULL_NULL";

    private final ServerConnector connector;
    private final ConnectionWatch watch;
    private final long pauseMillis;
    private final long deadlineNanos;
    private final long leastBytesPerSecond;
    private Map<EndPoint, Progress> seen = new HashMap<>();

    /** What a connection is about to do. */
    private enum Phase {
        /** Nothing, or it sends headers. */
        AWAITED,
        SENDS_BODY,
        IS_ANSWERED
    }

    /**
     * How far it was when this began.
     *
     * @param requests that it had sent until then
     * @param bytes that it had sent until then
     */
    private record Progress(Phase phase, long requests, long bytes, long sinceNanos) {
        boolean isSame(Progress now) {
            return phase == now.phase && requests == now.requests;
        }
    }

    SlowClients(ServerConnector connector, int headerTimeoutMillis, int leastBytesPerSecond, ConnectionWatch watch) {
        this.connector = connector;
        this.watch = watch;
        this.leastBytesPerSecond = leastBytesPerSecond;
        pauseMillis = Math.min(LONGEST_PAUSE_MILLIS, Math.max(1, headerTimeoutMillis / LOOKS));
        // What was seen first had come at most one look before.
        deadlineNanos = TimeUnit.MILLISECONDS.toNanos(headerTimeoutMillis + pauseMillis);
    }

    @Override
    protected void doStart() {
        lookLater();
    }

    private void lookLater() {
        connector.getScheduler().schedule(this::look, pauseMillis, TimeUnit.MILLISECONDS);
    }

    private void look() {
        if (!isRunning()) return;
        try {
            seen = progress(connector.getConnectedEndPoints(), System.nanoTime());
        } catch (RuntimeException fault) {
            LOG.error("slow clients could not be looked for", fault);
        } finally {
            lookLater();
        }
    }

    private Map<EndPoint, Progress> progress(Collection<EndPoint> all, long nowNanos) {
        Map<EndPoint, Progress> next = new HashMap<>();
        for (EndPoint each : all) {
            Progress now = now(each, nowNanos);
            if (now == null) continue;
            Progress before = seen.getOrDefault(each, new Progress(Phase.AWAITED, 0, 0, nowNanos));
            boolean goesOn = now.isSame(before) && (now.phase != Phase.AWAITED || now.bytes > before.bytes);
            if (goesOn && isTooSlow(before, now)) cutOff(each);
            else next.put(each, goesOn ? before : now);
        }
        return next;
    }

    private boolean isTooSlow(Progress before, Progress now) {
        long over = now.sinceNanos - before.sinceNanos - deadlineNanos;
        if (over <= 0 || now.phase == Phase.IS_ANSWERED) return false;
        if (now.phase == Phase.AWAITED) return true;
        return now.bytes - before.bytes < over / TimeUnit.SECONDS.toNanos(1) * leastBytesPerSecond;
    }

    private void cutOff(EndPoint slow) {
        LOG.debug("cut off, too slow: {}", slow);
        watch.cutOff();
        slow.close(new TimeoutException("the client speaks too slowly"));
    }

    /** Null for what does not speak HTTP, or no longer. */
    private static Progress now(EndPoint endPoint, long nowNanos) {
        Connection outer = endPoint.getConnection();
        if (outer instanceof SslConnection tls) {
            String cipher = tls.getSSLEngine().getSession().getCipherSuite();
            if (cipher.equals(NO_CIPHER)) return new Progress(Phase.AWAITED, 0, tls.getBytesIn(), nowNanos);
            outer = tls.getSslEndPoint().getConnection();
        }
        if (!(outer instanceof HttpConnection http)) return null;
        return new Progress(phase(http), http.getMessagesIn(), http.getBytesIn(), nowNanos);
    }

    private static Phase phase(HttpConnection http) {
        if (http.getParser().inContentState()) return Phase.SENDS_BODY;
        return http.getMessagesIn() > http.getMessagesOut() ? Phase.IS_ANSWERED : Phase.AWAITED;
    }
}
