package io.rialto.gateway.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.engine.simulation.DecidedFlow;
import io.rialto.feeds.Feeds;
import io.rialto.feeds.FeedsOptions;
import io.rialto.feeds.database.DatabaseAddress;
import io.rialto.feeds.orders.OrderFilter;
import io.rialto.feeds.position.Page;
import io.rialto.feeds.records.RecordStore;
import io.rialto.feeds.records.Records;
import io.rialto.feeds.statements.Period;
import io.rialto.gateway.archive.Archive;
import io.rialto.gateway.archive.WholeHistory;
import io.rialto.gateway.control.RealPostgres;
import io.rialto.gateway.settings.VenueConfig;
import io.rialto.journal.Durability;
import io.rialto.journal.Journal;
import io.rialto.journal.JournalOptions;
import io.rialto.journal.JournalReader;
import io.rialto.protocol.frame.FrameView;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Seeded flows through a real journal into a real database: asked between frames, the kept answer is the one that is read. */
@Timeout(120)
class KeptAnswersTest {
    private static final long OF_MANY_ORDERS = 38_948_522_247_558L;
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int COMMANDS = 240;
    private static final int ASKED_EVERY = 6;
    private static final int FIRST_ACCOUNT = 100;
    private static final int ACCOUNTS = 8;
    private static final int ROWS = 5;
    /** Memory lets go at once of nearly all. */
    private static final FeedsOptions LITTLE =
            new FeedsOptions(1, 2, 2, 0, 2, 2, true, Duration.ofSeconds(1), Duration.ofNanos(500_000));

    @TempDir
    private Path data;

    /** What was asked, and how often a kept answer was another than the one that was read. */
    private record Compared(int asked, int different, long hits) {}

    @Test
    void aKeptAnswerIsTheOneThatIsRead() throws Exception {
        Compared compared = play(OF_MANY_ORDERS, DatabaseAddress.EMBEDDED, Optional.empty());

        assertThat(compared.different).isZero();
        assertThat(compared.hits).isPositive();
    }

    /** It may be one of which memory keeps all, so that nothing is read at all. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theSameOfAFreshFlow(boolean isPostgres) throws Exception {
        long seed = System.nanoTime();
        Compared compared = play(seed, isPostgres ? postgres() : DatabaseAddress.EMBEDDED, Optional.empty());

        assertThat(compared.different).as("seed " + seed).isZero();
    }

    @Test
    void aCacheThatHearsOfNoFrameIsFoundOut() throws Exception {
        Compared compared = play(1, DatabaseAddress.EMBEDDED, Optional.of(account -> 0));

        assertThat(compared.different).isPositive();
    }

    private Compared play(long seed, DatabaseAddress database, Optional<IntToLongFunction> other) throws Exception {
        Feeds feeds = new Feeds(LITTLE);
        QueryCache.Journal told = new QueryCache.Journal(
                other.orElse(feeds.changes()::touched), feeds::position, Optional::<String>empty);
        VenueConfig.Redis none = new VenueConfig.Redis(Optional.empty(), Optional.empty(), 50);
        Path directory = data.resolve("journal");
        try (Journal journal = journal(directory);
                Records records =
                        new Records(RecordStore.of(database, data.resolve("records.db"))).follow(journal.tail(0));
                QueryCache cache =
                        QueryCache.open(new VenueConfig.Cache(16, 60, 60, 60, 60, none), told, Clock.systemUTC())) {
            WholeHistory kept = history(feeds, records, Optional.of(cache));
            WholeHistory read = history(feeds, records, Optional.empty());
            SplittableRandom random = new SplittableRandom(seed);
            FrameView view = new FrameView();
            List<Boolean> areEqual = new ArrayList<>();
            DecidedFlow.play(seed, COMMANDS, (core, frame) -> {
                journal.append(frame);
                journal.commit();
                feeds.onFrame(view.wrap(frame.buffer(), 0));
                if (core.sequence() % ASKED_EVERY != 0) return;
                int account = FIRST_ACCOUNT + random.nextInt(ACCOUNTS);
                List<Object> whole = answers(read, account);
                areEqual.add(answers(kept, account).equals(whole));
                areEqual.add(answers(kept, account).equals(whole)); // of these some are kept
            });
            long hits = 0;
            for (Kind kind : Kind.values()) hits += cache.counts(kind).hits.sum();
            int different = (int) areEqual.stream().filter(equal -> !equal).count();
            return new Compared(areEqual.size(), different, hits);
        } finally {
            feeds.close();
        }
    }

    private static List<Object> answers(WholeHistory history, int account) {
        Page<?> orders = history.orders(account, OrderFilter.ALL, Page.NEWEST, ROWS);
        Page<?> closed = history.orders(account, OrderFilter.CLOSED, Page.NEWEST, ROWS);
        Page<?> fills = history.fillsOfAccount(account, 0, Page.NEWEST, ROWS);
        Page<?> postings = history.movements(account, 0, Period.ALL, Page.NEWEST, ROWS);
        return List.of(orders, closed, fills, postings);
    }

    private static WholeHistory history(Feeds feeds, Records records, Optional<QueryCache> cache) {
        Archive archive = new Archive(Optional.of(records), feeds::position, LONG, cache);
        return new WholeHistory(feeds.orders(), feeds.statements(), archive);
    }

    private static Journal journal(Path directory) {
        try (JournalReader reader = JournalReader.open(directory)) {
            while (reader.next()) continue;
            return Journal.open(JournalOptions.in(directory).durability(Durability.JOURNALED), reader.end());
        }
    }

    private DatabaseAddress postgres() throws Exception {
        VenueConfig.Control control = RealPostgres.config(RealPostgres.settings(data));
        return new DatabaseAddress(control.url(), control.user(), control.passwordFile());
    }
}
