package io.rialto.gateway.access;

import java.util.Locale;

/** What an API key may do; each route asks for one. */
public enum Scope {
    READ,
    TRADE,
    WITHDRAW,
    ADMIN;

    /** As interfaces and the key store write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
