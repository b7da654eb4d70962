package io.rialto.gateway.access;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The control store: what must never enter the journal, in an embedded database. API keys with sealed secrets, and the
 * names of accounts.
 *
 * <p>Thread-safe; every change is on disk when its method returns.
 */
final class ControlStore implements AutoCloseable {
    private final HikariDataSource pool;
    private final Jdbi sql;

    private ControlStore(HikariDataSource pool) {
        this.pool = pool;
        this.sql = Jdbi.create(pool);
    }

    static ControlStore open(Path file) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("control");
        config.setJdbcUrl("jdbc:sqlite:" + file);
        config.addDataSourceProperty("journal_mode", "WAL");
        config.addDataSourceProperty("synchronous", "FULL");
        config.addDataSourceProperty("busy_timeout", "5000");
        config.addDataSourceProperty("foreign_keys", "true");
        config.setMaximumPoolSize(2);
        HikariDataSource pool = new HikariDataSource(config);
        Flyway.configure()
                .dataSource(pool)
                .locations("classpath:control")
                .load()
                .migrate();
        return new ControlStore(pool);
    }

    /** A key with its secret still sealed, and the request that made it, if one did. Its number is counted from 1. */
    record Row(
            int number,
            String id,
            int account,
            String label,
            Set<Scope> scopes,
            byte[] sealed,
            long createdMillis,
            byte[] requestKey,
            byte[] bodyHash) {

        boolean wasMadeBy(byte[] hash) {
            return Arrays.equals(bodyHash, hash);
        }
    }

    List<Row> keys() {
        return sql.withHandle(
                handle -> handle.createQuery("SELECT rowid AS number, * FROM api_key ORDER BY created_millis, id")
                        .map((row, context) -> row(row))
                        .list());
    }

    Optional<Row> keyMadeBy(byte[] requestKey) {
        return sql.withHandle(
                handle -> handle.createQuery("SELECT rowid AS number, * FROM api_key WHERE request_key = :requestKey")
                        .bind("requestKey", requestKey)
                        .map((row, context) -> row(row))
                        .findOne());
    }

    /** The key as it is kept: with its number. */
    Row insert(Row key) {
        sql.useHandle(handle -> insert(handle, key));
        return keys().stream()
                .filter(row -> row.id().equals(key.id()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a key must be kept: key=" + key.id()));
    }

    private static void insert(Handle handle, Row key) {
        handle.createUpdate(
                        "INSERT INTO api_key (id, account, label, scopes, sealed_secret, created_millis, request_key,"
                                + " body_hash) VALUES (:id, :account, :label, :scopes, :sealed, :created, :requestKey,"
                                + " :bodyHash)")
                .bind("id", key.id())
                .bind("account", key.account())
                .bind("label", key.label())
                .bind("scopes", key.scopes().stream().map(Scope::name).sorted().collect(Collectors.joining(",")))
                .bind("sealed", key.sealed())
                .bind("created", key.createdMillis())
                .bind("requestKey", key.requestKey())
                .bind("bodyHash", key.bodyHash())
                .execute();
    }

    /** Told again, the name stays what it was first. */
    void nameAccount(int account, String name) {
        sql.useHandle(handle -> handle.createUpdate("INSERT INTO account_name (account, name) VALUES (:account, :name)"
                        + " ON CONFLICT (account) DO NOTHING")
                .bind("account", account)
                .bind("name", name)
                .execute());
    }

    /** Firms are counted from 1 in the order in which they are named first. */
    int firmNumber(String name) {
        return sql.inTransaction(handle -> {
            Optional<Integer> known = handle.createQuery("SELECT number FROM firm WHERE name = :name")
                    .bind("name", name)
                    .mapTo(Integer.class)
                    .findOne();
            if (known.isPresent()) return known.get();
            int next = handle.createQuery("SELECT COALESCE(MAX(number), 0) + 1 FROM firm")
                    .mapTo(Integer.class)
                    .one();
            handle.execute("INSERT INTO firm (number, name) VALUES (?, ?)", next, name);
            return next;
        });
    }

    Map<Integer, String> firmNames() {
        return names("SELECT number, name FROM firm");
    }

    Map<Integer, String> accountNames() {
        return names("SELECT account, name FROM account_name");
    }

    private Map<Integer, String> names(String query) {
        return sql.withHandle(handle -> handle.createQuery(query)
                .map((row, context) -> Map.entry(row.getInt(1), row.getString("name")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new)));
    }

    private static Row row(ResultSet row) throws SQLException {
        Set<Scope> scopes = Arrays.stream(row.getString("scopes").split(","))
                .map(Scope::valueOf)
                .collect(Collectors.toUnmodifiableSet());
        return new Row(
                row.getInt("number"),
                row.getString("id"),
                row.getInt("account"),
                row.getString("label"),
                scopes,
                row.getBytes("sealed_secret"),
                row.getLong("created_millis"),
                row.getBytes("request_key"),
                row.getBytes("body_hash"));
    }

    @Override
    public void close() {
        pool.close();
    }
}
