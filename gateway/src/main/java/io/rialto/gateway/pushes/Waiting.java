package io.rialto.gateway.pushes;

import io.rialto.gateway.notices.Batches.Key;
import io.rialto.gateway.notices.Outlet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** What waits to be pushed, so that a stop does not lose it. All within the caller's transaction. */
public final class Waiting {
    private Waiting() {}

    /** @param isHeld for the end of quiet hours, and not for company */
    public record Row(long number, int reader, Outlet outlet, long dueNanos, boolean isHeld) {}

    static void add(Handle transaction, List<Row> rows) {
        if (rows.isEmpty()) return;
        PreparedBatch batch = transaction.prepareBatch("INSERT INTO notice_waiting (number, outlet, reader, due_nanos,"
                + " is_held, state) VALUES (:number, :outlet, :reader, :due, :held, 'WAITING')");
        for (Row row : rows) {
            batch.bind("number", row.number())
                    .bind("outlet", row.outlet().name())
                    .bind("reader", row.reader())
                    .bind("due", row.dueNanos())
                    .bind("held", row.isHeld() ? 1 : 0)
                    .add();
        }
        batch.execute();
    }

    /** By reader and outlet, in their order: what is held and due by then, or all that waited for company. */
    static Map<Key, List<Long>> due(Handle transaction, boolean isHeld, long nowNanos) {
        return transaction
                .createQuery("SELECT number, outlet, reader FROM notice_waiting WHERE state = 'WAITING'"
                        + " AND is_held = :held AND due_nanos <= :now ORDER BY number")
                .bind("held", isHeld ? 1 : 0)
                .bind("now", nowNanos)
                .reduceRows(new LinkedHashMap<>(), (all, row) -> {
                    Key key = new Key(
                            row.getColumn("reader", Integer.class),
                            Outlet.valueOf(row.getColumn("outlet", String.class)));
                    all.computeIfAbsent(key, any -> new ArrayList<>()).add(row.getColumn("number", Long.class));
                    return all;
                });
    }

    /** When the next that is held is due; the largest number for never. */
    static long nextHeldNanos(Handle transaction) {
        return transaction
                .createQuery("SELECT COALESCE(MIN(due_nanos), " + Long.MAX_VALUE
                        + ") FROM notice_waiting WHERE state = 'WAITING' AND is_held = 1")
                .mapTo(Long.class)
                .one();
    }

    static void told(Handle transaction, Outlet outlet, List<Long> numbers) {
        if (numbers.isEmpty()) return;
        transaction
                .createUpdate("DELETE FROM notice_waiting WHERE outlet = :outlet AND number IN (<numbers>)")
                .bind("outlet", outlet.name())
                .bindList("numbers", numbers)
                .execute();
    }

    static void expired(Handle transaction, Outlet outlet, List<Long> numbers) {
        if (numbers.isEmpty()) return;
        transaction
                .createUpdate(
                        "UPDATE notice_waiting SET state = 'EXPIRED' WHERE outlet = :outlet AND number IN (<numbers>)")
                .bind("outlet", outlet.name())
                .bindList("numbers", numbers)
                .execute();
    }
}
