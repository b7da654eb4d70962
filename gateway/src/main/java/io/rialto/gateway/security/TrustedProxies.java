package io.rialto.gateway.security;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jetty.util.InetAddressSet;

/**
 * Who may say for whom it asks. Of {@code X-Forwarded-For} the last address that is none of theirs counts: everything before
 * it could have been written by the client.
 *
 * <p>Immutable. Never asks a name server.
 */
public final class TrustedProxies {
    private static final Pattern LITERAL =
            Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
    private static final String NONE = "none";

    private final InetAddressSet networks = new InetAddressSet();

    public TrustedProxies(List<String> proxies) {
        for (String proxy : proxies) if (!proxy.equals(NONE)) networks.add(proxy);
    }

    public boolean trust(SocketAddress peer) {
        return peer instanceof InetSocketAddress address && !networks.isEmpty() && networks.test(address.getAddress());
    }

    /** Who asked; the peer itself where the header does not say so in addresses. */
    SocketAddress client(SocketAddress peer, List<String> forwardedFor) {
        SocketAddress client = peer;
        for (int i = forwardedFor.size() - 1; i >= 0 && trust(client); i--) {
            Optional<InetAddress> address = address(forwardedFor.get(i));
            if (address.isEmpty()) return client;
            client = new InetSocketAddress(address.get(), 0);
        }
        return client;
    }

    /** Empty for what is no address. */
    private static Optional<InetAddress> address(String text) {
        if (!LITERAL.matcher(text).matches()) return Optional.empty();
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException e) {
            return Optional.empty(); // like 999.0.0.1: a client may write what it likes
        }
    }
}
