package io.rialto.gateway.connections;

import io.rialto.gateway.security.TrustedProxies;
import io.rialto.gateway.settings.VenueConfig;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.ServerConnector;

/** Puts bounds on a door that has not been opened yet. */
public final class ConnectionGuards {
    private ConnectionGuards() {}

    /** So many connections, and none too slow. */
    public static void on(ServerConnector connector, VenueConfig config, ConnectionWatch watch) {
        VenueConfig.Connections bounds = config.http().connections();
        TrustedProxies proxies = new TrustedProxies(config.security().proxies());
        connector.addBean(new ConnectionBounds(bounds.most(), bounds.mostPerAddress(), proxies::trust, watch));
        connector.addBean(
                new SlowClients(connector, bounds.headerTimeoutMillis(), bounds.leastBytesPerSecond(), watch));
    }

    /** What reads bodies before threads are given to them. */
    public static Handler.Singleton wholeBodies(int maxBodyBytes) {
        return new WholeBodies(maxBodyBytes);
    }
}
