package io.rialto.gateway.people;

import io.rialto.gateway.access.Role;

/**
 * A person as the control database has him; his password only as a hash. Immutable.
 *
 * @param number by which history knows him, counted from 1, never used twice
 * @param email in lower case
 * @param account 0 until it has been opened
 * @param openingKey under which his account is opened, once
 */
public record Person(
        int number,
        String email,
        String name,
        String passwordHash,
        Role role,
        int account,
        byte[] openingKey,
        long createdMillis,
        boolean isDisabled) {

    @Override
    public boolean equals(Object other) {
        return other instanceof Person person && person.number == number;
    }

    @Override
    public int hashCode() {
        return number;
    }

    @Override
    public String toString() {
        return "Person[" + number + " role=" + role + " account=" + account + "]";
    }
}
