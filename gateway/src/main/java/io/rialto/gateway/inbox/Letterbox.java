package io.rialto.gateway.inbox;

import io.rialto.gateway.control.ControlDatabase;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Where letters are put in, and from where what is too much or too old falls out and is counted. Within the caller's transaction. */
public final class Letterbox {
    private static final String INSERT =
            "INSERT INTO notice (number, reader, sequence, type, priority, symbol, content,"
                    + " times, caused_nanos, expires_nanos, in_inbox, cause, read_millis) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                    + " ?, 0) ON CONFLICT (reader, sequence, type, cause) DO NOTHING";

    private final int most;
    private final long oldestNanos;

    /** A letter, and whether its reader's inbox shows it. */
    public record Posted(Letter letter, boolean isInInbox) {}

    /**
     * @param most of one reader
     * @param oldestNanos how long one is kept
     */
    public Letterbox(int most, long oldestNanos) {
        this.most = most;
        this.oldestNanos = oldestNanos;
    }

    /** The newest number that was given. */
    public static long newestNumber(ControlDatabase control) {
        Jdbi sql = control.sql();
        return sql.withHandle(handle -> handle.createQuery("SELECT COALESCE(MAX(number), 0) FROM notice")
                .mapTo(Long.class)
                .one());
    }

    /**
     * Those of the same frame, type and reader that were put in before are not put in again.
     *
     * @return whether each was put in
     */
    public boolean[] post(Handle transaction, List<Posted> all) {
        if (all.isEmpty()) return new boolean[0];
        try (PreparedStatement statement = transaction.getConnection().prepareStatement(INSERT)) {
            for (Posted each : all) {
                put(statement, each.letter(), each.isInInbox());
                statement.addBatch();
            }
            int[] counts = statement.executeBatch();
            boolean[] isNew = new boolean[counts.length];
            for (int i = 0; i < counts.length; i++) isNew[i] = counts[i] != 0;
            return isNew;
        } catch (SQLException fault) {
            throw new UnableToExecuteStatementException("letters could not be put in", fault, null);
        }
    }

    /** By place: names cost more than the row, and a busy venue tells thousands a second. */
    private static void put(PreparedStatement row, Letter letter, boolean isInInbox) throws SQLException {
        row.setLong(1, letter.number());
        row.setInt(2, letter.reader());
        row.setLong(3, letter.sequence());
        row.setString(4, letter.type().name());
        row.setString(5, letter.priority().name());
        row.setString(6, letter.symbol());
        row.setString(7, letter.content());
        row.setInt(8, letter.times());
        row.setLong(9, letter.causedNanos());
        row.setLong(10, letter.expiresNanos());
        row.setInt(11, isInInbox ? 1 : 0);
        row.setLong(12, letter.cause());
    }

    /** What is beyond the bound of these readers falls out, the oldest first. */
    public void bound(Handle transaction, Collection<Integer> readers) {
        for (int reader : readers) {
            int gone = transaction
                    .createUpdate("DELETE FROM notice WHERE reader = :reader AND in_inbox = 1 AND number <="
                            + " COALESCE((SELECT number FROM notice WHERE reader = :reader AND in_inbox = 1"
                            + " ORDER BY number DESC LIMIT 1 OFFSET :most), -1)")
                    .bind("reader", reader)
                    .bind("most", most)
                    .execute();
            fell(transaction, reader, gone, 0);
        }
    }

    /** What is too old goes for good; out of inboxes it is counted. */
    public void age(Handle transaction, long nowNanos) {
        long before = nowNanos - oldestNanos;
        Map<Integer, Integer> gone = transaction
                .createQuery("SELECT reader, COUNT(*) AS gone FROM notice WHERE caused_nanos < :before"
                        + " AND in_inbox = 1 GROUP BY reader")
                .bind("before", before)
                .reduceRows(new TreeMap<>(), (all, row) -> {
                    all.put(row.getColumn("reader", Integer.class), row.getColumn("gone", Integer.class));
                    return all;
                });
        gone.forEach((reader, count) -> fell(transaction, reader, 0, count));
        transaction.execute("DELETE FROM notice WHERE caused_nanos < ?", before);
        transaction.execute("DELETE FROM notice_waiting WHERE due_nanos < ?", before);
    }

    private static void fell(Handle transaction, int reader, int beyond, int aged) {
        if (beyond + aged == 0) return;
        transaction
                .createUpdate("INSERT INTO notice_fallen (reader, beyond, aged) VALUES (:reader, :beyond, :aged)"
                        + " ON CONFLICT (reader) DO UPDATE SET beyond = notice_fallen.beyond + excluded.beyond,"
                        + " aged = notice_fallen.aged + excluded.aged")
                .bind("reader", reader)
                .bind("beyond", beyond)
                .bind("aged", aged)
                .execute();
    }
}
