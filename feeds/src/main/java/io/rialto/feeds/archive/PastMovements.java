package io.rialto.feeds.archive;

import io.rialto.feeds.position.Page;
import io.rialto.feeds.records.RecordStore;
import io.rialto.feeds.statements.Movement;
import io.rialto.feeds.statements.MovementKind;
import io.rialto.feeds.statements.Period;
import io.rialto.feeds.statements.Purse;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Every movement of money there ever was. Threading: any. Errors: {@link io.rialto.feeds.records.RecordsAway}. */
public final class PastMovements {
    /** An account's movements, newest first. */
    public static final String OF_ACCOUNT = "SELECT number, account, asset, purse, kind, amount_minor, after_minor,"
            + " reference, time_nanos, sequence FROM movement WHERE account = :account AND number < :cursor"
            + " AND sequence > :after AND sequence <= :to AND time_nanos >= :from AND time_nanos < :before"
            + " ORDER BY number DESC LIMIT :rows";

    private final RecordStore store;

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
