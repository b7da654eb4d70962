package io.rialto.feeds.archive;

import io.rialto.feeds.fills.Fill;
import io.rialto.feeds.fills.Liquidity;
import io.rialto.feeds.position.Page;
import io.rialto.feeds.records.RecordStore;
import io.rialto.protocol.Side;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Every fill there ever was. Threading: any. Errors: {@link io.rialto.feeds.records.RecordsAway}. */
public final class PastFills {
    private static final String COLUMNS =
            "number, trade, order_number, account, instrument, side, liquidity, price_ticks,"
                    + " quantity_lots, notional_minor, fee_minor, fee_asset, time_nanos, sequence";

    /** An account's fills, newest first. */
    public static final String OF_ACCOUNT = "SELECT " + COLUMNS
            + " FROM fill WHERE account = :account AND number < :cursor ORDER BY number DESC LIMIT :rows";

    /** An order's fills, newest first. */
    public static final String OF_ORDER = "SELECT " + COLUMNS
            + " FROM fill WHERE order_number = :order AND number < :cursor ORDER BY number DESC LIMIT :rows";

    private final RecordStore store;

    public PastFills(RecordStore store) {
        this.store = store;
    }

    /** Newest first. @param instrument 0 for every one */
    public Page<Fill> ofAccount(int account, int instrument, long cursor, int limit) {
        return page(handle -> handle.createQuery(OF_ACCOUNT).bind("account", account), instrument, cursor, limit);
    }

    /** Newest first. */
    public Page<Fill> ofOrder(long order, long cursor, int limit) {
        return page(handle -> handle.createQuery(OF_ORDER).bind("order", order), 0, cursor, limit);
    }

    private Page<Fill> page(Function<Handle, Query> whose, int instrument, long cursor, int limit) {
        Page.checkLimit(limit);
        return store.ask(handle -> Lines.page(
                whose.apply(handle).bind("cursor", cursor),
                PastFills::fill,
                fill -> instrument == 0 || fill.instrument() == instrument,
                instrument == 0,
                Fill::number,
                limit,
                RecordStore.sequence(handle)));
    }

    private static Fill fill(ResultSet row) throws SQLException {
        return new Fill(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                row.getInt(4),
                row.getInt(5),
                Side.valueOf(row.getString(6)),
                Liquidity.valueOf(row.getString(7)),
                row.getLong(8),
                row.getLong(9),
                row.getLong(10),
                row.getLong(11),
                row.getInt(12),
                row.getLong(13),
                row.getLong(14));
    }
}
