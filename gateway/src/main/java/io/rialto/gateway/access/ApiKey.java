package io.rialto.gateway.access;

import java.util.Arrays;
import java.util.Set;

/**
 * A key as the hot path needs it; shows its secret to nobody.
 *
 * @param number counted from 1, never used twice
 * @param account 0 for the venue's administrator
 */
record ApiKey(int number, String id, int account, String label, Set<Scope> scopes, byte[] secret, long createdMillis) {
    Caller caller() {
        return new Caller(number, id, account, scopes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ApiKey key && key.id.equals(id) && Arrays.equals(key.secret, secret);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "ApiKey[" + id + " account=" + account + " scopes=" + scopes + "]";
    }
}
