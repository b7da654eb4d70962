package io.rialto.gateway.people;

import io.rialto.gateway.access.ApiKey;
import io.rialto.gateway.access.KeyRing;
import io.rialto.gateway.access.Role;
import io.rialto.gateway.access.Scope;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Who administers the venue: people in that role and keys of that scope. The last of them who can still come in is not let go of,
 * for nobody could make another.
 *
 * <p>Who stands: a person in the role who has been in and was not disabled; a key that is active and does not end by itself.
 *
 * <p>Thread-safe; what may leave the venue without one is done one after another. Two gateways of one control database do not wait for
 * each other.
 */
public final class Administrators {
    private final KeyRing keys;
    private final People people;

    public Administrators(KeyRing keys, People people) {
        this.keys = keys;
        this.people = people;
    }

    /** All, as history knows them; who was let go still counts, so that nobody is alone by letting others go. */
    public Set<Integer> actors() {
        Set<Integer> actors = new TreeSet<>(keys.administrators());
        actors.addAll(people.administrators());
        return actors;
    }

    /** Everybody in the role, in the order in which they registered. */
    public List<Person> people() {
        return people.inRole(Role.ADMIN);
    }

    /** All keys that may administer, in the order in which they were made. */
    public List<ApiKey> keys() {
        return keys.having(Scope.ADMIN);
    }

    /** How many can come in now and later. */
    public int standing() {
        return (int) (people().stream().filter(Administrators::stands).count()
                + keys().stream().filter(this::stands).count());
    }

    /**
     * Does what keeps a key from administering.
     *
     * @throws Problem LAST_ADMINISTRATOR when nobody would be left; then nothing was done
     */
    public synchronized <T> T withoutKey(ApiKey key, Supplier<T> change) {
        boolean isOneOfThem = key.scopes().contains(Scope.ADMIN) && stands(key);
        if (isOneOfThem && standing() == 1) throw last();
        return change.get();
    }

    /** The same of a person; his keys stop with him only where he is disabled. */
    public synchronized <T> T withoutPerson(Person person, boolean isWithHisKeys, Supplier<T> change) {
        boolean isOneOfThem = person.role() == Role.ADMIN && stands(person);
        long hisKeys = keys().stream()
                .filter(key -> isWithHisKeys && key.account() == person.account() && person.account() > 0)
                .filter(this::stands)
                .count();
        long leaving = hisKeys + (isOneOfThem ? 1 : 0);
        if (leaving > 0 && standing() == leaving) throw last();
        return change.get();
    }

    private static boolean stands(Person person) {
        return person.account() > 0 && !person.isDisabled();
    }

    private boolean stands(ApiKey key) {
        return keys.isActive(key.id()) && key.terms().expiresMillis() == 0;
    }

    private static Problem last() {
        return Problem.at(
                "id", ProblemCode.LAST_ADMINISTRATOR, "make another administrator first: nobody else could come in");
    }
}
