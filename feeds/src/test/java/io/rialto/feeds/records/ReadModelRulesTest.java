package io.rialto.feeds.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.feeds.archive.PastFills;
import io.rialto.feeds.archive.PastMovements;
import io.rialto.feeds.archive.PastOrders;
import io.rialto.feeds.database.DatabaseAddress;
import io.rialto.feeds.events.EventFilter;
import io.rialto.feeds.events.EventIndexer;
import io.rialto.feeds.events.EventRow;
import io.rialto.feeds.events.Events;
import io.rialto.feeds.fills.Fill;
import io.rialto.feeds.orders.OrderFilter;
import io.rialto.feeds.orders.OrderView;
import io.rialto.feeds.position.Page;
import io.rialto.feeds.statements.Movement;
import io.rialto.feeds.statements.Period;
import io.rialto.feeds.trading.SpecialTerms;
import io.rialto.journal.JournalReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every kind of command that the seeded flows draw, through a real journal into a real database. */
@Timeout(120)
class ReadModelRulesTest {
    private static final long OF_MANY_ORDERS = 38_948_522_247_558L;
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int COMMANDS = 400;
    private static final int SMALL_PAGE = 7;
    private static final int LAST_ACCOUNT = 110;

    @TempDir
    private Path data;

    @ParameterizedTest
    @EnumSource
    void aModelThatFollowedIsTheOneThatIsBuiltAnew(TestDatabase kind) throws Exception {
        Checksum.Sum built = builtAsFollowed(kind, OF_MANY_ORDERS);

        assertThat(built.rows().get("orders")).isPositive();
        assertThat(built.rows().get("event")).isGreaterThan(COMMANDS);
    }

    /** It may be one in which no order is accepted at all. */
    @ParameterizedTest
    @EnumSource
    void theSameOfAFreshFlow(TestDatabase kind) throws Exception {
        builtAsFollowed(kind, System.nanoTime());
    }

    private Checksum.Sum builtAsFollowed(TestDatabase kind, long seed) throws Exception {
        try (WrittenHistory history = new WrittenHistory(data.resolve("journal"));
                RecordStore live = kind.store(data);
                RecordStore anew = kind.store(data)) {
            try (Records records = new Records(kind.store(data)).follow(history.journal.tail(0))) {
                history.write(seed, COMMANDS, () -> {});
                assertThat(records.await(history.sequence(), LONG)).isTrue();
                Checksum.Sum followed = Checksum.of(records.store());
                Checksum.Sum built = Rebuild.of(history.directory, anew, Long.MAX_VALUE, (frames, read, total) -> {});

                assertThat(followed).as("seed " + seed).isEqualTo(built);
                assertThat(built.sequence()).isEqualTo(history.sequence());
            }
            Checksum.Sum halfway = Rebuild.of(history.directory, live, COMMANDS / 2, (frames, read, total) -> {});
            assertThat(halfway.sequence()).isEqualTo(COMMANDS / 2);
            Checksum.Sum whole = Checksum.of(anew);
            assertThat(halfway.sha256()).isNotEqualTo(whole.sha256());
            return whole;
        }
    }

    @ParameterizedTest
    @EnumSource
    void oneThatStoppedInTheMiddleGoesOnWhereItWasAndFramesThatComeAgainChangeNothing(TestDatabase kind)
            throws Exception {
        long seed = System.nanoTime();
        Path file = data.resolve("records.db");
        DatabaseAddress address = kind.create(data);
        try (WrittenHistory history = new WrittenHistory(data.resolve("journal"));
                RecordStore anew = kind.store(data)) {
            history.write(seed, COMMANDS, () -> {
                try (Records first = new Records(RecordStore.of(address, file)).follow(history.journal.tail(0))) {
                    assertThat(first.await(history.sequence(), LONG)).isTrue();
                } catch (IOException unusable) {
                    throw new UncheckedIOException(unusable);
                }
            });
            Checksum.Sum built = Rebuild.of(history.directory, anew, Long.MAX_VALUE, (frames, read, total) -> {});
            for (int again = 0; again < 2; again++) {
                try (Records second = new Records(RecordStore.of(address, file)).follow(history.journal.tail(0))) {
                    assertThat(second.await(history.sequence(), LONG)).isTrue();
                    assertThat(Checksum.of(second.store())).as("seed " + seed).isEqualTo(built);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatMemoryKnowsIsAnsweredTheSameFromRows(TestDatabase kind) throws Exception {
        long seed = System.nanoTime();
        try (WrittenHistory history = new WrittenHistory(data.resolve("journal"));
                RecordStore store = kind.store(data)) {
            history.write(seed, COMMANDS, () -> {});
            Rebuild.of(history.directory, store, Long.MAX_VALUE, (frames, read, total) -> {});
            PastOrders orders = new PastOrders(store);
            PastFills fills = new PastFills(store);
            PastMovements movements = new PastMovements(store);
            for (int account = 1; account < LAST_ACCOUNT; account++) {
                int whose = account;
                List<OrderView> known =
                        all(cursor -> history.feeds.orders().orders(whose, OrderFilter.ALL, cursor, SMALL_PAGE));
                assertThat(all(cursor -> orders.orders(whose, OrderFilter.ALL, cursor, SMALL_PAGE)))
                        .as("seed " + seed)
                        .usingElementComparator(Comparator.comparing(ReadModelRulesTest::withoutTrail))
                        .containsExactlyElementsOf(known);
                assertThat(orders.open(account))
                        .hasSameSizeAs(history.feeds.orders().open(account));
                List<Fill> filled = all(cursor -> history.feeds.orders().fillsOfAccount(whose, 0, cursor, SMALL_PAGE));
                assertThat(all(cursor -> fills.ofAccount(whose, 0, cursor, SMALL_PAGE)))
                        .isEqualTo(filled);
                List<Movement> moved =
                        all(cursor -> history.feeds.statements().movements(whose, 0, Period.ALL, cursor, SMALL_PAGE));
                assertThat(all(cursor -> movements.ofAccount(whose, 0, Period.ALL, cursor, SMALL_PAGE)))
                        .isEqualTo(moved);
            }
            assertThat(sums(store)).allMatch(sum -> sum == 0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyEventIsFoundByAllThatItNames(TestDatabase kind) throws Exception {
        long seed = System.nanoTime();
        try (WrittenHistory history = new WrittenHistory(data.resolve("journal"));
                RecordStore store = kind.store(data)) {
            history.write(seed, COMMANDS, () -> {});
            Rebuild.of(history.directory, store, Long.MAX_VALUE, (frames, read, total) -> {});
            Events events = new Events(store);
            List<EventRow> rows = new ArrayList<>();
            EventIndexer indexer = new EventIndexer();
            try (JournalReader reader = JournalReader.open(history.directory)) {
                while (reader.next()) indexer.read(reader.frame(), rows::add);
            }
            EventRow some = rows.get(rows.size() * 3 / 4);
            EventFilter all = EventFilter.ALL;
            for (EventFilter filter : List.of(
                    all,
                    with(all, some.type(), 0, 0, 0),
                    with(all, 0, some.account(), 0, 0),
                    with(all, 0, 0, some.order(), 0),
                    with(all, 0, 0, 0, some.instrument()),
                    with(all, some.type(), 101, 0, 1),
                    until(all, some.sequence() - 1),
                    between(all, rows.get(rows.size() / 4).timeNanos(), some.timeNanos()))) {
                List<EventRow> wanted = rows.stream()
                        .filter(row -> matches(filter, row))
                        .sorted(Comparator.comparingLong(EventRow::sequence).thenComparingInt(EventRow::place))
                        .toList();
                assertThat(walk(events, filter, false))
                        .as("seed " + seed + " " + filter)
                        .isEqualTo(wanted);
                List<EventRow> newestFirst = new ArrayList<>(wanted);
                Collections.reverse(newestFirst);
                assertThat(walk(events, filter, true))
                        .as("seed " + seed + " " + filter)
                        .isEqualTo(newestFirst);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void rowsOfAnotherHistoryAreNotGoneOnWith(TestDatabase kind) throws Exception {
        DatabaseAddress address = kind.create(data);
        Path file = data.resolve("records.db");
        try (WrittenHistory one = new WrittenHistory(data.resolve("one"));
                WrittenHistory other = new WrittenHistory(data.resolve("other"))) {
            one.write(1, COMMANDS, () -> {});
            other.write(2, COMMANDS, () -> {});
            try (RecordStore store = RecordStore.of(address, file)) {
                Rebuild.of(one.directory, store, COMMANDS / 2, (frames, read, total) -> {});
            }
            try (Records records = new Records(RecordStore.of(address, file)).follow(other.journal.tail(0))) {
                while (records.health().state() != Records.State.STOPPED) LockSupport.parkNanos(1_000_000);

                assertThat(records.health().fault()).contains("made from another history");
                assertThat(records.store().sequence()).isEqualTo(COMMANDS / 2);
            }
        }
    }

    private static EventFilter with(EventFilter of, int type, int account, long order, int instrument) {
        return new EventFilter(type, account, order, instrument, "", of.fromNanos(), of.toNanos(), of.asOf());
    }

    private static EventFilter until(EventFilter of, long sequence) {
        return new EventFilter(0, 0, 0, 0, "", of.fromNanos(), of.toNanos(), sequence);
    }

    private static EventFilter between(EventFilter of, long from, long to) {
        return new EventFilter(0, 0, 0, 0, "", from, to, of.asOf());
    }

    private static boolean matches(EventFilter filter, EventRow row) {
        return (filter.type() == 0 || filter.type() == row.type())
                && (filter.account() == 0
                        || filter.account() == row.account()
                        || filter.account() == row.otherAccount())
                && (filter.order() == 0 || filter.order() == row.order() || filter.order() == row.otherOrder())
                && (filter.instrument() == 0 || filter.instrument() == row.instrument())
                && row.timeNanos() >= filter.fromNanos()
                && row.timeNanos() < filter.toNanos()
                && row.sequence() <= filter.asOf();
    }

    private static List<EventRow> walk(Events events, EventFilter filter, boolean isNewestFirst) {
        List<EventRow> rows = new ArrayList<>();
        OptionalLong cursor = OptionalLong.of(0);
        while (cursor.isPresent()) {
            Page<EventRow> page = events.page(filter, isNewestFirst, cursor.getAsLong(), SMALL_PAGE * 5);
            rows.addAll(page.items());
            cursor = page.next();
        }
        return rows;
    }

    private static <T> List<T> all(LongFunction<Page<T>> pages) {
        List<T> items = new ArrayList<>();
        OptionalLong cursor = OptionalLong.of(Page.NEWEST);
        while (cursor.isPresent()) {
            Page<T> page = pages.apply(cursor.getAsLong());
            items.addAll(page.items());
            cursor = page.next();
        }
        return items;
    }

    /** Where a trailing stop's trigger stands follows from prices, and is no change of the order. */
    private static String withoutTrail(OrderView order) {
        if (!order.special().isTrailing()) return order.toString();
        SpecialTerms terms = order.special();
        return order.toString().replace(terms.toString(), terms.withTrigger(0).toString());
    }

    private static List<Long> sums(RecordStore store) {
        return store.ask(handle -> handle.createQuery(
                        "SELECT SUM(amount_minor) FROM movement WHERE purse <> 'OBLIGATION' GROUP BY asset")
                .mapTo(Long.class)
                .list());
    }
}
