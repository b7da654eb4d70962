package io.rialto.feeds.archive;

import io.rialto.feeds.fills.Fill;
import io.rialto.feeds.position.Page;
import io.rialto.feeds.records.RecordStore;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Accounts as rows know them. Threading: any. Errors: {@link io.rialto.feeds.records.RecordsAway}. */
public final class PastAccounts {
    public static final String ONE = "SELECT * FROM account WHERE number = :account";

    /** Where it stands, and what it was worth when the last full hour with a change ended. */
    public static final String POSITIONS = "SELECT * FROM position WHERE account = :account ORDER BY instrument";

    public static final String CURVE =
            "SELECT * FROM equity WHERE account = :account ORDER BY time_nanos DESC LIMIT :rows";

    /** What its open orders could still do, by market and side. */
    public static final String EXPOSURE = "SELECT instrument, side, COUNT(*) AS orders, SUM(remaining_lots) AS lots,"
            + " SUM(remaining_lots * working_price_ticks) AS worth FROM orders WHERE account = :account AND is_open = 1"
            + " GROUP BY instrument, side";

    private static final int HOURS = 31 * 24;
    private static final int FILLS = 1_000;

    private final RecordStore store;

    public PastAccounts(RecordStore store) {
        this.store = store;
    }

    public record Opened(int number, int firm, int tradeGroup, long openedNanos, long sequence) {}

    /** @param costMinor at average cost, in the quote asset */
    public record Held(int instrument, BigDecimal quantity, BigInteger costMinor, BigInteger realisedMinor) {}

    public record Worth(long timeNanos, BigInteger equity, BigInteger transfers) {}

    public record Exposed(int instrument, String side, int orders, long lots) {}

    /** What is asked to judge an account: where it stands, what may come, how it fared, what it did last. */
    public record Standing(List<Held> positions, List<Exposed> exposures, List<Worth> curve, List<Fill> fills) {}

    public Optional<Opened> account(int number) {
        return store.ask(handle -> handle.createQuery(ONE)
                .bind("account", number)
                .map((row, context) -> new Opened(
                        row.getInt("number"),
                        row.getInt("firm"),
                        row.getInt("trade_group"),
                        row.getLong("opened_nanos"),
                        row.getLong("sequence")))
                .findOne());
    }

    /** Its positions and what it was worth last. */
    public Standing portfolio(int account) {
        return store.ask(
                handle -> new Standing(positions(handle, account), List.of(), curve(handle, account, 1), List.of()));
    }

    public Standing standing(int account) {
        List<Fill> fills =
                new PastFills(store).ofAccount(account, 0, Page.NEWEST, FILLS).items();
        return store.ask(handle -> new Standing(
                positions(handle, account), exposures(handle, account), curve(handle, account, HOURS), fills));
    }

    private static List<Held> positions(Handle handle, int account) {
        return handle.createQuery(POSITIONS)
                .bind("account", account)
                .map((row, context) -> new Held(
                        row.getInt("instrument"),
                        new BigDecimal(row.getString("quantity")),
                        new BigInteger(row.getString("cost_minor")),
                        new BigInteger(row.getString("realised_minor"))))
                .list();
    }

    private static List<Worth> curve(Handle handle, int account, int points) {
        return handle.createQuery(CURVE)
                .bind("account", account)
                .bind("rows", points)
                .map((row, context) -> new Worth(
                        row.getLong("time_nanos"),
                        new BigInteger(row.getString("equity")),
                        new BigInteger(row.getString("transfers"))))
                .list();
    }

    private static List<Exposed> exposures(Handle handle, int account) {
        return handle.createQuery(EXPOSURE)
                .bind("account", account)
                .map((row, context) -> new Exposed(
                        row.getInt("instrument"), row.getString("side"), row.getInt("orders"), row.getLong("lots")))
                .list();
    }
}
