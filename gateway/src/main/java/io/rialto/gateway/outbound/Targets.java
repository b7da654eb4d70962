package io.rialto.gateway.outbound;

import io.rialto.gateway.security.AddressList;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import okhttp3.HttpUrl;

/**
 * To which hosts messages may go: those with public addresses alone, and those that the operator names. An address is public
 * when it is one of IPv4 or of the global unicast IPv6 that belongs to no network of special use: not this machine, not a
 * private or shared or link-local one, no multicast, no cloud's metadata, no IPv6 address that leads to an IPv4 one.
 *
 * <p>Addresses are looked up by {@link #addresses}, and who connects takes those that it answered and asks no name server
 * again: a name that answers differently a moment later gains nothing. Immutable.
 */
public final class Targets {
    private static final int MOST_URL = 512;
    private static final AddressList SPECIAL = AddressList.of(List.of(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "168.63.129.16",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3",
            "2001::/23",
            "2001:db8::/32",
            "2002::/16",
            "3fff::/20"));
    private static final AddressList GLOBAL = AddressList.of(List.of("0.0.0.0/0", "2000::/3"));

    private final Set<String> named;
    private final boolean isPlainAllowed;
    private final Names names;

    /** Asks name servers, or whoever knows. */
    public interface Names {
        /** Of this machine's system. */
        Names SYSTEM = host -> Arrays.asList(InetAddress.getAllByName(host));

        List<InetAddress> of(String host) throws UnknownHostException;
    }

    /**
     * @param named hosts that may have any address
     * @param isPlainAllowed whether http will do
     */
    public Targets(Set<String> named, boolean isPlainAllowed, Names names) {
        this.named = Set.copyOf(named);
        this.isPlainAllowed = isPlainAllowed;
        this.names = names;
    }

    /** What is wrong with how an address is written, as a rule for people; empty for nothing. No name server is asked. */
    public String fault(String url) {
        HttpUrl parsed = url.length() > MOST_URL ? null : HttpUrl.parse(url);
        if (parsed == null || !url.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
            return "must be an address of up to " + MOST_URL + " ASCII characters, like https://example.com/hook";
        }
        if (!parsed.isHttps() && !isPlainAllowed) return "must begin with https://";
        boolean hasMore = !parsed.username().isEmpty() || !parsed.password().isEmpty() || parsed.fragment() != null;
        return hasMore ? "must hold neither a user nor a fragment" : "";
    }

    /**
     * All addresses of a host; one of them that may not be is enough to refuse it.
     *
     * @throws ForbiddenTarget when it may not be connected to
     */
    public List<InetAddress> addresses(String host) throws UnknownHostException {
        List<InetAddress> found = names.of(host);
        for (InetAddress address : found) check(host, address);
        return found;
    }

    /** @throws ForbiddenTarget when that address of the host may not be connected to */
    void check(String host, InetAddress address) throws ForbiddenTarget {
        if (!named.contains(host) && !isPublic(address)) throw new ForbiddenTarget();
    }

    static boolean isPublic(InetAddress address) {
        String literal = address.getHostAddress();
        return GLOBAL.holds(literal) && !SPECIAL.holds(literal);
    }
}
