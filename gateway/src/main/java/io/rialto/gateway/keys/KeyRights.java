package io.rialto.gateway.keys;

import io.rialto.gateway.access.ApiKey;
import io.rialto.gateway.access.Caller;
import io.rialto.gateway.access.KeyRing;
import io.rialto.gateway.access.Scope;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import java.util.List;
import java.util.Set;

/** Who may hand out what: nobody gets by way of a key what he has not himself. */
final class KeyRights {
    private static final int MOST_KEYS = 100;

    private final KeyRing keys;

    KeyRights(KeyRing keys) {
        this.keys = keys;
    }

    /** His account's, or absent: a foreign one looks no different. */
    ApiKey own(Caller caller, String id) {
        return keys.find(id)
                .filter(key -> isOwn(caller, key))
                .orElseThrow(() -> Problem.at("id", ProblemCode.UNKNOWN_API_KEY, "the account has no such key"));
    }

    /** All that are his; those of no account are the administrators'. */
    List<ApiKey> own(Caller caller) {
        return keys.keysOf(caller.account()).stream()
                .filter(key -> isOwn(caller, key))
                .toList();
    }

    private static boolean isOwn(Caller caller, ApiKey key) {
        return key.account() == caller.account() && (caller.account() > 0 || caller.may(Scope.ADMIN));
    }

    /** Keys that only read hand out none, and those whose own terms are bound neither: theirs could not be told apart. */
    void handsOut(Caller caller) {
        if (!caller.may(Scope.TRADE) && !caller.may(Scope.ADMIN)) {
            throw Problem.of(ProblemCode.FORBIDDEN, "who only reads hands out no keys");
        }
        boolean isBound =
                keys.find(caller.keyId()).filter(key -> key.terms().isBound()).isPresent();
        if (isBound) throw Problem.of(ProblemCode.FORBIDDEN, "a key whose own terms are bound hands out no keys");
    }

    void isNotAbove(Caller caller, Set<Scope> scopes) {
        for (Scope scope : scopes) {
            if (!caller.may(scope)) {
                String rule = "must not be more than the caller's own";
                throw Problem.at("scopes", ProblemCode.FORBIDDEN, rule, scope.word());
            }
        }
    }

    void hasRoom(Caller caller) {
        long living = keys.keysOf(caller.account()).stream()
                .filter(key -> key.status() != ApiKey.Status.REVOKED)
                .count();
        if (living >= MOST_KEYS) {
            throw Problem.of(ProblemCode.TOO_MANY_KEYS, "an account has at most " + MOST_KEYS + " keys: revoke one");
        }
    }

    void isAlive(ApiKey key) {
        if (key.status() == ApiKey.Status.REVOKED) {
            throw Problem.at("id", ProblemCode.KEY_ENDED, "the key is revoked and stays so");
        }
    }
}
