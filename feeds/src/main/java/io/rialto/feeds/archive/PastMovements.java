package io.rialto.feeds.archive;

import io.rialto.feeds.position.Page;
import io.rialto.feeds.records.RecordStore;
import io.rialto.feeds.statements.Movement;
import io.rialto.feeds.statements.MovementKind;
import io.rialto.feeds.statements.Period;
import io.rialto.feeds.statements.Purse;
import io.rialto.feeds.statements.Statement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Every movement of money there ever was. Threading: any. Errors: {@link io.rialto.feeds.records.RecordsAway}. */
public final class PastMovements {
    /** An account's movements, newest first. */
    public static final String OF_ACCOUNT = "SELECT number, account, asset, purse, kind, amount_minor, after_minor,"
            + " reference, time_nanos, sequence FROM movement WHERE account = :account AND number < :cursor"
            + " AND sequence > :after AND sequence <= :to AND time_nanos >= :from AND time_nanos < :before"
            + " ORDER BY number DESC LIMIT :rows";

    private static final String IS_INSIDE =
            "sequence > :after AND time_nanos >= :from AND sequence <= :to AND time_nanos < :before";

    /** By balance and kind what moved in a period, and what all that moved up to its end comes to. */
    public static final String STATEMENT = "SELECT asset, purse, kind,"
            + " SUM(CASE WHEN " + IS_INSIDE + " THEN amount_minor ELSE 0 END) AS moved,"
            + " SUM(CASE WHEN " + IS_INSIDE + " THEN 1 ELSE 0 END) AS times,"
            + " SUM(CASE WHEN sequence <= :to AND time_nanos < :before THEN amount_minor ELSE 0 END) AS closing"
            + " FROM movement WHERE account = :account AND sequence <= :seen GROUP BY asset, purse, kind";

    private final RecordStore store;

    /** A balance of an account. */
    private record Balance(int asset, Purse purse) {}

    /** What moved one of them for one reason. */
    private record Moved(Balance balance, MovementKind kind, long minor, long times, long closingMinor) {}

    public PastMovements(RecordStore store) {
        this.store = store;
    }

    /** Newest first. @param asset 0 for every one */
    public Page<Movement> ofAccount(int account, int asset, Period period, long cursor, int limit) {
        Page.checkLimit(limit);
        return store.ask(handle -> Lines.page(
                handle.createQuery(OF_ACCOUNT)
                        .bind("account", account)
                        .bind("cursor", cursor)
                        .bind("after", period.afterSequence())
                        .bind("to", period.toSequence())
                        .bind("from", period.fromNanos())
                        .bind("before", period.toNanos()),
                PastMovements::movement,
                movement -> asset == 0 || movement.asset() == asset,
                asset == 0,
                Movement::number,
                limit,
                RecordStore.sequence(handle)));
    }

    /** Of all balances that the account ever had, each counted from nothing on. */
    public Statement statement(int account, Period period) {
        return store.ask(handle -> {
            long seen = RecordStore.sequence(handle);
            List<Moved> all = handle.createQuery(STATEMENT)
                    .bind("account", account)
                    .bind("seen", seen)
                    .bind("after", period.afterSequence())
                    .bind("to", period.toSequence())
                    .bind("from", period.fromNanos())
                    .bind("before", period.toNanos())
                    .map((row, context) -> moved(row))
                    .list();
            return new Statement(account, lines(all), true, seen);
        });
    }

    private static Moved moved(ResultSet row) throws SQLException {
        return new Moved(
                new Balance(row.getInt(1), Purse.valueOf(row.getString(2))),
                MovementKind.valueOf(row.getString(3)),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6));
    }

    private static List<Statement.Line> lines(List<Moved> all) {
        Comparator<Balance> order = Comparator.comparingInt(Balance::asset).thenComparing(Balance::purse);
        Map<Balance, List<Moved>> byBalance = all.stream()
                .collect(Collectors.groupingBy(Moved::balance, () -> new TreeMap<>(order), Collectors.toList()));
        List<Statement.Line> lines = new ArrayList<>();
        byBalance.forEach((balance, kinds) -> {
            Map<MovementKind, Long> moved = kinds.stream()
                    .filter(each -> each.times() > 0)
                    .collect(Collectors.toMap(Moved::kind, Moved::minor));
            long closing = kinds.stream().mapToLong(Moved::closingMinor).sum();
            long inside = kinds.stream().mapToLong(Moved::minor).sum();
            long times = kinds.stream().mapToLong(Moved::times).sum();
            lines.add(new Statement.Line(balance.asset(), balance.purse(), closing - inside, moved, closing, times));
        });
        return lines;
    }

    private static Movement movement(ResultSet row) throws SQLException {
        return new Movement(
                row.getLong(1),
                row.getInt(2),
                row.getInt(3),
                Purse.valueOf(row.getString(4)),
                MovementKind.valueOf(row.getString(5)),
                row.getLong(6),
                row.getLong(7),
                row.getLong(8),
                row.getLong(9),
                row.getLong(10));
    }
}
