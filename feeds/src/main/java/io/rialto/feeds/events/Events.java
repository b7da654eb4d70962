package io.rialto.feeds.events;

import io.rialto.feeds.position.Page;
import io.rialto.feeds.records.RecordStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Questions to the event index. The most telling condition is looked up by its index, the others are asked of each row
 * found, of a bounded number of them.
 *
 * <p>Threading: any. Errors: {@link io.rialto.feeds.records.RecordsAway}; {@link IllegalArgumentException} for a limit out
 * of range.
 */
public final class Events {
    private static final String COLUMNS = "sequence, place, time_nanos, type, account, other_account, order_number,"
            + " other_order, instrument, correlation";
    private static final int PLACE_BITS = 13; // a frame has at most 4,096 events
    private static final Comparator<EventRow> OLDEST_FIRST =
            Comparator.comparingLong(EventRow::sequence).thenComparingInt(EventRow::place);

    private final RecordStore store;

    public Events(RecordStore store) {
        this.store = store;
    }

    /**
     * Events that match.
     *
     * @param cursor 0 for the first page, or the cursor of a page before, of the same question
     */
    public Page<EventRow> page(EventFilter filter, boolean isNewestFirst, long cursor, int limit) {
        Page.checkLimit(limit);
        return store.ask(handle -> {
            long sequence = RecordStore.sequence(handle);
            Span span = span(handle, filter, sequence).behind(cursor, isNewestFirst);
            int most = filter.conditions() < 2 ? limit + 1 : Page.MAX_SCANNED;
            List<EventRow> rows = new ArrayList<>();
            for (String arm : arms(filter)) rows.addAll(rows(handle, arm, filter, span, isNewestFirst, most));
            rows.sort(isNewestFirst ? OLDEST_FIRST.reversed() : OLDEST_FIRST);
            return page(filter, rows, most, limit, sequence);
        });
    }

    /** Places from one up to and with another. */
    private record Span(long from, long to) {
        Span behind(long cursor, boolean isNewestFirst) {
            if (cursor == 0) return this;
            return isNewestFirst ? new Span(from, Math.min(to, cursor - 1)) : new Span(Math.max(from, cursor + 1), to);
        }
    }

    /** The statement that asks for one condition, as the planner is given it. */
    public static String statement(String arm, boolean isNewestFirst) {
        String direction = isNewestFirst ? " DESC" : "";
        return "SELECT " + COLUMNS + " FROM event WHERE " + arm + "(sequence, place) >= (:fromSequence, :fromPlace)"
                + " AND (sequence, place) <= (:toSequence, :toPlace) ORDER BY sequence" + direction + ", place"
                + direction + " LIMIT :rows";
    }

    /** One, or two where either of two columns may name what is looked for. */
    public static List<String> arms(EventFilter filter) {
        if (!filter.correlation().isEmpty()) return List.of("correlation = :correlation AND correlation <> '' AND ");
        if (filter.order() != 0) {
            return List.of(
                    "order_number = :order AND order_number <> 0 AND ",
                    "other_order = :order AND other_order <> 0 AND ");
        }
        if (filter.account() != 0) {
            return List.of(
                    "account = :account AND account <> 0 AND ", "other_account = :account AND other_account <> 0 AND ");
        }
        if (filter.instrument() != 0) return List.of("instrument = :instrument AND instrument <> 0 AND ");
        return List.of(filter.type() == 0 ? "" : "type = :type AND ");
    }

    private static List<EventRow> rows(
            Handle handle, String arm, EventFilter filter, Span span, boolean isNewestFirst, int most) {
        Query query = handle.createQuery(statement(arm, isNewestFirst))
                .bind("fromSequence", span.from >> PLACE_BITS)
                .bind("fromPlace", (int) (span.from & (1 << PLACE_BITS) - 1))
                .bind("toSequence", span.to >> PLACE_BITS)
                .bind("toPlace", (int) (span.to & (1 << PLACE_BITS) - 1))
                .bind("rows", most);
        if (arm.contains(":correlation")) query.bind("correlation", filter.correlation());
        if (arm.contains(":order")) query.bind("order", filter.order());
        if (arm.contains(":account")) query.bind("account", filter.account());
        if (arm.contains(":instrument")) query.bind("instrument", filter.instrument());
        if (arm.contains(":type")) query.bind("type", filter.type());
        return query.map((row, context) -> row(row)).list();
    }

    private static Page<EventRow> page(EventFilter filter, List<EventRow> sorted, int most, int limit, long sequence) {
        List<EventRow> items = new ArrayList<>();
        int looked = Math.min(sorted.size(), most);
        for (int i = 0; i < looked; i++) {
            EventRow row = sorted.get(i);
            boolean isSeen = i > 0 && OLDEST_FIRST.compare(row, sorted.get(i - 1)) == 0;
            if (!isSeen && filter.matches(row)) items.add(row);
            boolean isEnd = i == sorted.size() - 1 && sorted.size() < most;
            boolean isEnough = items.size() == limit || i == looked - 1;
            if (!isEnd && isEnough) return new Page<>(items, OptionalLong.of(cursor(row)), false, sequence);
        }
        return new Page<>(items, OptionalLong.empty(), false, sequence);
    }

    private static long cursor(EventRow row) {
        return row.sequence() << PLACE_BITS | row.place();
    }

    /** Journal time never falls, so a moment is a sequence. */
    private static Span span(Handle handle, EventFilter filter, long newest) {
        long from = filter.fromNanos() == Long.MIN_VALUE ? 0 : firstAt(handle, filter.fromNanos(), newest);
        long behind = filter.toNanos() == Long.MAX_VALUE ? newest + 1 : firstAt(handle, filter.toNanos(), newest);
        long end = Math.min(behind, Math.min(filter.asOf(), newest) + 1);
        return new Span(from << PLACE_BITS, (end << PLACE_BITS) - 1);
    }

    /** The first sequence from which on all is at that time or later. */
    private static long firstAt(Handle handle, long nanos, long newest) {
        long low = 1;
        long high = newest + 1;
        while (low < high) {
            long middle = (low + high) >>> 1;
            long time = handle.createQuery("SELECT time_nanos FROM event WHERE sequence >= :sequence"
                            + " ORDER BY sequence, place LIMIT 1")
                    .bind("sequence", middle)
                    .mapTo(Long.class)
                    .findOne()
                    .orElse(Long.MAX_VALUE);
            if (time >= nanos) high = middle;
            else low = middle + 1;
        }
        return low;
    }

    private static EventRow row(ResultSet row) throws SQLException {
        return new EventRow(
                row.getLong(1),
                row.getInt(2),
                row.getLong(3),
                row.getInt(4),
                row.getInt(5),
                row.getInt(6),
                row.getLong(7),
                row.getLong(8),
                row.getInt(9),
                row.getString(10));
    }
}
