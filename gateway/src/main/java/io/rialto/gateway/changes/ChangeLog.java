package io.rialto.gateway.changes;

import io.rialto.gateway.control.ControlDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** All changes that take two, in the control database. Thread-safe; one step of a change is taken by one caller only. */
final class ChangeLog {
    private static final long LIFE_MILLIS = 86_400_000;
    private static final int SHOWN = 200;

    private final Jdbi sql;
    private final Clock clock;

    ChangeLog(ControlDatabase control, Clock clock) {
        this.sql = control.sql();
        this.clock = clock;
    }

    Change add(int actor, String askedBy, String method, String path, byte[] body) {
        long now = clock.millis();
        return sql.inTransaction(handle -> {
            int number = ControlDatabase.nextNumber(handle, "change");
            Change change = new Change(
                    number, actor, askedBy, method, path, body, Change.State.PENDING, now, now + LIFE_MILLIS, null);
            handle.createUpdate("INSERT INTO change_by_two (number, actor, asked_by, method, path, body, state,"
                            + " asked_millis, expires_millis) VALUES (:number, :actor, :askedBy, :method, :path, :body,"
                            + " :state, :asked, :expires)")
                    .bind("number", number)
                    .bind("actor", actor)
                    .bind("askedBy", askedBy)
                    .bind("method", method)
                    .bind("path", path)
                    .bind("body", body)
                    .bind("state", change.state().name())
                    .bind("asked", change.askedMillis())
                    .bind("expires", change.expiresMillis())
                    .execute();
            return change;
        });
    }

    /** The one of the same request by the same actor that waits or was approved, and still counts. */
    Optional<Change> same(int actor, String method, String path, byte[] body) {
        return sql
                .withHandle(handle -> handle.createQuery(
                                "SELECT * FROM change_by_two WHERE actor = :actor AND method = :method AND path = :path"
                                        + " AND state IN ('PENDING', 'APPROVED') AND expires_millis > :now"
                                        + " ORDER BY number")
                        .bind("actor", actor)
                        .bind("method", method)
                        .bind("path", path)
                        .bind("now", clock.millis())
                        .map((row, context) -> change(row))
                        .list())
                .stream()
                .filter(change -> Arrays.equals(change.body(), body))
                .findFirst();
    }

    Optional<Change> numbered(int number) {
        return sql.withHandle(handle -> handle.createQuery("SELECT * FROM change_by_two WHERE number = :number")
                .bind("number", number)
                .map((row, context) -> change(row))
                .findOne());
    }

    /** The newest first. */
    List<Change> newest() {
        return sql.withHandle(
                handle -> handle.createQuery("SELECT * FROM change_by_two ORDER BY number DESC LIMIT :limit")
                        .bind("limit", SHOWN)
                        .map((row, context) -> change(row))
                        .list());
    }

    /** False when it is not in that state any more, or its time is over. */
    boolean move(Change change, Change.State to, String by) {
        return sql.withHandle(handle -> handle.createUpdate(
                                "UPDATE change_by_two SET state = :to, decided_by = COALESCE(:by, decided_by)"
                                        + " WHERE number = :number AND state = :from AND expires_millis > :now")
                        .bind("to", to.name())
                        .bind("by", by)
                        .bind("number", change.number())
                        .bind("from", change.state().name())
                        .bind("now", clock.millis())
                        .execute())
                == 1;
    }

    private static Change change(ResultSet row) throws SQLException {
        return new Change(
                row.getInt("number"),
                row.getInt("actor"),
                row.getString("asked_by"),
                row.getString("method"),
                row.getString("path"),
                row.getBytes("body"),
                Change.State.valueOf(row.getString("state")),
                row.getLong("asked_millis"),
                row.getLong("expires_millis"),
                row.getString("decided_by"));
    }
}
