package io.rialto.feeds.database;

import java.sql.SQLException;
import java.util.Set;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Tells a database that cannot be reached for a while from one that was reached and says no: waiting helps against the first
 * alone.
 */
public final class Outage {
    /** Connections, a server that ends or begins, too many at once, a lock that another holds. */
    private static final Set<String> STATES = Set.of("08", "57", "40");

    private static final Set<String> WHOLE_STATES = Set.of("53300", "55P03");
    private static final Set<Integer> CODES = Set.of(
            SQLiteErrorCode.SQLITE_BUSY.code,
            SQLiteErrorCode.SQLITE_LOCKED.code,
            SQLiteErrorCode.SQLITE_INTERRUPT.code,
            SQLiteErrorCode.SQLITE_PROTOCOL.code);
    private static final int PRIMARY = 0xff;

    private Outage() {}

    /** Whether it may pass by itself. What no database said does not. */
    public static boolean isCauseOf(Throwable fault) {
        SQLException deepest = null;
        for (Throwable each = fault; each != null; each = each.getCause()) {
            if (each instanceof SQLException) deepest = (SQLException) each;
        }
        if (deepest == null) return false;
        if (deepest instanceof SQLiteException) return CODES.contains(deepest.getErrorCode() & PRIMARY);
        String state = deepest.getSQLState();
        if (state == null || state.length() < 2) return true; // of the pool: nobody answered in time
        return STATES.contains(state.substring(0, 2)) || WHOLE_STATES.contains(state);
    }
}
