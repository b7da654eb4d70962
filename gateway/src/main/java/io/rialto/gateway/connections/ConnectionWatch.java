package io.rialto.gateway.connections;

/** Hears what becomes of connections. Any thread, many at once; must not block. */
public interface ConnectionWatch {
    /** One more is open. */
    default void opened() {}

    /** One that was open is not any more. */
    default void closed() {}

    /** One was closed as it came, since there are as many as there may be. */
    default void turnedAway() {}

    /** One was closed since it spoke too slowly. */
    default void cutOff() {}
}
