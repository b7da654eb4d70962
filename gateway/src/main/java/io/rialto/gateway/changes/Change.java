package io.rialto.gateway.changes;

/**
 * A request that takes two. Times in milliseconds since 1970. Immutable.
 *
 * @param actor who asks, as history knows him: a person and the keys of his account are one
 * @param askedBy the same in words
 * @param decidedBy null until somebody has
 */
record Change(
        int number,
        int actor,
        String askedBy,
        String method,
        String path,
        byte[] body,
        State state,
        long askedMillis,
        long expiresMillis,
        String decidedBy) {

    /** How far it is. */
    enum State {
        /** Waits for another administrator. */
        PENDING,
        /** May be sent again by who asked, once. */
        APPROVED,
        /** Was sent again. */
        USED,
        /** Another administrator, or who asked, does not want it. */
        REFUSED
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Change change && change.number == number;
    }

    @Override
    public int hashCode() {
        return number;
    }
}
