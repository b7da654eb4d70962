package io.rialto.gateway.delivery;

import io.rialto.gateway.control.ControlDatabase;
import io.rialto.gateway.delivery.DeliveryItem.Channel;
import io.rialto.gateway.delivery.DeliveryItem.Priority;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * What waits, in SQL. Several processes may share it: who takes an item holds it by a lease, and only who holds it notes what became of
 * it. Times in milliseconds since 1970, by the caller's clock; processes' clocks may differ by less than a lease.
 *
 * <p>Thread-safe; a change is on disk when its method returns.
 */
final class Outbox {
    private static final String WAITING = "WAITING";
    private static final String FREE = "status = 'WAITING' AND leased_millis <= :now";

    /** Of one address only one is under way: who answers slowly holds up himself and nobody else. */
    private static final String NEXT = "SELECT id FROM delivery WHERE " + FREE + " AND channel = :channel"
            + " AND priority >= :least AND due_millis <= :now AND expires_millis > :now AND NOT EXISTS (SELECT 1"
            + " FROM delivery AS busy WHERE busy.status = 'WAITING' AND busy.channel = :channel"
            + " AND busy.address = delivery.address AND busy.leased_millis > :now)"
            + " ORDER BY priority DESC, due_millis, created_millis, id LIMIT 1";

    private final Jdbi sql;
    private final String me;
    private final boolean isPostgresql;

    /**
     * One that is being delivered.
     *
     * @param attempts all there were before
     * @param tries those since it was handed in or put back
     */
    record Taken(DeliveryItem item, int attempts, int tries) {}

    /** @param oldestMillis when what waits longest was made; the largest number when nothing waits */
    record Backlog(long waiting, long oldestMillis) {
        static final Backlog NONE = new Backlog(0, Long.MAX_VALUE);
    }

    /** @param me a name that no other process has */
    Outbox(ControlDatabase control, String me) {
        this.sql = control.sql();
        this.me = me;
        this.isPostgresql = sql.withHandle(handle -> handle.queryMetadata(DatabaseMetaData::getDatabaseProductName))
                .equals("PostgreSQL");
    }

    /** False when there is one of that id already. */
    boolean add(Handle transaction, DeliveryItem item) {
        return transaction
                        .createUpdate("INSERT INTO delivery (id, person, channel, address, subject, body_lines,"
                                + " priority, created_millis, expires_millis, status, due_millis) VALUES (:id, :person,"
                                + " :channel, :address, :subject, :lines, :priority, :created, :expires, :status, :created)"
                                + " ON CONFLICT (id) DO NOTHING")
                        .bind("id", item.id())
                        .bind("person", item.person())
                        .bind("channel", item.channel().name())
                        .bind("address", item.address())
                        .bind("subject", item.subject())
                        .bind(
                                "lines",
                                item.lines().stream().map(line -> line + "\n").collect(Collectors.joining()))
                        .bind("priority", item.priority().ordinal())
                        .bind("created", item.createdAt().toEpochMilli())
                        .bind("expires", item.expiresAt().toEpochMilli())
                        .bind("status", WAITING)
                        .execute()
                == 1;
    }

    /** The most urgent that is due, held until then; empty when there is none. */
    Optional<Taken> take(Channel channel, Priority least, long now, long until) {
        return sql.withHandle(handle -> {
            if (next(handle, NEXT, channel, least, now).isEmpty()) return Optional.empty();
            String locked = isPostgresql ? NEXT + " FOR UPDATE SKIP LOCKED" : NEXT;
            return handle.createQuery("UPDATE delivery SET leased_by = :me, leased_millis = :until WHERE id = ("
                            + locked + ") AND " + FREE + " RETURNING *")
                    .bind("channel", channel.name())
                    .bind("least", least.ordinal())
                    .bind("now", now)
                    .bind("me", me)
                    .bind("until", until)
                    .map((row, context) -> taken(row))
                    .findOne();
        });
    }

    /** Looking locks nothing: most looks find nothing. */
    private static Optional<String> next(Handle handle, String query, Channel channel, Priority least, long now) {
        return handle.createQuery(query)
                .bind("channel", channel.name())
                .bind("least", least.ordinal())
                .bind("now", now)
                .mapTo(String.class)
                .findOne();
    }

    /** All that this process holds, for longer. */
    void renew(long until) {
        sql.useHandle(handle -> handle.createUpdate("UPDATE delivery SET leased_millis = :until"
                        + " WHERE status = 'WAITING' AND leased_by = :me AND leased_millis > 0")
                .bind("until", until)
                .bind("me", me)
                .execute());
    }

    /** What was delivered is not kept, only that it was. False when this process does not hold it any more. */
    boolean sent(String id, long now) {
        return end(id, "status = 'SENT', subject = '', body_lines = '', ended_millis = :now", "", now);
    }

    /** Given up, with all there was to say. */
    boolean bury(String id, String reason, long now) {
        return sql.inTransaction(handle -> {
            int number = ControlDatabase.nextNumber(handle, "dead_letter");
            return handle.createUpdate("UPDATE delivery SET status = 'DEAD', reason = :reason, ended_millis = :now,"
                                    + " dead_number = :number, attempts = attempts + 1, tries = tries + 1, leased_by = '',"
                                    + " leased_millis = 0 WHERE id = :id AND status = 'WAITING' AND leased_by = :me")
                            .bind("reason", reason)
                            .bind("now", now)
                            .bind("number", number)
                            .bind("id", id)
                            .bind("me", me)
                            .execute()
                    == 1;
        });
    }

    /** Tried in vain; due again then, and with it what else waits for that address and is not critical. */
    boolean postpone(DeliveryItem item, String reason, long due) {
        boolean isHeld = end(
                item.id(),
                "due_millis = CASE WHEN due_millis > :now THEN due_millis ELSE :now END, reason = :reason",
                reason,
                due);
        sql.useHandle(handle -> handle.createUpdate(
                        "UPDATE delivery SET due_millis = :due WHERE status = 'WAITING'"
                                + " AND channel = :channel AND address = :address AND due_millis < :due AND priority < :critical")
                .bind("due", due)
                .bind("channel", item.channel().name())
                .bind("address", item.address())
                .bind("critical", Priority.CRITICAL.ordinal())
                .execute());
        return isHeld;
    }

    private boolean end(String id, String what, String reason, long now) {
        return sql.withHandle(handle -> handle.createUpdate("UPDATE delivery SET " + what + ", attempts = attempts + 1,"
                                + " tries = tries + 1, leased_by = '', leased_millis = 0"
                                + " WHERE id = :id AND status = 'WAITING' AND leased_by = :me")
                        .bind("now", now)
                        .bindMap(reason.isEmpty() ? Map.of() : Map.of("reason", reason))
                        .bind("id", id)
                        .bind("me", me)
                        .execute())
                == 1;
    }

    /** What is out of date and held by nobody. */
    Map<Channel, Integer> expire(long now) {
        return sql.withHandle(handle ->
                counted(handle.createQuery("UPDATE delivery SET status = 'EXPIRED', subject = '', body_lines = '',"
                                + " ended_millis = :now WHERE expires_millis <= :now AND " + FREE
                                + " RETURNING channel")
                        .bind("now", now)
                        .mapTo(String.class)
                        .list()));
    }

    private static Map<Channel, Integer> counted(List<String> channels) {
        Map<Channel, Integer> counts = new EnumMap<>(Channel.class);
        channels.forEach(channel -> counts.merge(Channel.valueOf(channel), 1, Integer::sum));
        return counts;
    }

    /** What ended before that is forgotten. */
    int forget(long before) {
        return sql.withHandle(handle -> handle.createUpdate(
                        "DELETE FROM delivery WHERE status <> 'WAITING' AND ended_millis < :before")
                .bind("before", before)
                .execute());
    }

    /** What waits, by channel; a channel for which nothing does is not in it. */
    Map<Channel, Backlog> backlog() {
        Map<Channel, Backlog> found = new EnumMap<>(Channel.class);
        sql.useHandle(handle -> handle.createQuery("SELECT channel, COUNT(*) AS waiting, MIN(created_millis) AS oldest"
                        + " FROM delivery WHERE status = 'WAITING' GROUP BY channel")
                .map((row, context) -> found.put(
                        Channel.valueOf(row.getString("channel")),
                        new Backlog(row.getLong("waiting"), row.getLong("oldest"))))
                .forEach(each -> {}));
        return found;
    }

    private static Taken taken(ResultSet row) throws SQLException {
        return new Taken(item(row), row.getInt("attempts"), row.getInt("tries"));
    }

    static DeliveryItem item(ResultSet row) throws SQLException {
        return new DeliveryItem(
                row.getString("id"),
                row.getInt("person"),
                Channel.valueOf(row.getString("channel")),
                row.getString("address"),
                row.getString("subject"),
                row.getString("body_lines").lines().toList(),
                Instant.ofEpochMilli(row.getLong("created_millis")),
                Instant.ofEpochMilli(row.getLong("expires_millis")),
                Priority.values()[row.getInt("priority")]);
    }
}
