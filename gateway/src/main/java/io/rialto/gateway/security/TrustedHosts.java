package io.rialto.gateway.security;

import java.util.List;
import java.util.Locale;

/** The names that this venue answers to: a request for another was led here by somebody else's name server. Immutable. */
final class TrustedHosts {
    private static final String ANY = "any";
    private static final String BELOW = "*.";

    private final List<String> names;

    TrustedHosts(List<String> names) {
        this.names = names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    }

    /** @param host without a port */
    boolean trust(String host) {
        if (names.contains(ANY)) return true;
        if (host == null) return false;
        String asked = host.toLowerCase(Locale.ROOT);
        return names.stream().anyMatch(name -> isMeant(name, asked));
    }

    /** {@code *.example.com} is every name below it, and not itself. */
    private static boolean isMeant(String name, String asked) {
        if (!name.startsWith(BELOW)) return asked.equals(name);
        String end = name.substring(1);
        return asked.length() > end.length() && asked.endsWith(end);
    }
}
