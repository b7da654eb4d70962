package io.rialto.gateway.access;

import java.util.Set;

/** What a person is at the venue. Which routes it opens is in {@code Permissions}, one visible table. */
public enum Role {
    /** Trades for the account of its own; what everybody is who registers. */
    TRADER(Set.of(Scope.READ, Scope.TRADE, Scope.WITHDRAW)),
    /** Trades as a trader does, and tells the venue of outside facts. */
    BROKER(Set.of(Scope.READ, Scope.TRADE, Scope.WITHDRAW)),
    /** Sees all accounts, and may hold back: limits, blocks, halts. */
    RISK(Set.of(Scope.READ)),
    /** Sees everything and changes nothing. */
    AUDITOR(Set.of(Scope.READ)),
    /** Runs the venue. */
    ADMIN(Set.of(Scope.READ, Scope.ADMIN));

    private final Set<Scope> scopes;

    Role(Set<Scope> scopes) {
        this.scopes = scopes;
    }

    public Set<Scope> scopes() {
        return scopes;
    }

    /** Whether it reads the data of all accounts, and not only of its own. */
    public boolean seesAll() {
        return this == RISK || this == AUDITOR || this == ADMIN;
    }
}
