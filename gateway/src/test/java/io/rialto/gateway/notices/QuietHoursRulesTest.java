package io.rialto.gateway.notices;

import static io.rialto.gateway.notices.NoticeType.ORDER_FILLED;
import static io.rialto.gateway.notices.NoticeType.SYSTEM_ALERT;
import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.gateway.notices.Happening.Audience;
import io.rialto.gateway.notices.Wish.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursRulesTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId CHATHAM = ZoneId.of("Pacific/Chatham"); // 45 minutes beside the hour, set at 2:45

    private static QuietHours from(String start, String end, ZoneId zone) {
        return new QuietHours(LocalTime.parse(start), LocalTime.parse(end), zone);
    }

    /** In winter Berlin is an hour ahead of UTC. */
    @ParameterizedTest
    @CsvSource({
        "12:00, 14:00, 2026-01-15T10:59:59.999999999Z, false",
        "12:00, 14:00, 2026-01-15T11:00:00Z, true",
        "12:00, 14:00, 2026-01-15T12:59:59.999999999Z, true",
        "12:00, 14:00, 2026-01-15T13:00:00Z, false",
        "22:00, 07:00, 2026-01-15T20:59:59Z, false",
        "22:00, 07:00, 2026-01-15T21:00:00Z, true",
        "22:00, 07:00, 2026-01-15T23:30:00Z, true",
        "22:00, 07:00, 2026-01-16T05:59:59Z, true",
        "22:00, 07:00, 2026-01-16T06:00:00Z, false",
        "09:00, 09:00, 2026-01-16T08:00:00Z, false",
        "09:00, 09:00, 2026-01-16T20:00:00Z, false"
    })
    void theStartIsQuietAndTheEndIsNot(String start, String end, Instant moment, boolean isQuiet) {
        assertThat(from(start, end, BERLIN).holds(moment)).isEqualTo(isQuiet);
    }

    @ParameterizedTest
    @CsvSource({
        // over midnight
        "22:00, 07:00, 2026-01-15T21:00:00Z, 2026-01-16T06:00:00Z",
        "22:00, 07:00, 2026-01-16T02:00:00Z, 2026-01-16T06:00:00Z",
        // the clock is put forward at 2:00 on 29 March: the night is an hour shorter
        "22:00, 07:00, 2026-03-28T21:00:00Z, 2026-03-29T05:00:00Z",
        // an end that is left out is where the clock jumps
        "22:00, 02:30, 2026-03-28T23:00:00Z, 2026-03-29T01:00:00Z",
        // a start that is left out is where the clock jumps
        "02:30, 04:00, 2026-03-29T01:00:00Z, 2026-03-29T02:00:00Z",
        // the clock is put back at 3:00 on 25 October: the night is an hour longer
        "22:00, 07:00, 2026-10-24T20:00:00Z, 2026-10-25T06:00:00Z",
        // an end that comes twice ends it twice
        "01:00, 02:30, 2026-10-24T23:30:00Z, 2026-10-25T00:30:00Z",
        "01:00, 02:30, 2026-10-25T01:10:00Z, 2026-10-25T01:30:00Z",
        // a start that comes twice: quiet ends when the clock is put back before it
        "02:30, 04:00, 2026-10-25T00:45:00Z, 2026-10-25T01:00:00Z",
        "02:30, 04:00, 2026-10-25T01:45:00Z, 2026-10-25T03:00:00Z",
        // not quiet: at once
        "22:00, 07:00, 2026-01-16T06:00:00Z, 2026-01-16T06:00:00Z"
    })
    void quietIsOverWhenTheClockOnTheWallSaysSo(String start, String end, Instant moment, Instant over) {
        assertThat(from(start, end, BERLIN).over(moment)).isEqualTo(over);
    }

    /** Minute by minute over both days on which clocks are set, in zones of two kinds. */
    @Test
    void theFirstMomentThatIsOverIsNotQuietAndAllBeforeIt() {
        for (QuietHours hours : List.of(
                from("22:00", "07:00", BERLIN),
                from("02:30", "02:45", BERLIN),
                from("23:59", "02:15", BERLIN),
                from("02:50", "03:10", CHATHAM),
                from("12:00", "11:59", CHATHAM))) {
            for (String day : List.of(
                    "2026-03-28T12:00:00Z", "2026-10-24T12:00:00Z", "2026-04-04T00:00:00Z", "2026-09-26T00:00:00Z")) {
                Instant from = Instant.parse(day);
                Instant to = from.plus(Duration.ofHours(36));
                Instant over = from;
                for (Instant at = from; at.isBefore(to); at = at.plusSeconds(60)) {
                    if (!hours.holds(at)) continue;
                    if (!over.isAfter(at)) over = hours.over(at);
                    assertThat(hours.over(at)).as("%s at %s", hours, at).isEqualTo(over);
                    assertThat(hours.holds(over)).as("%s at %s", hours, over).isFalse();
                }
            }
        }
    }

    @Test
    void whatIsPushedIsHeldAtNightUnlessItIsCriticalOrAboutSafetyAndTheInboxTakesAll() {
        QuietHours night = from("22:00", "07:00", BERLIN);
        Instant midnight = Instant.parse("2026-01-15T23:00:00Z");
        Instant morning = Instant.parse("2026-01-16T06:00:00Z");
        Profile profile = new Profile(
                List.of(quiet(Outlet.WEBSOCKET, night), quiet(Outlet.IN_APP, night), quiet(Outlet.EMAIL, night)),
                List.of());
        Notice fill = Notice.of(Happenings.ALICE, Happenings.of(ORDER_FILLED, Priority.HIGH));
        Notice critical = Notice.of(Happenings.ALICE, Happenings.of(ORDER_FILLED, Priority.CRITICAL));

        assertThat(profile.way(fill, Outlet.WEBSOCKET, midnight).heldUntil()).contains(morning);
        assertThat(profile.way(fill, Outlet.EMAIL, midnight).heldUntil()).contains(morning);
        assertThat(profile.way(fill, Outlet.IN_APP, midnight)).isEqualTo(open());
        assertThat(profile.way(fill, Outlet.WEBSOCKET, morning)).isEqualTo(open());
        assertThat(profile.way(critical, Outlet.WEBSOCKET, midnight)).isEqualTo(open());
        assertThat(profile.way(ofSafety(), Outlet.WEBSOCKET, midnight)).isEqualTo(open());
    }

    private static Preference quiet(Outlet outlet, QuietHours hours) {
        return new Preference(Optional.empty(), outlet, true, Priority.LOW, Optional.of(hours));
    }

    private static Profile.Way open() {
        return new Profile.Way(Verdict.PASSED, Optional.empty());
    }

    private static Notice ofSafety() {
        Happening plain = Happenings.of(SYSTEM_ALERT, Priority.NORMAL);
        return Notice.of(
                Happenings.ALICE,
                new Happening(
                        plain.sequence(),
                        plain.timeNanos(),
                        plain.type(),
                        plain.priority(),
                        true,
                        false,
                        Audience.OWNER,
                        plain.account(),
                        0,
                        "Logged in",
                        "from elsewhere",
                        Map.of(),
                        Map.of()));
    }

    @Test
    void aPreferenceOfTheTypeGoesBeforeOneOfAllAndWithoutAnyNothingLeavesTheVenue() {
        Preference mailAll = new Preference(Optional.empty(), Outlet.EMAIL, true, Priority.HIGH, Optional.empty());
        Preference noFills =
                new Preference(Optional.of(ORDER_FILLED), Outlet.EMAIL, false, Priority.LOW, Optional.empty());
        Notice fill = Notice.of(Happenings.ALICE, Happenings.of(ORDER_FILLED, Priority.HIGH));
        Notice alert = Notice.of(Happenings.ALICE, Happenings.of(SYSTEM_ALERT, Priority.HIGH));
        Notice word = Notice.of(Happenings.ALICE, Happenings.of(SYSTEM_ALERT, Priority.NORMAL));
        Profile both = new Profile(List.of(mailAll, noFills), List.of());

        assertThat(both.way(fill, Outlet.EMAIL, Happenings.NOON).verdict()).isEqualTo(Verdict.TYPE);
        assertThat(both.way(alert, Outlet.EMAIL, Happenings.NOON).verdict()).isEqualTo(Verdict.PASSED);
        assertThat(both.way(word, Outlet.EMAIL, Happenings.NOON).verdict()).isEqualTo(Verdict.PRIORITY);
        for (Outlet outlet : Outlet.values()) {
            assertThat(Profile.SILENT.way(fill, outlet, Happenings.NOON).isOpen())
                    .as(outlet.name())
                    .isEqualTo(outlet == Outlet.IN_APP || outlet == Outlet.WEBSOCKET);
        }
    }
}
