package io.rialto.gateway.pricealerts;

import io.rialto.gateway.control.ControlDatabase;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * All price alerts: in the control database, and in memory as they stand after the last trade that was told.
 *
 * <p>Thread-safe. A change by a reader is on disk when its method returns; what trades change is written by who tells them, in the
 * transaction in which he remembers how far he is, and read again when that fails.
 */
public final class PriceAlerts {
    private final Jdbi sql;
    private final int most;
    private final Map<String, Map<Integer, PriceAlert>> bySymbol = new HashMap<>();

    /** @param most of one reader */
    public PriceAlerts(ControlDatabase control, int most) {
        this.sql = control.sql();
        this.most = most;
        reload();
    }

    /** As the database has them. */
    public synchronized void reload() {
        bySymbol.clear();
        sql.withHandle(handle -> handle.createQuery("SELECT * FROM price_alert")
                        .map((row, context) -> alert(row))
                        .list())
                .forEach(this::put);
    }

    private void put(PriceAlert alert) {
        bySymbol.computeIfAbsent(alert.symbol(), any -> new TreeMap<>()).put(alert.id(), alert);
    }

    /** Those that a trade changes, as they stand after it; it is remembered. */
    public synchronized List<PriceAlert> traded(String symbol, BigDecimal price, long sequence) {
        Map<Integer, PriceAlert> all = bySymbol.get(symbol);
        if (all == null) return List.of();
        List<PriceAlert> changed = new ArrayList<>();
        for (PriceAlert each : all.values()) {
            PriceAlert after = each.after(price, sequence);
            if (after != each) changed.add(after);
        }
        changed.forEach(this::put);
        return changed;
    }

    /** Whether a trade would trigger any of them; nothing is remembered. */
    public synchronized boolean isTriggeredBy(String symbol, BigDecimal price, long sequence) {
        return bySymbol.getOrDefault(symbol, Map.of()).values().stream()
                .anyMatch(each -> each.isTriggeredBy(price, sequence));
    }

    /** Whether anybody waits for any price. */
    public synchronized boolean isAnyWatched() {
        return !bySymbol.isEmpty();
    }

    /** Whether anybody waits for a price of that market. */
    public synchronized boolean isWatched(String symbol) {
        return bySymbol.containsKey(symbol);
    }

    /** What trades changed, within the caller's transaction; who took his alert back meanwhile keeps it so. */
    public static void write(Handle transaction, Collection<PriceAlert> changed) {
        for (PriceAlert each : changed) {
            transaction
                    .createUpdate("UPDATE price_alert SET is_armed = :armed, is_active = :active, times = :times,"
                            + " triggered_sequence = :triggered WHERE id = :id")
                    .bind("armed", each.isArmed() ? 1 : 0)
                    .bind("active", each.isActive() ? 1 : 0)
                    .bind("times", each.times())
                    .bind("triggered", each.triggeredSequence())
                    .bind("id", each.id())
                    .execute();
        }
    }

    synchronized List<PriceAlert> of(int reader) {
        return bySymbol.values().stream()
                .flatMap(all -> all.values().stream())
                .filter(each -> each.reader() == reader)
                .sorted(Comparator.comparingInt(PriceAlert::id))
                .toList();
    }

    /** @param made by its id */
    synchronized PriceAlert add(int reader, IntFunction<PriceAlert> made) {
        if (of(reader).size() >= most) {
            String rule = "a reader has at most " + most + " price alerts: take one back";
            throw Problem.of(ProblemCode.TOO_MANY_SUBSCRIPTIONS, rule);
        }
        PriceAlert alert = sql.inTransaction(handle -> {
            PriceAlert fresh = made.apply(ControlDatabase.nextNumber(handle, "price_alert"));
            insert(handle, fresh);
            return fresh;
        });
        put(alert);
        return alert;
    }

    private static void insert(Handle handle, PriceAlert alert) {
        handle.createUpdate("INSERT INTO price_alert (id, reader, symbol, direction, price, is_repeated, is_armed,"
                        + " is_active, times, created_sequence, triggered_sequence, created_millis) VALUES (:id, :reader,"
                        + " :symbol, :direction, :price, :repeated, :armed, 1, 0, :sequence, 0, :millis)")
                .bind("id", alert.id())
                .bind("reader", alert.reader())
                .bind("symbol", alert.symbol())
                .bind("direction", alert.direction().name())
                .bind("price", alert.price().toPlainString())
                .bind("repeated", alert.isRepeated() ? 1 : 0)
                .bind("armed", alert.isArmed() ? 1 : 0)
                .bind("sequence", alert.createdSequence())
                .bind("millis", alert.createdMillis())
                .execute();
    }

    /** @return those that were taken back */
    synchronized List<PriceAlert> remove(int reader, Optional<Integer> id) {
        List<PriceAlert> gone = of(reader).stream()
                .filter(each -> id.isEmpty() || id.get() == each.id())
                .toList();
        sql.useTransaction(
                handle -> gone.forEach(each -> handle.execute("DELETE FROM price_alert WHERE id = ?", each.id())));
        gone.forEach(each -> bySymbol.get(each.symbol()).remove(each.id()));
        bySymbol.values().removeIf(Map::isEmpty);
        return gone;
    }

    private static PriceAlert alert(ResultSet row) throws SQLException {
        return new PriceAlert(
                row.getInt("id"),
                row.getInt("reader"),
                row.getString("symbol"),
                PriceAlert.Direction.valueOf(row.getString("direction")),
                new BigDecimal(row.getString("price")),
                row.getInt("is_repeated") == 1,
                row.getInt("is_armed") == 1,
                row.getInt("is_active") == 1,
                row.getInt("times"),
                row.getLong("created_sequence"),
                row.getLong("triggered_sequence"),
                row.getLong("created_millis"));
    }
}
