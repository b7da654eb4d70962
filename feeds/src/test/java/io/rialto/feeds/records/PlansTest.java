package io.rialto.feeds.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.feeds.archive.PastFills;
import io.rialto.feeds.archive.PastMovements;
import io.rialto.feeds.archive.PastOrders;
import io.rialto.feeds.events.EventFilter;
import io.rialto.feeds.events.Events;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is asked often is found by an index, and comes out of it in order: nothing is scanned, nothing sorted. */
@Timeout(60)
class PlansTest {
    @TempDir
    private Path data;

    private static Map<String, String> hot() {
        Map<String, String> queries = new LinkedHashMap<>();
        queries.put(PastOrders.PAGE, "orders_of_account");
        queries.put(PastOrders.OPEN, "orders_open");
        queries.put(PastFills.OF_ACCOUNT, "fill_of_account");
        queries.put(PastFills.OF_ORDER, "fill_of_order");
        queries.put(PastMovements.OF_ACCOUNT, "movement_of_account");
        Map<EventFilter, List<String>> events = new LinkedHashMap<>();
        events.put(filter(120, 0, 0, 0, ""), List.of("event_by_type"));
        events.put(filter(0, 101, 0, 0, ""), List.of("event_by_account", "event_by_other_account"));
        events.put(filter(0, 0, 7, 0, ""), List.of("event_by_order", "event_by_other_order"));
        events.put(filter(0, 0, 0, 1, ""), List.of("event_by_instrument"));
        events.put(filter(0, 0, 0, 0, "one"), List.of("event_by_correlation"));
        events.forEach((filter, indexes) -> {
            for (int i = 0; i < indexes.size(); i++) {
                String arm = Events.arms(filter).get(i);
                queries.put(Events.statement(arm, true), indexes.get(i));
                queries.put(Events.statement(arm, false), indexes.get(i));
            }
        });
        return queries;
    }

    @ParameterizedTest
    @EnumSource
    void everyHotQuestionUsesItsIndex(TestDatabase kind) throws Exception {
        try (RecordStore store = kind.store(data).migrate()) {
            hot().forEach((query, index) -> assertThat(plan(store, query))
                    .as(query)
                    .contains(index)
                    .doesNotContain("SCAN ")
                    .doesNotContain("Seq Scan")
                    .doesNotContain("TEMP B-TREE")
                    .doesNotContain("Sort"));
            assertThat(plan(store, PastOrders.ONE)).containsAnyOf("INTEGER PRIMARY KEY", "orders_pkey");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aQuestionWithoutAnIndexIsSeenToScan(TestDatabase kind) throws Exception {
        try (RecordStore store = kind.store(data).migrate()) {
            assertThat(plan(store, "SELECT * FROM orders WHERE version = 1 ORDER BY list"))
                    .containsAnyOf("SCAN ", "Seq Scan");
        }
    }

    private static EventFilter filter(int type, int account, long order, int instrument, String correlation) {
        EventFilter all = EventFilter.ALL;
        return new EventFilter(
                type, account, order, instrument, correlation, all.fromNanos(), all.toNanos(), all.asOf());
    }

    /** With numbers in place of names; an empty PostgreSQL would rather scan, so it is told what scanning costs. */
    private static String plan(RecordStore store, String query) {
        boolean isEmbedded = store.database().isEmbedded();
        String asked = query.replaceAll(":correlation", "'one'").replaceAll(":[a-zA-Z]+", "1");
        return store.ask(handle -> {
            if (!isEmbedded) {
                for (String way : List.of("seqscan", "bitmapscan", "sort", "incremental_sort")) {
                    boolean isScan = way.contains("scan");
                    if (isScan || query.contains("LIMIT")) handle.execute("SET enable_" + way + " = off");
                }
            }
            return String.join(
                    "\n",
                    handle.createQuery((isEmbedded ? "EXPLAIN QUERY PLAN " : "EXPLAIN ") + asked)
                            .map((row, context) -> row.getString(isEmbedded ? "detail" : "QUERY PLAN"))
                            .list());
        });
    }
}
