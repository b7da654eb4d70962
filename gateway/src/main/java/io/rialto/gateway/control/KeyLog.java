package io.rialto.gateway.control;

import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Who did what with which key, from where, with which success. Grows only. Thread-safe; written when the method returns. */
public final class KeyLog {
    public static final String DONE = "OK";

    private final Jdbi sql;
    private final Clock clock;

    /** What is done with keys. */
    public enum Operation {
        CREATE,
        LIST,
        READ,
        CHANGE,
        ROTATE,
        VERIFY,
        REVOKE,
        READ_LOG
    }

    /** Who did it: an account's number and by what, and what his program calls itself. */
    public record Who(String actor, String address, String userAgent) {
        /** The venue itself, on its first start. */
        public static final Who VENUE = new Who("venue", "", "");
    }

    /** @param outcome {@code OK}, or the code of the problem that it was answered with */
    public record Entry(long number, long atMillis, Operation operation, String outcome, Who who) {}

    public KeyLog(ControlDatabase control, Clock clock) {
        this.sql = control.sql();
        this.clock = clock;
    }

    public void add(String key, Operation operation, String outcome, Who who) {
        sql.useTransaction(handle -> add(handle, key, operation, outcome, who));
    }

    /** Within the caller's transaction: with what was done, or not at all. */
    public void add(Handle transaction, String key, Operation operation, String outcome, Who who) {
        transaction
                .createUpdate(
                        "INSERT INTO api_key_log (number, key_id, at_millis, operation, outcome, actor, address,"
                                + " user_agent) VALUES (:number, :key, :at, :operation, :outcome, :actor, :address, :userAgent)")
                .bind("number", ControlDatabase.nextNumber(transaction, "api_key_log"))
                .bind("key", key)
                .bind("at", clock.millis())
                .bind("operation", operation.name())
                .bind("outcome", outcome)
                .bind("actor", who.actor())
                .bind("address", who.address())
                .bind("userAgent", who.userAgent())
                .execute();
    }

    /** Newest first, below a number. */
    public List<Entry> entries(String key, long below, int limit) {
        return sql.withHandle(handle -> handle.createQuery("SELECT * FROM api_key_log WHERE key_id = :key"
                        + " AND number < :below ORDER BY number DESC LIMIT :limit")
                .bind("key", key)
                .bind("below", below)
                .bind("limit", limit)
                .map((row, context) -> new Entry(
                        row.getLong("number"),
                        row.getLong("at_millis"),
                        Operation.valueOf(row.getString("operation")),
                        row.getString("outcome"),
                        new Who(row.getString("actor"), row.getString("address"), row.getString("user_agent"))))
                .list());
    }
}
