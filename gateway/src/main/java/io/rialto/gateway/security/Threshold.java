package io.rialto.gateway.security;

import io.rialto.gateway.settings.VenueConfig;
import java.net.SocketAddress;
import java.util.List;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * What every request passes first, whatever it asks for and whether it is well meant: headers of the answer, the client's
 * address, the host, the origin. Headers come first, so that refusals have them as well; the host before the origin, since
 * an origin is the venue's own only under a name that is.
 *
 * <p>Thread-safe.
 */
public final class Threshold extends Handler.Wrapper {
    /** Attribute of a request: the client's address as {@link java.net.InetAddress} writes it. */
    public static final String CLIENT = "rialto.client";

    private static final String REQUESTED_METHOD = "Access-Control-Request-Method";

    private final SecurityHeaders headers;
    private final TrustedProxies proxies;
    private final TrustedHosts hosts;
    private final TrustedOrigins origins;

    private final int maxBodyBytes;

    /** @param maxBodyBytes what says that it is larger is not read at all */
    public Threshold(VenueConfig.Security config, int maxBodyBytes) {
        this.maxBodyBytes = maxBodyBytes;
        headers = SecurityHeaders.of(config.preset());
        proxies = new TrustedProxies(config.proxies());
        hosts = new TrustedHosts(config.hosts());
        origins = new TrustedOrigins(config.origins());
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        headers.putOn(response.getHeaders());
        if (!hosts.trust(request.getHttpURI().getHost())) {
            return refused(request, response, callback, HttpStatus.MISDIRECTED_REQUEST_421);
        }
        String origin = request.getHeaders().get(HttpHeader.ORIGIN);
        if (origin != null) {
            boolean isPreflight = request.getMethod().equals("OPTIONS")
                    && request.getHeaders().contains(REQUESTED_METHOD);
            if (!origins.trust(origin, own(request))) {
                boolean isSocket = request.getHeaders().contains(HttpHeader.UPGRADE);
                if (isPreflight || isSocket) return refused(request, response, callback, HttpStatus.FORBIDDEN_403);
            } else {
                allow(response.getHeaders(), origin, isPreflight);
                if (isPreflight) {
                    response.setStatus(HttpStatus.NO_CONTENT_204);
                    callback.succeeded();
                    return true;
                }
            }
        }
        if (request.getLength() > maxBodyBytes) {
            return refused(request, response, callback, HttpStatus.PAYLOAD_TOO_LARGE_413);
        }
        if (!Handshake.isSound(request.getHeaders())) {
            return refused(request, response, callback, HttpStatus.BAD_REQUEST_400);
        }
        Request fromClient = fromClient(request);
        fromClient.setAttribute(CLIENT, Request.getRemoteAddr(fromClient));
        return super.handle(fromClient, response, callback);
    }

    private static String own(Request request) {
        return request.getHttpURI().getScheme() + "://" + request.getHttpURI().getAuthority();
    }

    private static void allow(HttpFields.Mutable answer, String origin, boolean isPreflight) {
        answer.put("Access-Control-Allow-Origin", origin);
        answer.put(HttpHeader.VARY, "Origin");
        answer.put("Access-Control-Expose-Headers", TrustedOrigins.TOLD_HEADERS);
        if (!isPreflight) return;
        answer.put("Access-Control-Allow-Methods", TrustedOrigins.METHODS);
        answer.put("Access-Control-Allow-Headers", TrustedOrigins.ASKED_HEADERS);
        answer.put("Access-Control-Max-Age", TrustedOrigins.SECONDS_KEPT);
    }

    private static boolean refused(Request request, Response response, Callback callback, int status) {
        Response.writeError(request, response, callback, status);
        return true;
    }

    /** Only a proxy that is trusted may say who asks. */
    private Request fromClient(Request request) {
        ConnectionMetaData connection = request.getConnectionMetaData();
        SocketAddress peer = connection.getRemoteSocketAddress();
        if (!proxies.trust(peer)) return request;
        List<String> forwardedFor = request.getHeaders().getCSV(HttpHeader.X_FORWARDED_FOR, false);
        SocketAddress client = proxies.client(peer, forwardedFor);
        ConnectionMetaData told = new ConnectionMetaData.Wrapper(connection) {
            @Override
            public SocketAddress getRemoteSocketAddress() {
                return client;
            }
        };
        return new Request.Wrapper(request) {
            @Override
            public ConnectionMetaData getConnectionMetaData() {
                return told;
            }
        };
    }
}
