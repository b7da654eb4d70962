package io.rialto.gateway.schedule;

import static io.rialto.gateway.schedule.Sessions.at;
import static io.rialto.gateway.schedule.Sessions.between;
import static io.rialto.gateway.schedule.Sessions.daily;
import static io.rialto.gateway.schedule.Sessions.in;
import static io.rialto.protocol.Phase.CLOSED;
import static io.rialto.protocol.Phase.CONTINUOUS;
import static io.rialto.protocol.Phase.PRE_OPEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Both daylight-saving switches are those of the real zones in 2026. */
class PlanRulesTest {
    private static final BusinessCalendar WEEKDAYS = new BusinessCalendar(
            Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
            Set.of(LocalDate.parse("2026-12-25")),
            Set.of(LocalDate.parse("2026-12-24")));

    @Test
    void aDaysStepsAreMomentsOfTheSessionsZone() {
        Session frankfurt = daily("Europe/Berlin", at("09:00", CONTINUOUS), at("17:30", CLOSED));

        assertThat(between(frankfurt, "2026-01-15T00:00:00Z", "2026-01-15T23:00:00Z"))
                .containsExactly("CONTINUOUS 2026-01-15T08:00:00Z", "CLOSED 2026-01-15T16:30:00Z");
        assertThat(between(frankfurt, "2026-07-15T00:00:00Z", "2026-07-15T22:00:00Z"))
                .containsExactly("CONTINUOUS 2026-07-15T07:00:00Z", "CLOSED 2026-07-15T15:30:00Z");
    }

    @Test
    void aStepIsDueAtItsMomentAndOnlyOnce() {
        Session session = daily("UTC", at("09:00", CONTINUOUS));

        assertThat(between(session, "2026-01-15T08:00:00Z", "2026-01-15T08:59:59.999999999Z"))
                .isEmpty();
        assertThat(between(session, "2026-01-15T08:00:00Z", "2026-01-15T09:00:00Z"))
                .hasSize(1);
        assertThat(between(session, "2026-01-15T09:00:00Z", "2026-01-15T10:00:00Z"))
                .isEmpty();
    }

    @Test
    void weekendsAndHolidaysHaveNoSteps() {
        Session session = in("America/New_York", WEEKDAYS, at("09:30", CONTINUOUS));

        assertThat(between(session, "2026-12-24T00:00:00Z", "2026-12-29T00:00:00Z"))
                .containsExactly("CONTINUOUS 2026-12-24T14:30:00Z", "CONTINUOUS 2026-12-28T14:30:00Z");
    }

    @Test
    void aHalfDayHasADayOfItsOwn() {
        Session session = new Session(
                "short",
                List.of("A"),
                ZoneId.of("America/New_York"),
                WEEKDAYS,
                List.of(at("09:30", CONTINUOUS), at("16:00", CLOSED)),
                List.of(at("09:30", CONTINUOUS), at("13:00", CLOSED)));

        assertThat(between(session, "2026-12-23T15:00:00Z", "2026-12-25T00:00:00Z"))
                .containsExactly(
                        "CLOSED 2026-12-23T21:00:00Z",
                        "CONTINUOUS 2026-12-24T14:30:00Z",
                        "CLOSED 2026-12-24T18:00:00Z");
    }

    @Test
    void aSessionMayBeginOnTheEveningBefore() {
        Step evening = new Step(LocalTime.of(18, 0), -1, new Step.ToPhase(CONTINUOUS));
        Session session = in("America/New_York", WEEKDAYS, evening, at("17:00", CLOSED));

        assertThat(between(session, "2026-01-16T22:30:00Z", "2026-01-19T23:30:00Z"))
                .containsExactly(
                        "CONTINUOUS 2026-01-18T23:00:00Z",
                        "CLOSED 2026-01-19T22:00:00Z",
                        "CONTINUOUS 2026-01-19T23:00:00Z");
    }

    @Test
    void aTimeInsideTheGapIsTheMomentOfTheSwitch() {
        Session night = daily("Europe/Berlin", at("01:59", PRE_OPEN), at("02:30", CONTINUOUS), at("03:00", CLOSED));

        assertThat(between(night, "2026-03-28T22:00:00Z", "2026-03-29T21:00:00Z"))
                .containsExactly(
                        "PRE_OPEN 2026-03-29T00:59:00Z",
                        "CONTINUOUS 2026-03-29T01:00:00Z",
                        "CLOSED 2026-03-29T01:00:00Z");
    }

    @Test
    void stepsInsideTheGapKeepTheirOrder() {
        Session night = daily("America/New_York", at("02:10", PRE_OPEN), at("02:50", CONTINUOUS), at("03:10", CLOSED));

        assertThat(between(night, "2026-03-08T05:30:00Z", "2026-03-08T12:00:00Z"))
                .containsExactly(
                        "PRE_OPEN 2026-03-08T07:00:00Z",
                        "CONTINUOUS 2026-03-08T07:00:00Z",
                        "CLOSED 2026-03-08T07:10:00Z");
    }

    @Test
    void aTimeInsideTheOverlapIsMeantTheFirstTime() {
        Session night = daily("Europe/Berlin", at("02:15", CONTINUOUS), at("02:45", CLOSED), at("03:00", PRE_OPEN));

        assertThat(between(night, "2026-10-24T22:00:00Z", "2026-10-25T22:00:00Z"))
                .containsExactly(
                        "CONTINUOUS 2026-10-25T00:15:00Z",
                        "CLOSED 2026-10-25T00:45:00Z",
                        "PRE_OPEN 2026-10-25T02:00:00Z");
    }

    @Test
    void aDayHasTwentyThreeHoursInSpringAndTwentyFiveInAutumn() {
        Session roundTheClock = daily("America/New_York", at("00:00", CONTINUOUS));

        assertThat(lengthOfDay(roundTheClock, "2026-03-08T05:00:00Z")).isEqualTo(Duration.ofHours(23));
        assertThat(lengthOfDay(roundTheClock, "2026-11-01T04:00:00Z")).isEqualTo(Duration.ofHours(25));
        assertThat(lengthOfDay(roundTheClock, "2026-06-01T04:00:00Z")).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void aSessionAcrossTheSwitchIsAnHourShorterOrLonger() {
        Session night = daily("Europe/Berlin", at("01:00", CONTINUOUS), at("04:00", CLOSED));

        assertThat(between(night, "2026-03-28T22:00:00Z", "2026-03-29T12:00:00Z"))
                .containsExactly("CONTINUOUS 2026-03-29T00:00:00Z", "CLOSED 2026-03-29T02:00:00Z");
        assertThat(between(night, "2026-10-24T22:00:00Z", "2026-10-25T12:00:00Z"))
                .containsExactly("CONTINUOUS 2026-10-24T23:00:00Z", "CLOSED 2026-10-25T03:00:00Z");
    }

    @Test
    void aZoneThatMovesItsClocksByHalfAnHourIsNoDifferent() {
        Session island = daily("Australia/Lord_Howe", at("02:15", CONTINUOUS));

        assertThat(between(island, "2026-10-03T14:00:00Z", "2026-10-04T12:00:00Z"))
                .containsExactly("CONTINUOUS 2026-10-03T15:30:00Z");
    }

    @Test
    void theNewestPhaseUpToAMomentIsInForce() {
        Session session = in("UTC", WEEKDAYS, at("09:00", CONTINUOUS), at("17:00", CLOSED));
        Plan plan = new Plan(session);

        assertThat(plan.inForce(Instant.parse("2026-01-18T12:00:00Z"))
                        .orElseThrow()
                        .at())
                .isEqualTo("2026-01-16T17:00:00Z");
        assertThat(plan.inForce(Instant.parse("2026-01-19T09:00:00Z"))
                        .orElseThrow()
                        .at())
                .isEqualTo("2026-01-19T09:00:00Z");
    }

    private static Duration lengthOfDay(Session session, String first) {
        Instant start = Instant.parse(first);
        List<Plan.Planned> both = new Plan(session).between(start.minusNanos(1), start.plus(Duration.ofHours(26)));
        assertThat(both).hasSize(2);
        return Duration.between(both.get(0).at(), both.get(1).at());
    }
}
