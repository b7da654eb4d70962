package io.rialto.gateway.keys;

import io.rialto.gateway.access.KeyRing;
import io.rialto.gateway.control.ControlDatabase;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * How often each key was used and refused, and when last: counted in memory, written together once in a while.
 *
 * <p>Thread-safe; counting never touches the database.
 */
final class KeyUsage implements KeyRing.Usage {
    private final Jdbi sql;
    private final Clock clock;
    private final Map<String, Count> pending = new ConcurrentHashMap<>();

    /** Of one key. Times in milliseconds since 1970; 0 for never. */
    record Count(long uses, long errors, long usedMillis) {
        static final Count NONE = new Count(0, 0, 0);

        Count and(Count more) {
            return new Count(uses + more.uses, errors + more.errors, Math.max(usedMillis, more.usedMillis));
        }
    }

    KeyUsage(ControlDatabase control, Clock clock) {
        this.sql = control.sql();
        this.clock = clock;
    }

    @Override
    public void used(String id) {
        pending.merge(id, new Count(1, 0, clock.millis()), Count::and);
    }

    @Override
    public void failed(String id) {
        pending.merge(id, new Count(0, 1, 0), Count::and);
    }

    /** As it is now, what is not written yet included. */
    synchronized Count count(String id) {
        Optional<Count> kept = sql.withHandle(
                handle -> handle.createQuery("SELECT uses, errors, used_millis FROM api_key WHERE id = :id")
                        .bind("id", id)
                        .map((row, context) ->
                                new Count(row.getLong("uses"), row.getLong("errors"), row.getLong("used_millis")))
                        .findOne());
        return kept.orElse(Count.NONE).and(pending.getOrDefault(id, Count.NONE));
    }

    /** Writes what was counted since. What cannot be written is counted again. */
    synchronized void write() {
        Map<String, Count> written = new ConcurrentHashMap<>();
        for (String id : pending.keySet()) written.put(id, pending.remove(id));
        if (written.isEmpty()) return;
        try {
            sql.useTransaction(handle -> {
                PreparedBatch batch = handle.prepareBatch("UPDATE api_key SET uses = uses + :uses,"
                        + " errors = errors + :errors,"
                        + " used_millis = CASE WHEN used_millis < :used THEN :used ELSE used_millis END"
                        + " WHERE id = :id");
                written.forEach((id, count) -> batch.bind("id", id)
                        .bind("uses", count.uses())
                        .bind("errors", count.errors())
                        .bind("used", count.usedMillis())
                        .add());
                batch.execute();
            });
        } catch (RuntimeException unwritten) {
            written.forEach((id, count) -> pending.merge(id, count, Count::and));
            throw unwritten;
        }
    }
}
