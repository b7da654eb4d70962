package io.rialto.gateway.sessions;

import io.rialto.gateway.access.Caller;
import io.rialto.gateway.access.Role;
import io.rialto.gateway.control.ControlDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The sessions of people. Whether one counts is asked of the control database each time, so that what was ended is ended at once at
 * every door.
 *
 * <p>Thread-safe.
 */
public final class Sessions {
    private static final long SEEN_MILLIS = 60_000;
    private static final String ALIVE = "ended_millis IS NULL AND expires_millis > :now";

    private final Jdbi sql;
    private final Duration life;
    private final Clock clock;

    public Sessions(ControlDatabase control, Duration life, Clock clock) {
        this.sql = control.sql();
        this.life = life;
        this.clock = clock;
    }

    /** The longest that one counts. */
    Duration life() {
        return life;
    }

    void begin(Handle transaction, String id, int person, String address, String userAgent) {
        long now = clock.millis();
        dropOld(transaction, now);
        transaction
                .createUpdate(
                        "INSERT INTO person_session (id, person, address, user_agent, created_millis, seen_millis,"
                                + " expires_millis) VALUES (:id, :person, :address, :agent, :now, :now, :expires)")
                .bind("id", id)
                .bind("person", person)
                .bind("address", address)
                .bind("agent", userAgent)
                .bind("now", now)
                .bind("expires", now + life.toMillis())
                .execute();
    }

    /** What no token can name any more. */
    private static void dropOld(Handle transaction, long now) {
        transaction.execute(
                "DELETE FROM refresh_token WHERE session IN (SELECT id FROM person_session WHERE expires_millis < ?)",
                now);
        transaction.execute("DELETE FROM person_session WHERE expires_millis < ?", now);
    }

    /** Who is in it, as he is now; empty when it has ended, or he may not come in. */
    Optional<Caller> caller(String id) {
        long now = clock.millis();
        Optional<Found> found = sql.withHandle(
                handle -> handle.createQuery("SELECT p.number, p.account, p.role, s.seen_millis FROM person_session s"
                                + " JOIN person p ON p.number = s.person"
                                + " WHERE s.id = :id AND p.disabled_millis IS NULL AND p.account > 0 AND " + ALIVE)
                        .bind("id", id)
                        .bind("now", now)
                        .map((row, context) -> found(row, id))
                        .findOne());
        found.filter(session -> now - session.seenMillis > SEEN_MILLIS).ifPresent(session -> seen(id, now));
        return found.map(Found::caller);
    }

    private record Found(Caller caller, long seenMillis) {}

    private static Found found(ResultSet row, String id) throws SQLException {
        Caller.Person person = new Caller.Person(row.getInt(1), id, Role.valueOf(row.getString(3)));
        return new Found(Caller.person(row.getInt(2), person), row.getLong(4));
    }

    private void seen(String id, long now) {
        sql.useHandle(handle -> handle.execute("UPDATE person_session SET seen_millis = ? WHERE id = ?", now, id));
    }

    /** Those of a person that count, the newest first. */
    public List<Session> of(int person) {
        return sql.withHandle(handle -> handle.createQuery("SELECT * FROM person_session WHERE person = :person AND "
                        + ALIVE + " ORDER BY created_millis DESC, id")
                .bind("person", person)
                .bind("now", clock.millis())
                .map((row, context) -> session(row))
                .list());
    }

    /** Ends one of a person's own; false when there is none of that name. */
    public boolean end(int person, String id) {
        return sql.withHandle(handle -> handle.createUpdate(
                                "UPDATE person_session SET ended_millis = :now WHERE id = :id AND person = :person AND "
                                        + ALIVE)
                        .bind("now", clock.millis())
                        .bind("id", id)
                        .bind("person", person)
                        .execute())
                == 1;
    }

    /** Ends all of a person's but one; an empty name spares none. Answers how many. */
    public int endOthers(int person, String spared) {
        return sql.withHandle(handle -> handle.createUpdate(
                        "UPDATE person_session SET ended_millis = :now WHERE person = :person AND id <> :spared AND "
                                + ALIVE)
                .bind("now", clock.millis())
                .bind("person", person)
                .bind("spared", spared)
                .execute());
    }

    private static Session session(ResultSet row) throws SQLException {
        return new Session(
                row.getString("id"),
                row.getInt("person"),
                row.getString("address"),
                row.getString("user_agent"),
                row.getLong("created_millis"),
                row.getLong("seen_millis"),
                row.getLong("expires_millis"));
    }
}
