package io.rialto.feeds;

import static io.rialto.feeds.History.ALICE;
import static io.rialto.feeds.History.BTC;
import static io.rialto.feeds.History.BTC_USD;
import static io.rialto.feeds.History.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.feeds.archive.PastCurve;
import io.rialto.feeds.archive.Stretch;
import io.rialto.feeds.costs.CostMethod;
import io.rialto.feeds.database.DatabaseAddress;
import io.rialto.feeds.portfolio.EquityPoint;
import io.rialto.feeds.portfolio.Portfolio;
import io.rialto.feeds.records.RecordStore;
import io.rialto.feeds.records.Records;
import io.rialto.journal.Durability;
import io.rialto.journal.Journal;
import io.rialto.journal.JournalOptions;
import io.rialto.journal.JournalReader;
import io.rialto.protocol.FundsDepositedDecoder;
import io.rialto.protocol.frame.FrameView;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of more hours than memory keeps: what is told of a stretch is what was told when it was the present. */
class StretchRulesTest {
    private static final long HOUR = 3_600 * SECOND;
    private static final long ONE_BITCOIN = 100_000_000;
    private static final int HOURS = Portfolio.MOST_HOURS + 300;
    private static final int ASKED = 200;

    private final Feeds feeds = new Feeds(FeedsOptions.defaults());
    private final FrameView view = new FrameView();
    private final List<EquityPoint> told = new ArrayList<>();

    @TempDir
    private Path data;

    @Test
    void rowsTellWhatMemoryLetGoOfAsItWasTold() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        try (Journal journal = journal();
                RecordStore store = RecordStore.of(DatabaseAddress.EMBEDDED, data.resolve("records.db"));
                Records records = new Records(store).follow(journal.tail(0))) {
            live(journal, random);
            assertThat(records.await(journal.promisedSequence(), Duration.ofSeconds(60)))
                    .isTrue();
            PastCurve rows = new PastCurve(store);
            long end = alice().now().timeNanos();
            for (int i = 0; i < ASKED; i++) {
                OptionalLong from = moment(random, end);
                OptionalLong to = moment(random, end);
                if (from.isPresent() && to.isPresent() && from.getAsLong() >= to.getAsLong()) continue;
                Stretch.Asked asked = new Stretch.Asked(alice(), true, from, to);
                Stretch stretch = asked.reachesBehindMemory() ? Stretch.recorded(asked, rows) : Stretch.known(asked);
                agrees(stretch, from, to, "seed " + seed + " " + from + " " + to);
            }
        } finally {
            feeds.close();
        }
    }

    @Test
    void withoutRowsItSaysFromWhenOnItIsWholeAndCountsFromThere() {
        live(null, new Random(1));
        Portfolio portfolio = alice();
        long oldest = portfolio.hours().get(0).timeNanos();

        Stretch all = Stretch.known(new Stretch.Asked(portfolio, true, OptionalLong.of(HOUR), OptionalLong.empty()));
        assertThat(portfolio.hours()).hasSize(Portfolio.MOST_HOURS);
        assertThat(all.wholeFromNanos()).hasValue(oldest);
        assertThat(all.before()).isEqualTo(portfolio.hours().get(0));
        Stretch newest =
                Stretch.known(new Stretch.Asked(portfolio, true, OptionalLong.of(oldest), OptionalLong.empty()));
        assertThat(newest.wholeFromNanos()).isEmpty();
        assertThat(newest.points()).isEqualTo(all.points());
        assertThat(new Stretch.Asked(portfolio, false, OptionalLong.of(0), OptionalLong.empty()).reachesBehindMemory())
                .as("all days are kept")
                .isFalse();
    }

    /** A bitcoin at another price in most hours; some pass without anything. */
    private void live(Journal journal, Random random) {
        History history = new History(FeedsOptions.defaults()).into(frame -> {
            if (journal != null) journal.append(frame);
            feeds.onFrame(view.wrap(frame.buffer(), 0));
            watch();
        });
        history.lists();
        history.tick(frame -> frame.funds(FundsDepositedDecoder.TEMPLATE_ID, 1, ALICE, BTC, ONE_BITCOIN));
        for (int hour = 0; hour < HOURS; hour++) {
            long ticks = 10_000 + 2L * hour + random.nextInt(2);
            history.tick(frame -> frame.marked(BTC_USD, ticks));
            history.passes(HOUR * (1 + random.nextInt(random.nextInt(10) == 0 ? 5 : 1)));
        }
        if (journal != null) journal.commit();
    }

    private void watch() {
        List<EquityPoint> hours = alice().hours();
        if (hours.isEmpty()) return;
        EquityPoint newest = hours.get(hours.size() - 1);
        if (told.isEmpty() || !told.get(told.size() - 1).equals(newest)) told.add(newest);
    }

    private Portfolio alice() {
        return feeds.portfolios().of(ALICE, CostMethod.AVERAGE);
    }

    private static OptionalLong moment(Random random, long end) {
        return random.nextInt(5) == 0
                ? OptionalLong.empty()
                : OptionalLong.of((long) (random.nextDouble() * (end + 9 * HOUR)));
    }

    private void agrees(Stretch stretch, OptionalLong from, OptionalLong to, String where) {
        List<EquityPoint> all = new ArrayList<>(told);
        all.add(alice().now());
        EquityPoint before = from.isEmpty() ? EquityPoint.NONE : at(all, from.getAsLong());
        assertThat(stretch.before()).as(where).isEqualTo(before);
        assertThat(stretch.last()).as(where).isEqualTo(at(all, to.orElse(Long.MAX_VALUE)));
        List<EquityPoint> inside = all.stream()
                .filter(point -> point.timeNanos() >= from.orElse(Long.MIN_VALUE))
                .filter(point -> point.timeNanos() < to.orElse(Long.MAX_VALUE))
                .toList();
        boolean isNowInside = inside.contains(alice().now());
        int missing = Math.max(0, inside.size() - Portfolio.MOST_HOURS - (isNowInside ? 1 : 0));
        assertThat(stretch.points()).as(where).isEqualTo(inside.subList(missing, inside.size()));
        assertThat(stretch.wholeFromNanos())
                .as(where)
                .isEqualTo(
                        missing == 0
                                ? OptionalLong.empty()
                                : OptionalLong.of(inside.get(missing).timeNanos()));
    }

    private static EquityPoint at(List<EquityPoint> all, long moment) {
        EquityPoint newest = EquityPoint.NONE;
        for (EquityPoint point : all) if (point.timeNanos() <= moment) newest = point;
        return newest;
    }

    private Journal journal() {
        Path directory = data.resolve("journal");
        try (JournalReader reader = JournalReader.open(directory)) {
            while (reader.next()) continue;
            return Journal.open(JournalOptions.in(directory).durability(Durability.JOURNALED), reader.end());
        }
    }
}
