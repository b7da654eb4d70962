package io.rialto.feeds.archive;

import io.rialto.feeds.past.Grid;
import io.rialto.feeds.portfolio.EquityPoint;
import io.rialto.feeds.records.RecordStore;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;

/** What accounts were worth at full hours, all there ever were. Threading: any. Errors: {@link io.rialto.feeds.records.RecordsAway}. */
public final class PastCurve {
    private static final String CHANGED =
            "(SELECT e.time_nanos FROM event e WHERE e.sequence <= q.sequence" + " ORDER BY e.sequence DESC LIMIT 1)";

    private static final String FIRST =
            "SELECT " + CHANGED + " FROM equity q WHERE q.account = :account ORDER BY q.time_nanos LIMIT 1";

    /**
     * The points of a stretch, the one before it and the one behind; hours at which nothing had changed have none. A point stands where
     * history came to an hour again, and says what was so since the last event before it.
     */
    public static final String STRETCH = "SELECT " + CHANGED + ", sequence, equity, price, fees, funding, transfers"
            + " FROM equity q WHERE account = :account"
            + " AND time_nanos >= COALESCE((SELECT MAX(time_nanos) FROM equity"
            + " WHERE account = :account AND time_nanos <= :first), :first)"
            + " AND time_nanos <= COALESCE((SELECT MIN(time_nanos) FROM equity"
            + " WHERE account = :account AND time_nanos > :last), :last) ORDER BY time_nanos";

    /** The newest of those that changed something, as they were told. */
    public static final String CHANGES = "SELECT time_nanos, sequence, equity, price, fees, funding, transfers"
            + " FROM equity WHERE account = :account AND time_nanos >= :from AND time_nanos < :before"
            + " ORDER BY time_nanos DESC LIMIT :rows";

    private final RecordStore store;

    public PastCurve(RecordStore store) {
        this.store = store;
    }

    /** From when on it was worth something at full hours; empty for never. */
    public OptionalLong firstNanos(int account) {
        return store.ask(handle -> handle.createQuery(FIRST)
                .bind("account", account)
                .mapTo(Long.class)
                .findOne()
                .map(changed -> OptionalLong.of(Grid.HOUR.end(changed)))
                .orElse(OptionalLong.empty()));
    }

    /** @param moments full hours, oldest first, none before the first point */
    public List<EquityPoint> at(int account, List<Long> moments) {
        if (moments.isEmpty()) return List.of();
        List<EquityPoint> changes = store.ask(handle -> handle.createQuery(STRETCH)
                .bind("account", account)
                .bind("first", moments.get(0))
                .bind("last", moments.get(moments.size() - 1))
                .map((row, context) -> point(row, Grid.HOUR.end(row.getLong(1))))
                .list());
        List<EquityPoint> points = new ArrayList<>();
        int next = 0;
        for (long moment : moments) {
            while (next < changes.size() && changes.get(next).timeNanos() <= moment) next++;
            if (next > 0) points.add(changes.get(next - 1).at(moment));
        }
        return points;
    }

    /** The points of a stretch, oldest first, the newest where there are more. */
    List<EquityPoint> changes(int account, long from, long before, int most) {
        List<EquityPoint> points = new ArrayList<>(store.ask(handle -> handle.createQuery(CHANGES)
                .bind("account", account)
                .bind("from", from)
                .bind("before", before)
                .bind("rows", most)
                .map((row, context) -> point(row, row.getLong(1)))
                .list()));
        Collections.reverse(points);
        return points;
    }

    private static EquityPoint point(ResultSet row, long timeNanos) throws SQLException {
        return new EquityPoint(
                timeNanos,
                row.getLong(2),
                new BigInteger(row.getString(3)),
                new BigInteger(row.getString(4)),
                new BigInteger(row.getString(5)),
                new BigInteger(row.getString(6)),
                new BigInteger(row.getString(7)));
    }
}
