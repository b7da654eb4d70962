package io.rialto.feeds.database;

import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/**
 * Indexes that make way for many rows at once: to sort them all at the end costs less than to find each one's place.
 *
 * <p>What each looked like is kept in the table {@code index_to_make} until it is there again, so that who breaks off leaves
 * nothing behind that the next start would not mend. Keys of tables stay.
 */
public final class Indexes {
    private static final String EMBEDDED =
            "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
                    + " AND tbl_name NOT LIKE 'flyway%'";
    private static final String POSTGRESQL = "SELECT i.indexname, i.indexdef FROM pg_indexes i"
            + " WHERE i.schemaname = current_schema() AND i.tablename NOT LIKE 'flyway%'"
            + " AND i.indexdef NOT LIKE 'CREATE UNIQUE%'";

    private Indexes() {}

    /** All of them make way. */
    public static void putOff(Handle handle, boolean isEmbedded) {
        handle.useTransaction(all -> {
            Map<String, String> found = pairs(all, isEmbedded ? EMBEDDED : POSTGRESQL);
            found.forEach((name, definition) -> {
                all.execute("INSERT INTO index_to_make (name, definition) VALUES (?, ?)", name, definition);
                all.execute("DROP INDEX " + name);
            });
        });
    }

    /** Those that made way are made again, each for good; how many. */
    public static int make(Handle handle) {
        Map<String, String> missing = pairs(handle, "SELECT name, definition FROM index_to_make");
        missing.forEach((name, definition) -> handle.useTransaction(one -> {
            one.execute(definition);
            one.execute("DELETE FROM index_to_make WHERE name = ?", name);
        }));
        return missing.size();
    }

    private static Map<String, String> pairs(Handle handle, String query) {
        Map<String, String> pairs = new TreeMap<>();
        handle.createQuery(query)
                .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
                .forEach(pair -> pairs.put(pair.getKey(), pair.getValue()));
        return pairs;
    }
}
