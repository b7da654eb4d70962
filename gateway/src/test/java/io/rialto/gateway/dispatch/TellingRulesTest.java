package io.rialto.gateway.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rialto.feeds.Feeds;
import io.rialto.feeds.FeedsOptions;
import io.rialto.feeds.business.BusinessEvent;
import io.rialto.feeds.business.BusinessEvent.AccountStatus;
import io.rialto.feeds.business.BusinessEvent.Origin;
import io.rialto.feeds.business.BusinessEvent.Restriction;
import io.rialto.feeds.business.BusinessEvent.RiskLimitBreached;
import io.rialto.feeds.business.EventKind;
import io.rialto.feeds.offsets.Offsets.Place;
import io.rialto.gateway.causes.Causes;
import io.rialto.gateway.causes.Statement;
import io.rialto.gateway.control.BothDatabases;
import io.rialto.gateway.control.ControlDatabase;
import io.rialto.gateway.inbox.Letter;
import io.rialto.gateway.inbox.Letterbox;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.notices.Priority;
import io.rialto.gateway.preferences.Preferences;
import io.rialto.gateway.pricealerts.PriceAlerts;
import io.rialto.gateway.pushes.Counts;
import io.rialto.gateway.pushes.NoticeStream;
import io.rialto.gateway.pushes.Outgoing;
import io.rialto.gateway.pushes.Pushing;
import io.rialto.gateway.pushes.SocketPushing;
import io.rialto.gateway.subscriptions.Subscriptions;
import io.rialto.protocol.BlockScope;
import io.rialto.protocol.RiskAction;
import io.rialto.protocol.RiskRuleType;
import io.rialto.protocol.RiskSeverity;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TellingRulesTest {
    private static final int ALICE = 100;
    private static final int FRAMES = 120;
    private static final int BOUND = 1_000;
    private static final long SEED = 19;
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final Instant NIGHT = Instant.parse("2026-06-01T23:00:00Z");

    @TempDir
    private Path data;

    /** One process: it is opened anew after each stop. */
    private static final class Process {
        final Counts counts = new Counts();
        final NoticeStream stream = new NoticeStream();
        final NoticeStore store;
        final Telling telling;

        Process(ControlDatabase control, int bound) {
            Feeds feeds = new Feeds(FeedsOptions.defaults());
            Listed listed = new Listed(feeds.listings(), least -> {});
            Profiles profiles = new Profiles();
            Preferences preferences = new Preferences(control, profiles::changed);
            profiles.follow(preferences, new Subscriptions(control, Clock.systemUTC(), 10, profiles::changed));
            Directory directory = new Directory(control, feeds.listings());
            PriceAlerts alerts = new PriceAlerts(control, 10);
            Causation causation = new Causation(
                    new Causes(listed, account -> 0),
                    new Addressing(profiles, directory, counts),
                    alerts,
                    listed,
                    counts);
            Pushing pushing =
                    new Pushing(new Outgoing(Optional.empty(), (handle, person, channel) -> List.of()), counts);
            store = new NoticeStore(
                    control, new Letterbox(bound, Duration.ofDays(30).toNanos()), pushing, counts);
            telling = new Telling(
                    causation, profiles, alerts, new SocketPushing(stream, counts), store, () -> true, counts);
        }

        /** Tells a frame, and keeps it. */
        void tells(List<BusinessEvent> frame, Instant now) {
            Place after = Place.afterFrame(frame.get(0).sequence());
            store.keep(List.of(telling.tell(frame, after, now, 0)), 0);
        }

        void says(Statement... statements) {
            store.keep(List.of(telling.say(List.of(statements), NOON, 0)), 0);
        }

        void ticks(Instant now, long nanoTime) {
            telling.tellDue(nanoTime);
            telling.tellDigests(store.due(now, nanoTime, telling.sequence()));
        }
    }

    private static Origin origin(long sequence, int index, Instant at) {
        return new Origin(sequence, index, Round.nanos(at), 0, 0, 0, 0);
    }

    /** A breach, and in each third frame a suspension beside it: one letter for Alice, or two and one for the administrators. */
    private static List<BusinessEvent> frame(long sequence, Instant at) {
        List<BusinessEvent> events = new ArrayList<>();
        events.add(new RiskLimitBreached(
                origin(sequence, 0, at),
                ALICE,
                0,
                7,
                1,
                RiskRuleType.MAX_DAILY_LOSS,
                5,
                4,
                1,
                RiskAction.ALERT,
                RiskSeverity.NORMAL));
        if (sequence % 3 == 0) {
            events.add(new AccountStatus(
                    origin(sequence, 1, at),
                    EventKind.ACCOUNT_SUSPENDED,
                    ALICE,
                    BlockScope.ACCOUNT,
                    ALICE,
                    Restriction.SUSPENDED,
                    7));
        }
        return events;
    }

    private static List<String> inbox(ControlDatabase control, int reader) {
        return control.sql()
                .withHandle(handle -> handle.createQuery(
                                "SELECT sequence, type FROM notice WHERE reader = :reader AND in_inbox = 1 ORDER BY number")
                        .bind("reader", reader)
                        .map((row, context) -> row.getLong("sequence") + " " + row.getString("type"))
                        .list());
    }

    /** The process dies between any two frames, or in the middle of a transaction, and some of what was told comes again. */
    @ParameterizedTest
    @EnumSource
    void whereverItIsStoppedEachEventIsInEachInboxOnce(BothDatabases kind) throws Exception {
        Random random = new Random(SEED);
        int stops = 0;
        long again = 0;
        try (ControlDatabase control = ControlDatabase.open(data, kind.create(data))) {
            for (long done = 0; done < FRAMES; ) {
                Process process = new Process(control, BOUND);
                long next = process.telling.begin(FRAMES, 0).sequence() + 1;
                assertThat(next).as("seed %d: kept with what was done", SEED).isEqualTo(done + 1);
                long from = Math.max(1, next - random.nextInt(4)); // at least once
                for (long at = from; at <= FRAMES && random.nextInt(12) > 0; ) {
                    long last = Math.min(FRAMES, at + random.nextInt(5));
                    List<Told> told = new ArrayList<>();
                    for (long sequence = at; sequence <= last; sequence++) {
                        told.add(process.telling.tell(frame(sequence, NOON), Place.afterFrame(sequence), NOON, 0));
                    }
                    if (random.nextInt(6) == 0) {
                        stopsInTheMiddle(control, process, told);
                        stops++;
                        break;
                    }
                    process.store.keep(told, 0);
                    done = last; // a replay takes the place back with it
                    at = last + 1;
                }
                again += process.counts.shown().get("duplicates");
            }
            List<String> expected = new ArrayList<>();
            for (long sequence = 1; sequence <= FRAMES; sequence++) {
                expected.add(sequence + " RISK_ALERT");
                if (sequence % 3 == 0) expected.add(sequence + " COMPLIANCE_ALERT");
            }
            assertThat(inbox(control, ALICE)).as("seed %d", SEED).isEqualTo(expected);
            assertThat(inbox(control, 0)).hasSize(FRAMES / 3);
        }
        assertThat(stops).as("seed %d: it was stopped in the middle", SEED).isPositive();
        assertThat(again).as("seed %d: some came again", SEED).isPositive();
    }

    private static void stopsInTheMiddle(ControlDatabase control, Process process, List<Told> told) {
        away(control, "notice_place");
        assertThatThrownBy(() -> process.store.keep(told, 0)).hasMessageContaining("notice_place");
        back(control, "notice_place");
    }

    private static void away(ControlDatabase control, String table) {
        control.sql().useHandle(handle -> handle.execute("ALTER TABLE " + table + " RENAME TO " + table + "_away"));
    }

    private static void back(ControlDatabase control, String table) {
        control.sql().useHandle(handle -> handle.execute("ALTER TABLE " + table + "_away RENAME TO " + table));
    }

    /** Also when what was told before cannot be kept; what comes again for that is not told again. */
    @ParameterizedTest
    @EnumSource
    void aSocketIsToldOnceAndNotKeptWaitingByTheDatabase(BothDatabases kind) throws Exception {
        try (ControlDatabase control = ControlDatabase.open(data, kind.create(data))) {
            Process process = new Process(control, BOUND);
            process.telling.begin(0, 0);
            away(control, "notice");
            List<Told> told = new ArrayList<>();
            for (long sequence = 1; sequence <= 3; sequence++) {
                told.add(process.telling.tell(frame(sequence, NOON), Place.afterFrame(sequence), NOON, 0));
            }
            process.telling.tellDue(Long.MAX_VALUE);
            assertThat(told(process))
                    .containsExactly("2 [1 RISK_ALERT, 2 RISK_ALERT, 3 RISK_ALERT]", "3 [3 COMPLIANCE_ALERT]");
            back(control, "notice");

            process.store.keep(told, 0);
            process.tells(frame(2, NOON), NOON);
            process.telling.tellDue(Long.MAX_VALUE);
            assertThat(told(process)).hasSize(2);
            assertThat(inbox(control, ALICE))
                    .containsExactly("1 RISK_ALERT", "2 RISK_ALERT", "3 RISK_ALERT", "3 COMPLIANCE_ALERT");
            assertThat(numbers(process)).isEqualTo(numbers(control));
        }
    }

    /** One that cannot be kept is set aside as soon as there is a place for it, and holds up no other. */
    @ParameterizedTest
    @EnumSource
    void whatCannotBeKeptIsSetAsideAndHoldsUpNoOther(BothDatabases kind) throws Exception {
        try (ControlDatabase control = ControlDatabase.open(data, kind.create(data))) {
            Process process = new Process(control, BOUND);
            process.telling.begin(0, 0);
            control.sql()
                    .useHandle(handle ->
                            handle.execute("CREATE UNIQUE INDEX hates_two ON notice (sequence) WHERE sequence = 3"));
            List<Long> asked = new ArrayList<>();
            Keeping keeping = new Keeping(process.store, (told, fault) -> {
                asked.add(told.sequence());
                if (asked.size() == 1) throw new IllegalStateException("no room");
            });
            for (long sequence = 1; sequence <= 4; sequence++) {
                keeping.add(process.telling.tell(frame(sequence, NOON), Place.afterFrame(sequence), NOON, 0));
            }
            assertThat(keeping.oldest()).isEqualTo(1);
            try (keeping) {
                keeping.start();
                assertThat(keeping.await(4, Duration.ofSeconds(60))).isTrue();
            }
            assertThat(keeping.isEmpty()).isTrue();
            assertThat(asked).containsExactly(3L, 3L);
            assertThat(inbox(control, ALICE)).containsExactly("1 RISK_ALERT", "2 RISK_ALERT", "4 RISK_ALERT");
            assertThat(new Process(control, BOUND).telling.begin(4, 0)).isEqualTo(Place.afterFrame(4));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theOldestFallOutOfAFullInboxAndAreCounted(BothDatabases kind) throws Exception {
        try (ControlDatabase control = ControlDatabase.open(data, kind.create(data))) {
            Process process = new Process(control, 10);
            process.telling.begin(0, 0);
            for (long sequence = 1; sequence <= 20; sequence++) {
                process.tells(frame(sequence, NOON), NOON);
            }
            assertThat(inbox(control, ALICE))
                    .hasSize(10)
                    .endsWith("20 RISK_ALERT")
                    .startsWith("13 RISK_ALERT");
            assertThat(fallen(control)).isEqualTo("16 beyond, 0 aged");

            process.ticks(NOON.plus(Duration.ofDays(31)), 0);
            assertThat(inbox(control, ALICE)).isEmpty();
            assertThat(fallen(control)).isEqualTo("16 beyond, 10 aged");
        }
    }

    /** They come from no frame: two at the same place in history are two, and a reader who is in doubt is told again. */
    @ParameterizedTest
    @EnumSource
    void whatTheVenueSaysOfItselfIsKeptEachTime(BothDatabases kind) throws Exception {
        Statement disk = new Statement(Priority.HIGH, "The venue is not well", "DISK", "DISK is DEGRADED");
        Statement feeds = new Statement(Priority.CRITICAL, "The venue is not well", "FEEDS", "FEEDS is UNHEALTHY");
        try (ControlDatabase control = ControlDatabase.open(data, kind.create(data))) {
            Process process = new Process(control, BOUND);
            process.telling.begin(3, 0);
            process.tells(frame(3, NOON), NOON);
            process.says(disk);
            process.says(feeds, disk);

            assertThat(inbox(control, 0))
                    .containsExactly("3 COMPLIANCE_ALERT", "3 SYSTEM_ALERT", "3 SYSTEM_ALERT", "3 SYSTEM_ALERT");
            assertThat(inbox(control, ALICE)).doesNotContain("3 SYSTEM_ALERT");
            assertThat(process.stream.since(0, 3).orElseThrow()).hasSize(3);

            Process next = new Process(control, BOUND);
            assertThat(next.telling.begin(3, 0).sequence()).isEqualTo(3);
            next.tells(frame(3, NOON), NOON);
            assertThat(inbox(control, 0)).hasSize(4);
        }
    }

    private static String fallen(ControlDatabase control) {
        return control.sql()
                .withHandle(handle -> handle.createQuery("SELECT * FROM notice_fallen WHERE reader = :reader")
                        .bind("reader", ALICE)
                        .map((row, context) -> row.getLong("beyond") + " beyond, " + row.getLong("aged") + " aged")
                        .one());
    }

    /** What comes at night is told in the morning at once, also when the venue was stopped in between; what has expired is not. */
    @ParameterizedTest
    @EnumSource
    void whatWasHeldIsOneDigestInTheMorning(BothDatabases kind) throws Exception {
        Instant morning = Instant.parse("2026-06-02T07:00:00Z");
        try (ControlDatabase control = ControlDatabase.open(data, kind.create(data))) {
            atNight(control);
            Process evening = new Process(control, BOUND);
            evening.telling.begin(0, 0);
            evening.tells(frame(1, NIGHT), NIGHT);
            evening.tells(frame(2, NIGHT.minus(Duration.ofDays(7)).plusSeconds(60)), NIGHT);
            evening.tells(frame(3, NIGHT), NIGHT);
            evening.ticks(NIGHT, Long.MAX_VALUE);
            assertThat(told(evening)).as("what is critical is not held").containsExactly("3 [3 COMPLIANCE_ALERT]");

            Process next = new Process(control, BOUND);
            next.telling.begin(3, 0);
            next.ticks(morning.minusNanos(1), 0);
            assertThat(told(next)).isEmpty();
            next.ticks(morning, 0);
            assertThat(told(next)).containsExactly("digest [1 RISK_ALERT, 3 RISK_ALERT]");
            next.ticks(morning, 0);
            assertThat(told(next)).hasSize(1);
            assertThat(next.counts.shown()).containsEntry("expired", 1L).containsEntry("digests", 1L);
            assertThat(inbox(control, ALICE)).hasSize(4);
            assertThat(states(control)).containsExactly("EXPIRED");
        }
    }

    private static void atNight(ControlDatabase control) {
        control.sql()
                .useHandle(handle -> handle.execute(
                        "INSERT INTO notice_preference (id, reader, type, outlet, enabled, least, quiet_start, quiet_end, zone)"
                                + " VALUES (1, ?, '', 'WEBSOCKET', 1, 'LOW', '22:00', '07:00', 'Etc/UTC')",
                        ALICE));
    }

    private static List<String> states(ControlDatabase control) {
        return control.sql()
                .withHandle(handle -> handle.createQuery("SELECT state FROM notice_waiting")
                        .mapTo(String.class)
                        .list());
    }

    private static List<Long> numbers(Process process) {
        return process.stream.since(ALICE, 0).orElseThrow().stream()
                .flatMap(each -> each.letters().stream())
                .map(Letter::number)
                .sorted()
                .toList();
    }

    private static List<Long> numbers(ControlDatabase control) {
        return control.sql()
                .withHandle(
                        handle -> handle.createQuery("SELECT number FROM notice WHERE reader = :reader ORDER BY number")
                                .bind("reader", ALICE)
                                .mapTo(Long.class)
                                .list());
    }

    private static List<String> told(Process process) {
        return process.stream.since(ALICE, 0).orElseThrow().stream()
                .map(each -> (each.isDigest() ? "digest " : each.sequence() + " ")
                        + each.letters().stream()
                                .map(letter -> letter.sequence() + " " + letter.type())
                                .toList())
                .toList();
    }
}
