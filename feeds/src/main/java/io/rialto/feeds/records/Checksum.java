package io.rialto.feeds.records;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * SHA-256 over every row of every table, in the order of their keys: equal for equal rows, whichever database holds them.
 *
 * <p>Each column counts with its length, so that no two rows read alike. All is as of one moment, the writer goes on.
 */
public final class Checksum {
    private static final int ROWS_AT_ONCE = 1_000;
    private static final Map<String, String> KEYS = new LinkedHashMap<>();

    static {
        KEYS.put("record_position", "id");
        KEYS.put("account", "number");
        KEYS.put("orders", "number");
        KEYS.put("order_state", "order_number, sequence");
        KEYS.put("fill", "number");
        KEYS.put("movement", "number");
        KEYS.put("position", "account, instrument");
        KEYS.put("equity", "account, time_nanos");
        KEYS.put("event", "sequence, place");
    }

    private final Map<String, Long> rows = new LinkedHashMap<>();
    private final MessageDigest digest;

    private Checksum(MessageDigest digest) {
        this.digest = digest;
    }

    /** Rows of each table, and what all of them come to. @param sequence of the last frame in them */
    public record Sum(long sequence, Map<String, Long> rows, String sha256) {}

    public static Sum of(RecordStore store) {
        try {
            Checksum checksum = new Checksum(MessageDigest.getInstance("SHA-256"));
            return store.askAtOnce(handle -> checksum.all(handle.getConnection()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    private Sum all(Connection connection) throws SQLException {
        long sequence = 0;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT sequence FROM record_position")) {
            if (row.next()) sequence = row.getLong(1);
        }
        for (Map.Entry<String, String> table : KEYS.entrySet()) table(connection, table.getKey(), table.getValue());
        return new Sum(sequence, Map.copyOf(rows), HexFormat.of().formatHex(digest.digest()));
    }

    private void table(Connection connection, String table, String key) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(ROWS_AT_ONCE);
            long count = 0;
            try (ResultSet row = statement.executeQuery("SELECT * FROM " + table + " ORDER BY " + key)) {
                int columns = row.getMetaData().getColumnCount();
                while (row.next()) {
                    count++;
                    for (int i = 1; i <= columns; i++) add(row.getString(i));
                }
            }
            rows.put(table, count);
            add(table + count);
        }
    }

    private void add(String column) {
        byte[] bytes = String.valueOf(column).getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }
}
