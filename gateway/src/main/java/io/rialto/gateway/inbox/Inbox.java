package io.rialto.gateway.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.rialto.gateway.control.ControlDatabase;
import io.rialto.gateway.notices.NoticeType;
import io.rialto.gateway.notices.Priority;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** All readers' inboxes, in the control database. Thread-safe. */
public final class Inbox {
    private static final String OF = " FROM notice WHERE reader = :reader AND in_inbox = 1";

    private final Jdbi sql;
    private final Clock clock;

    /** Which of them are asked for; empty for all. */
    record Wanted(
            Optional<NoticeType> type, Optional<Priority> priority, Optional<String> symbol, boolean isUnreadOnly) {
        private String conditions() {
            StringBuilder text = new StringBuilder();
            if (type.isPresent()) text.append(" AND type = :type");
            if (priority.isPresent()) text.append(" AND priority = :priority");
            if (symbol.isPresent()) text.append(" AND symbol = :symbol");
            if (isUnreadOnly) text.append(" AND read_millis = 0");
            return text.toString();
        }

        private Map<String, Object> values() {
            Map<String, Object> values = new TreeMap<>();
            type.ifPresent(it -> values.put("type", it.name()));
            priority.ifPresent(it -> values.put("priority", it.name()));
            symbol.ifPresent(it -> values.put("symbol", it));
            return values;
        }
    }

    /** What fell out of an inbox: because there was too much of it, or because it was old. */
    record Fallen(long beyond, long aged) {}

    /** How many there are of a type and a priority, and how many of them have not been read. */
    record Count(NoticeType type, Priority priority, long all, long unread) {}

    public Inbox(ControlDatabase control, Clock clock) {
        this.sql = control.sql();
        this.clock = clock;
    }

    /** Newest first, below a number. */
    List<Letter> letters(int reader, Wanted wanted, long below, int limit) {
        return sql.withHandle(handle -> handle.createQuery("SELECT *" + OF + wanted.conditions()
                        + " AND number < :below ORDER BY number DESC LIMIT :limit")
                .bindMap(wanted.values())
                .bind("reader", reader)
                .bind("below", below)
                .bind("limit", limit)
                .map((row, context) -> letter(row))
                .list());
    }

    Optional<Letter> letter(int reader, long number) {
        return sql.withHandle(handle -> handle.createQuery("SELECT *" + OF + " AND number = :number")
                .bind("reader", reader)
                .bind("number", number)
                .map((row, context) -> letter(row))
                .findOne());
    }

    /** What has been read stays so. @param number empty for all */
    int read(int reader, Optional<Long> number) {
        String which = number.isPresent() ? " AND number = :number" : "";
        return sql.withHandle(handle -> handle.createUpdate("UPDATE notice SET read_millis = :now"
                        + " WHERE reader = :reader AND in_inbox = 1 AND read_millis = 0" + which)
                .bind("now", clock.millis())
                .bind("reader", reader)
                .bind("number", number.orElse(0L))
                .execute());
    }

    /** Gone for good, also where it waits to be pushed. @param number empty for all */
    int remove(int reader, Optional<Long> number) {
        String which = number.isPresent() ? " AND number = :number" : "";
        return sql.withHandle(
                handle -> handle.createUpdate("DELETE FROM notice WHERE reader = :reader AND in_inbox = 1" + which)
                        .bind("reader", reader)
                        .bind("number", number.orElse(0L))
                        .execute());
    }

    List<Count> counts(int reader) {
        return sql.withHandle(handle -> handle.createQuery("SELECT type, priority, COUNT(*) AS every,"
                        + " SUM(CASE WHEN read_millis = 0 THEN 1 ELSE 0 END) AS unread" + OF
                        + " GROUP BY type, priority")
                .bind("reader", reader)
                .map((row, context) -> new Count(
                        NoticeType.valueOf(row.getString("type")),
                        Priority.valueOf(row.getString("priority")),
                        row.getLong("every"),
                        row.getLong("unread")))
                .list());
    }

    Fallen fallen(int reader) {
        return sql.withHandle(handle -> handle.createQuery("SELECT * FROM notice_fallen WHERE reader = :reader")
                .bind("reader", reader)
                .map((row, context) -> new Fallen(row.getLong("beyond"), row.getLong("aged")))
                .findOne()
                .orElse(new Fallen(0, 0)));
    }

    /** How many wait for the end of quiet hours. */
    long held(int reader) {
        return sql.withHandle(handle -> handle.createQuery("SELECT COUNT(*) FROM notice_waiting"
                        + " WHERE reader = :reader AND is_held = 1 AND state = 'WAITING'")
                .bind("reader", reader)
                .mapTo(Long.class)
                .one());
    }

    /** Of everybody, newest last, in its order. */
    public List<Letter> newest(int limit) {
        List<Letter> all = sql.withHandle(handle -> handle.createQuery("SELECT * FROM notice n WHERE in_inbox = 1"
                        + " AND NOT EXISTS (SELECT 1 FROM notice_waiting w WHERE w.number = n.number"
                        + " AND w.outlet = 'WEBSOCKET') ORDER BY number DESC LIMIT :limit")
                .bind("limit", limit)
                .map((row, context) -> letter(row))
                .list());
        Collections.reverse(all);
        return all;
    }

    /** Those of these numbers that there still are, within the caller's transaction. */
    public static List<Letter> numbered(Handle transaction, List<Long> numbers) {
        if (numbers.isEmpty()) return List.of();
        return transaction
                .createQuery("SELECT * FROM notice WHERE number IN (<numbers>) ORDER BY number")
                .bindList("numbers", numbers)
                .map((row, context) -> letter(row))
                .list();
    }

    private static Letter letter(ResultSet row) throws SQLException {
        JsonNode content = Letter.tree(row.getString("content"));
        return new Letter(
                row.getLong("number"),
                row.getInt("reader"),
                row.getLong("sequence"),
                NoticeType.valueOf(row.getString("type")),
                Priority.valueOf(row.getString("priority")),
                row.getString("symbol"),
                Letter.title(content),
                Letter.lines(content),
                Letter.words(content),
                row.getInt("times"),
                row.getLong("caused_nanos"),
                row.getLong("expires_nanos"),
                row.getLong("read_millis"),
                row.getLong("cause"));
    }
}
