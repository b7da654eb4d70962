package io.rialto.gateway.security;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Clients' addresses as they are counted: who has one of IPv6 has the whole network of 64 bits around it. */
public final class ClientNetwork {
    private static final int NETWORK_BYTES = 8;

    private ClientNetwork() {}

    /** @param literal never a name: no name server is asked */
    public static String of(String literal) {
        if (literal.indexOf(':') < 0) return literal;
        try {
            int zone = literal.indexOf('%');
            InetAddress address = InetAddress.getByName(zone < 0 ? literal : literal.substring(0, zone));
            if (!(address instanceof Inet6Address)) return address.getHostAddress();
            byte[] network = Arrays.copyOf(Arrays.copyOf(address.getAddress(), NETWORK_BYTES), 2 * NETWORK_BYTES);
            return InetAddress.getByAddress(network).getHostAddress() + "/64";
        } catch (UnknownHostException e) {
            return literal; // no address at all: counted under its own words
        }
    }
}
