package io.rialto.gateway.schedule;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The venue's days: sessions, each for some instruments, in a time zone and with a calendar of its own. An instrument has at
 * most one session; one without keeps the phase that it is given by hand.
 *
 * <p>Immutable.
 */
public final class Schedule {
    /** No instrument changes its phase by the clock. */
    public static final Schedule NONE = new Schedule(List.of());

    private final List<Session> sessions;

    Schedule(List<Session> sessions) {
        this.sessions = List.copyOf(sessions);
    }

    /**
     * Reads the file that docs/operations.md describes.
     *
     * @throws IOException when it cannot be read, or with all that is wrong in it, a line a fault
     */
    public static Schedule read(Path file) throws IOException {
        return new ScheduleFile(file).read();
    }

    /** The first session that names the instrument wins over one for all. */
    Optional<Session> sessionOf(String symbol) {
        Optional<Session> named = sessions.stream()
                .filter(session -> session.symbols().contains(symbol))
                .findFirst();
        return named.isPresent()
                ? named
                : sessions.stream().filter(session -> session.isFor(symbol)).findFirst();
    }

    List<Session> sessions() {
        return sessions;
    }
}
