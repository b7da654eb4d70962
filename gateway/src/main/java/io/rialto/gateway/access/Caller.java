package io.rialto.gateway.access;

import java.util.Set;

/**
 * Who asks: a program by its API key, or a person by a session. Never both.
 *
 * <p>History tells them apart: a program has the key's number and no person, a person has a number as the one behind it (field
 * {@code trader}) and no key. The actor is the account of either, so that what takes two takes two people and not one with
 * a key beside him.
 *
 * @param key the key's number, as history knows it; 0 without one
 * @param account whose it is; 0 for the venue's administrators by key, who have none
 * @param person {@link Person#NOBODY} behind a key
 */
public record Caller(int key, String keyId, int account, Set<Scope> scopes, Person person) {
    /** Of routes that ask nobody who they are. */
    public static final Caller NOBODY = new Caller(0, "", -1, Set.of(), Person.NOBODY);

    /** Who may read the page of metrics, and nothing else, for the address he comes from. */
    public static final Caller SCRAPER = new Caller(0, "", -1, Set.of(Scope.ADMIN), Person.NOBODY);

    private static final int FIRST_KEY = 1;

    /**
     * A person and the session he is in.
     *
     * @param number counted from 1, never used twice; 0 for nobody
     */
    public record Person(int number, String session, Role role) {
        public static final Person NOBODY = new Person(0, "", Role.TRADER);
    }

    /** By an API key. */
    static Caller program(ApiKey key) {
        return new Caller(key.number(), key.id(), key.account(), key.scopes(), Person.NOBODY);
    }

    /** By a session. */
    public static Caller person(int account, Person person) {
        return new Caller(0, "", account, person.role().scopes(), person);
    }

    public boolean may(Scope scope) {
        return scopes.contains(scope);
    }

    public boolean isPerson() {
        return person.number() > 0;
    }

    /** Whether all accounts' data is there for him to read. */
    public boolean seesAll() {
        return isPerson() ? person.role().seesAll() : scopes.contains(Scope.ADMIN);
    }

    /** As history knows who asks: the account, 0 for the first administrator, below zero for others by key. */
    public int actor() {
        if (account != 0) return Math.max(account, 0);
        return key == FIRST_KEY ? 0 : -key;
    }
}
