package io.rialto.gateway.audit;

import io.rialto.gateway.control.ControlDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The list in the control database. It can be added to; triggers refuse everything else.
 *
 * <p>Thread-safe, also between gateways: whoever counts the next number has the end of the chain to himself until he is done.
 * On disk when the method returns.
 */
final class AuditLog {
    private static final String COUNTER = "audit";

    private final Jdbi sql;
    private final Chain chain;
    private final AtomicReference<Head> newest = new AtomicReference<>(Head.NONE);

    /** An entry as the chain has it. */
    record Link(Entry entry, byte[] hash) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Link link && link.entry.equals(entry);
        }

        @Override
        public int hashCode() {
            return entry.hashCode();
        }
    }

    /** An entry with what became of it, when that is another's to tell. */
    record Told(Entry entry, Optional<Entry> outcome) {}

    AuditLog(ControlDatabase control, Chain chain) {
        this.sql = control.sql();
        this.chain = chain;
    }

    /** The entry as it is kept: with its number. */
    Entry append(Entry draft) {
        Link added = sql.inTransaction(handle -> {
            Entry entry = draft.numbered(ControlDatabase.nextNumber(handle, COUNTER));
            byte[] hash = chain.hash(hashOf(handle, entry.number() - 1), entry);
            insert(handle, entry, hash);
            return new Link(entry, hash);
        });
        Head head = Head.of(added.entry.number(), added.hash);
        newest.accumulateAndGet(head, (before, next) -> next.number() > before.number() ? next : before);
        return added.entry;
    }

    /** The newest that was added here. */
    Head newest() {
        return newest.get();
    }

    private static byte[] hashOf(Handle handle, long number) {
        return handle.createQuery("SELECT hash FROM audit_entry WHERE number = :number")
                .bind("number", number)
                .mapTo(byte[].class)
                .findOne()
                .orElse(Chain.BEGINNING);
    }

    private static void insert(Handle handle, Entry entry, byte[] hash) {
        handle.createUpdate(
                        "INSERT INTO audit_entry (number, at_millis, kind, about, actor, account, action, path, reason,"
                                + " status, code, sequence, address, user_agent, correlation, subject, times, hash) VALUES (:number,"
                                + " :atMillis, :kind, :about, :actor, :account, :action, :path, :reason, :status, :code, :sequence,"
                                + " :address, :userAgent, :correlation, :subject, :times, :hash)")
                .bind("number", entry.number())
                .bind("atMillis", entry.atMillis())
                .bind("about", entry.about())
                .bind("actor", entry.actor())
                .bind("account", entry.account())
                .bind("action", entry.action())
                .bind("path", entry.path())
                .bind("reason", entry.reason())
                .bind("status", entry.status())
                .bind("code", entry.code())
                .bind("sequence", entry.sequence())
                .bind("address", entry.address())
                .bind("userAgent", entry.userAgent())
                .bind("correlation", entry.correlation())
                .bind("subject", entry.subject())
                .bind("times", entry.times())
                .bind("kind", entry.kind().name())
                .bind("hash", hash)
                .execute();
    }

    /** Newest first, below a number. */
    List<Told> entries(Filter filter, long below, int limit) {
        return sql.withHandle(handle -> handle.createQuery("SELECT e.*, o.number AS o_number, o.at_millis AS o_at,"
                        + " o.status AS o_status, o.code AS o_code, o.sequence AS o_sequence, o.subject AS o_subject"
                        + " FROM audit_entry e LEFT JOIN audit_entry o ON o.about = e.number AND o.about > 0"
                        + " WHERE e.about = 0 AND e.number < :below" + filter.conditions()
                        + " ORDER BY e.number DESC LIMIT :limit")
                .bindMap(filter.values())
                .bind("below", below)
                .bind("limit", limit)
                .map((row, context) -> told(row))
                .list());
    }

    private static Told told(ResultSet row) throws SQLException {
        Entry entry = entry(row);
        if (row.getLong("o_number") == 0) return new Told(entry, Optional.empty());
        return new Told(
                entry,
                Optional.of(entry.outcome(
                        row.getInt("o_status"),
                        row.getString("o_code"),
                        row.getLong("o_sequence"),
                        row.getString("o_subject"),
                        row.getLong("o_at"))));
    }

    /** In their order, behind a number. */
    List<Link> links(long after, int limit) {
        return sql.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM audit_entry WHERE number > :after ORDER BY number LIMIT :limit")
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> new Link(entry(row), row.getBytes("hash")))
                .list());
    }

    /** How many were ever counted. */
    long counted() {
        return sql.withHandle(handle -> handle.createQuery("SELECT number FROM newest_number WHERE kind = :kind")
                .bind("kind", COUNTER)
                .mapTo(Long.class)
                .one());
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong("number"),
                row.getLong("at_millis"),
                Entry.Kind.valueOf(row.getString("kind")),
                row.getLong("about"),
                row.getString("actor"),
                row.getInt("account"),
                row.getString("action"),
                row.getString("path"),
                row.getString("reason"),
                row.getInt("status"),
                row.getString("code"),
                row.getLong("sequence"),
                row.getString("address"),
                row.getString("user_agent"),
                row.getString("correlation"),
                row.getString("subject"),
                row.getInt("times"));
    }
}
