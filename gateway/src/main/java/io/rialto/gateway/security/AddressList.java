package io.rialto.gateway.security;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses and networks (CIDR) of IPv4 and IPv6. Immutable; never asks a name server.
 *
 * <p>An IPv4 address inside of an IPv6 one is the IPv4 address.
 */
public final class AddressList {
    /** Everywhere. */
    public static final AddressList ANY = new AddressList(List.of());

    private static final Pattern FORM =
            Pattern.compile("((?:[0-9]{1,3}\\.){3}[0-9]{1,3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*)(?:/([0-9]{1,3}))?");

    private final List<Network> networks;

    private record Network(String word, byte[] address, int bits) {
        boolean holds(byte[] other) {
            if (other.length != address.length) return false;
            int whole = bits / Byte.SIZE;
            for (int i = 0; i < whole; i++) if (address[i] != other[i]) return false;
            int rest = bits % Byte.SIZE;
            int mask = -1 << (Byte.SIZE - rest);
            return rest == 0 || ((address[whole] ^ other[whole]) & mask) == 0;
        }
    }

    private AddressList(List<Network> networks) {
        this.networks = networks;
    }

    /** @throws IllegalArgumentException for a word that is neither an address nor a network */
    public static AddressList of(List<String> words) {
        return new AddressList(words.stream()
                .map(word -> network(word).orElseThrow(() -> new IllegalArgumentException("no network: " + word)))
                .toList());
    }

    /** Whether it is an address or a network. */
    public static boolean isNetwork(String word) {
        return network(word).isPresent();
    }

    private static Optional<Network> network(String word) {
        Matcher parts = FORM.matcher(word);
        if (!parts.matches()) return Optional.empty();
        Optional<byte[]> address = address(parts.group(1));
        if (address.isEmpty()) return Optional.empty();
        int all = address.get().length * Byte.SIZE;
        int bits = parts.group(2) == null ? all : Integer.parseInt(parts.group(2));
        return bits > all ? Optional.empty() : Optional.of(new Network(word, address.get(), bits));
    }

    private static Optional<byte[]> address(String literal) {
        if (!FORM.matcher(literal).matches()) return Optional.empty();
        try {
            return Optional.of(InetAddress.getByName(literal).getAddress());
        } catch (UnknownHostException e) {
            return Optional.empty(); // like 999.0.0.1
        }
    }

    /** @param address as the connection or a trusted proxy tells it; brackets and a zone do not matter */
    public boolean holds(String address) {
        if (networks.isEmpty()) return true;
        String bare = address.startsWith("[") ? address.substring(1, address.length() - 1) : address;
        int zone = bare.indexOf('%');
        Optional<byte[]> bytes = address(zone < 0 ? bare : bare.substring(0, zone));
        return bytes.isPresent() && networks.stream().anyMatch(network -> network.holds(bytes.get()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AddressList list && list.words().equals(words());
    }

    @Override
    public int hashCode() {
        return words().hashCode();
    }

    /** As they were written. */
    public List<String> words() {
        return networks.stream().map(Network::word).toList();
    }
}
