package io.rialto.gateway.access;

import java.util.Set;

/**
 * Who signed a request.
 *
 * @param key the key's number, as history knows it; 0 without one
 * @param account the key's account; 0 for the venue's administrators, who have none
 */
public record Caller(int key, String keyId, int account, Set<Scope> scopes) {
    /** Of routes that ask nobody who they are. */
    public static final Caller NOBODY = new Caller(0, "", -1, Set.of());

    private static final int FIRST_KEY = 1;

    public boolean may(Scope scope) {
        return scopes.contains(scope);
    }

    public boolean isAdministrator() {
        return scopes.contains(Scope.ADMIN);
    }

    /** As history knows who asks: the account, 0 for the first administrator, below zero for the others. */
    public int actor() {
        if (account != 0) return Math.max(account, 0);
        return key == FIRST_KEY ? 0 : -key;
    }
}
