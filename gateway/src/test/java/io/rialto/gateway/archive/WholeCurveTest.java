package io.rialto.gateway.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.engine.simulation.DecidedFlow;
import io.rialto.feeds.Feeds;
import io.rialto.feeds.FeedsOptions;
import io.rialto.feeds.candles.Interval;
import io.rialto.feeds.database.DatabaseAddress;
import io.rialto.feeds.portfolio.EquityPoint;
import io.rialto.feeds.records.RecordStore;
import io.rialto.feeds.records.Records;
import io.rialto.feeds.returns.Curve;
import io.rialto.journal.Durability;
import io.rialto.journal.Journal;
import io.rialto.journal.JournalOptions;
import io.rialto.journal.JournalReader;
import io.rialto.protocol.frame.FrameView;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Seeded flows through a real journal: where memory keeps no past, the read model tells the curve that memory would. */
class WholeCurveTest {
    private static final long OF_MANY_DAYS = 38_948_522_247_558L;
    private static final long OF_MORE_THAN_A_PAGE = 44_611_701_692_723L;
    private static final int COMMANDS = 400;
    private static final int FIRST_ACCOUNT = 100;
    private static final int ACCOUNTS = 8;
    /** The newest of them at once; flows of many days have more. */
    private static final int ALL = 1_000;

    private static final int PAGE = 70;
    private static final OptionalLong OPEN = OptionalLong.empty();
    private static final FeedsOptions WITHOUT_PAST =
            new FeedsOptions(9, 9, 9, 9, 9, 9, false, Duration.ofHours(1), Duration.ofMillis(1));

    @TempDir
    private Path data;

    @Test
    void whatMemoryDoesNotKnowIsToldFromTheReadModel() throws Exception {
        assertThat(points(OF_MANY_DAYS)).isPositive();
    }

    @Test
    void theSameWhereThereIsMoreThanIsToldAtOnce() throws Exception {
        assertThat(points(OF_MORE_THAN_A_PAGE)).isPositive();
    }

    @Test
    void theSameOfAFreshFlow() throws Exception {
        points(System.nanoTime());
    }

    /** How many points both told. */
    private int points(long seed) throws Exception {
        Feeds knowing = new Feeds(FeedsOptions.defaults());
        Feeds forgetful = new Feeds(WITHOUT_PAST);
        try (Journal journal = journal(data.resolve("journal"));
                RecordStore store = RecordStore.of(DatabaseAddress.EMBEDDED, data.resolve("records.db"));
                Records records = new Records(store).follow(journal.tail(0))) {
            FrameView view = new FrameView();
            DecidedFlow.play(seed, COMMANDS, (core, frame) -> {
                journal.append(frame);
                knowing.onFrame(view.wrap(frame.buffer(), 0));
                forgetful.onFrame(view.wrap(frame.buffer(), 0));
            });
            journal.commit();
            Archive archive =
                    new Archive(Optional.of(records), forgetful::position, Duration.ofSeconds(60), Optional.empty());
            WholeCurve whole = new WholeCurve(forgetful.returns(), archive);
            int points = 0;
            for (int account = FIRST_ACCOUNT; account < FIRST_ACCOUNT + ACCOUNTS; account++) {
                for (Interval interval : List.of(Interval.ONE_HOUR, Interval.FOUR_HOURS, Interval.ONE_DAY)) {
                    points += agrees(knowing, whole, account, interval, "seed " + seed + " account " + account);
                }
                assertThat(whole.curve(account, Interval.ONE_MINUTE, OPEN, OPEN, ALL))
                        .as("minutes are in memory alone")
                        .isEqualTo(forgetful.returns().curve(account, Interval.ONE_MINUTE, OPEN, OPEN, ALL));
            }
            return points;
        } finally {
            knowing.close();
            forgetful.close();
        }
    }

    private static int agrees(Feeds knowing, WholeCurve whole, int account, Interval interval, String named) {
        List<List<Object>> expected =
                told(knowing.returns().curve(account, interval, OPEN, OPEN, ALL).items());
        Curve all = whole.curve(account, interval, OPEN, OPEN, ALL);
        assertThat(told(all.items())).as(named).isEqualTo(expected);
        assertThat(all.wholeFromNanos()).as(named).isEmpty();
        Curve last = whole.curve(account, interval, OPEN, OPEN, 2);
        assertThat(last.items())
                .as(named)
                .isEqualTo(all.items()
                        .subList(
                                Math.max(0, all.items().size() - 2), all.items().size()));
        List<EquityPoint> paged = new ArrayList<>();
        OptionalLong from = OptionalLong.of(0);
        while (from.isPresent()) {
            Curve page = whole.curve(account, interval, from, OPEN, PAGE);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(PAGE);
            paged.addAll(page.items());
            from = page.next();
        }
        int behind = Math.max(0, paged.size() - ALL);
        assertThat(paged.subList(behind, paged.size())).as(named).isEqualTo(all.items());
        return expected.size();
    }

    /** From when on it has anything: memory and read model begin to count at hours of their own before. */
    private static List<List<Object>> told(List<EquityPoint> points) {
        return points.stream()
                .dropWhile(
                        each -> each.equity().signum() == 0 && each.transfers().signum() == 0)
                .map(WholeCurveTest::told)
                .toList();
    }

    private static List<Object> told(EquityPoint point) {
        return List.of(
                point.timeNanos(), point.equity(), point.price(), point.fees(), point.funding(), point.transfers());
    }

    private static Journal journal(Path directory) {
        try (JournalReader reader = JournalReader.open(directory)) {
            while (reader.next()) continue;
            return Journal.open(JournalOptions.in(directory).durability(Durability.JOURNALED), reader.end());
        }
    }
}
