package io.rialto.gateway.security;

import java.net.InetSocketAddress;
import java.util.List;

/**
 * Programs that read the venue's metrics and cannot sign: known by the address they come from, and by nothing else. Nobody is
 * one unless the configuration says so: behind a proxy on the same machine, even the loopback is everybody.
 *
 * <p>Immutable. Never asks a name server.
 */
public final class Scrapers {
    private final TrustedProxies addresses;

    /** @param addresses and networks; {@code none} is a word */
    public Scrapers(List<String> addresses) {
        this.addresses = new TrustedProxies(addresses);
    }

    /** @param address of who asks, as the threshold found it out */
    public boolean know(String address) {
        return addresses.trust(new InetSocketAddress(address, 0));
    }
}
