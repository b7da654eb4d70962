package io.rialto.gateway.access;

import java.util.Set;

/**
 * Who signed a request.
 *
 * @param account the key's account; 0 for the venue's administrator, who has none
 */
public record Caller(String keyId, int account, Set<Scope> scopes) {
    /** Of routes that ask nobody who they are. */
    public static final Caller NOBODY = new Caller("", -1, Set.of());

    public boolean may(Scope scope) {
        return scopes.contains(scope);
    }

    public boolean isAdministrator() {
        return scopes.contains(Scope.ADMIN);
    }
}
