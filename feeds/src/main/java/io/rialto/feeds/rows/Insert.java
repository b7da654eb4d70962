package io.rialto.feeds.rows;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;

/** Rows of one table on their way in, column by column. One thread, within one transaction. */
public final class Insert implements AutoCloseable {
    private static final int ROWS_AT_ONCE = 1_000;

    private final PreparedStatement statement;
    private final int columns;
    private int column;
    private int rows;

    /** @param key columns by which a row takes the place of the one before; empty where rows only ever come */
    public Insert(Connection connection, String table, String columnNames, String key) throws SQLException {
        String[] names = columnNames.split(", ", -1);
        columns = names.length;
        String places = String.join(", ", Collections.nCopies(columns, "?"));
        StringBuilder text =
                new StringBuilder("INSERT INTO " + table + " (" + columnNames + ") VALUES (" + places + ")");
        if (!key.isEmpty()) {
            text.append(" ON CONFLICT (").append(key).append(") DO UPDATE SET ");
            for (int i = 0; i < columns; i++) {
                text.append(i == 0 ? "" : ", ")
                        .append(names[i])
                        .append(" = excluded.")
                        .append(names[i]);
            }
        }
        statement = connection.prepareStatement(text.toString());
    }

    public Insert of(long number) throws SQLException {
        statement.setLong(++column, number);
        return this;
    }

    public Insert of(int number) throws SQLException {
        statement.setInt(++column, number);
        return this;
    }

    public Insert of(String text) throws SQLException {
        statement.setString(++column, text);
        return this;
    }

    public Insert of(Enum<?> name) throws SQLException {
        return of(name.name());
    }

    public Insert of(boolean truth) throws SQLException {
        return of(truth ? 1 : 0);
    }

    /** The row is whole. */
    public void row() throws SQLException {
        if (column != columns)
            throw new IllegalStateException("a row must have " + columns + " columns: had " + column);
        column = 0;
        statement.addBatch();
        if (++rows % ROWS_AT_ONCE == 0) statement.executeBatch();
    }

    /** Sends what was not sent yet. */
    @Override
    public void close() throws SQLException {
        try (statement) {
            if (rows % ROWS_AT_ONCE != 0) statement.executeBatch();
        }
    }
}
