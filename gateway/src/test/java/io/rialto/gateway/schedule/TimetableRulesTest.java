package io.rialto.gateway.schedule;

import static io.rialto.gateway.schedule.Sessions.at;
import static io.rialto.gateway.schedule.Sessions.call;
import static io.rialto.gateway.schedule.Sessions.daily;
import static io.rialto.protocol.CallKind.CLOSING;
import static io.rialto.protocol.CallKind.OPENING;
import static io.rialto.protocol.Phase.CLOSED;
import static io.rialto.protocol.Phase.CONTINUOUS;
import static io.rialto.protocol.Phase.PRE_OPEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.protocol.Reason;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One instrument's commands, without a thread: time is what the test says it is. */
class TimetableRulesTest {
    private static final Session DAY = daily(
            "UTC",
            at("07:00", PRE_OPEN),
            call("09:00", OPENING, "PT5M", "PT30S", CONTINUOUS),
            call("17:00", CLOSING, "PT5M", "PT0S", CLOSED));

    private final SentCommands line = new SentCommands();

    @Test
    void eachStepIsSentWhenItIsDueAndNotAgain() {
        Timetable timetable = begun("2026-01-15T06:00:00Z", "2026-01-14T17:00:00Z");

        runs(timetable, "06:59:59", "07:00:00", "07:00:01", "08:00:00");

        assertThat(line.sent()).containsExactly("ChangePhase PRE_OPEN planned 07:00 at 07:00");
    }

    @Test
    void aCallsSeedIsToldAtItsRandomEndAndFitsItsHash() {
        Timetable timetable = begun("2026-01-15T08:00:00Z", "2026-01-15T07:00:00Z");

        runs(timetable, "09:00:00", "09:00:01", "09:04:59", "09:05:31", "09:05:32");

        assertThat(line.sent())
                .containsExactly(
                        "StartCall OPENING 300s window 30s next CONTINUOUS planned 09:00 at 09:00",
                        "RevealSeed that fits at 09:05");
    }

    @Test
    void whatWasMissedIsMadeUpForInOrderWithItsPlannedMoments() {
        Timetable timetable = begun("2026-01-15T12:00:00Z", "2026-01-13T17:00:00Z");

        runs(timetable, "12:00:00", "12:00:01", "12:00:02", "12:00:03", "12:00:04", "12:00:05", "12:00:06");

        assertThat(line.sent())
                .containsExactly(
                        "ChangePhase PRE_OPEN planned 07:00 at 12:00",
                        "StartCall OPENING 0s window 0s next CONTINUOUS planned 09:00 at 12:00",
                        "ChangePhase CONTINUOUS planned 09:05 at 12:00",
                        "StartCall CLOSING 0s window 0s next CLOSED planned 17:00 at 12:00",
                        "ChangePhase CLOSED planned 17:05 at 12:00",
                        "ChangePhase PRE_OPEN planned 07:00 at 12:00",
                        "StartCall OPENING 300s window 30s next CONTINUOUS planned 09:00 at 12:00");
    }

    @Test
    void anInstrumentWithoutAPlannedPastStartsWithWhatShouldBeInForce() {
        Timetable timetable = new Timetable(1, "A", DAY, seeds(), line, Optional.empty(), moment("12:00:00"));

        runs(timetable, "12:00:00", "12:00:01");

        assertThat(line.sent())
                .containsExactly("StartCall OPENING 300s window 30s next CONTINUOUS planned 09:00 at 12:00");
    }

    @Test
    void aRestartInTheMiddleOfACallAsksForItsFrameOfThenAndStillTellsItsSeed() {
        Timetable before = begun("2026-01-15T08:00:00Z", "2026-01-15T07:00:00Z");
        runs(before, "09:00:00", "09:00:01");

        Timetable after = begun("2026-01-15T09:02:00Z", "2026-01-15T09:00:00Z");
        runs(after, "09:02:00", "09:02:01", "09:05:31");

        assertThat(line.sent())
                .containsExactly(
                        "StartCall OPENING 300s window 30s next CONTINUOUS planned 09:00 at 09:00",
                        "again",
                        "RevealSeed that fits at 09:05");
    }

    @Test
    void aVenueThatWasDownUntilTheCallWasOverStillTellsItsSeed() {
        Timetable before = begun("2026-01-15T08:00:00Z", "2026-01-15T07:00:00Z");
        runs(before, "09:00:00", "09:00:01");

        Timetable after = begun("2026-01-15T09:30:00Z", "2026-01-15T09:00:00Z");
        runs(after, "09:30:00", "09:30:01");

        assertThat(line.sent())
                .containsExactly(
                        "StartCall OPENING 300s window 30s next CONTINUOUS planned 09:00 at 09:00",
                        "RevealSeed that fits at 09:30");
    }

    @Test
    void aFullLineIsAskedAgainASecondLaterUnderTheSameKey() {
        Timetable timetable = begun("2026-01-15T06:00:00Z", "2026-01-14T17:00:00Z");
        line.isFull = true;

        runs(timetable, "07:00:00", "07:00:00.5");
        line.isFull = false;
        runs(timetable, "07:00:00.9", "07:00:01.5", "07:00:02");

        assertThat(line.sent()).containsExactly("full", "ChangePhase PRE_OPEN planned 07:00 at 07:00");
        assertThat(line.keys()).hasSize(1);
    }

    @Test
    void theNextStepWaitsForTheAnswerToTheOneBefore() {
        Timetable timetable = begun("2026-01-15T06:00:00Z", "2026-01-14T17:00:00Z");
        line.isSilent = true;
        runs(timetable, "07:00:00", "09:00:00");
        assertThat(line.sent()).hasSize(1);

        line.speak();
        runs(timetable, "09:00:01", "09:00:02");

        assertThat(line.sent()).hasSize(2).last().asString().startsWith("StartCall OPENING");
    }

    @Test
    void aRefusalIsNoReasonToStandStill() {
        Timetable timetable = begun("2026-01-15T06:00:00Z", "2026-01-14T17:00:00Z");
        line.refuses = true;
        runs(timetable, "07:00:00", "07:00:01");

        line.refuses = false;
        runs(timetable, "09:00:00");

        assertThat(line.sent()).hasSize(2);
    }

    @Test
    void aCallThatAnotherCallStandsInTheWayOfIsAskedForAgainWhileItWouldRun() {
        Timetable timetable = begun("2026-01-15T08:00:00Z", "2026-01-15T07:00:00Z");
        line.refuses = true;
        line.reason = Reason.WOULD_CHANGE_NOTHING;
        runs(timetable, "09:00:00", "09:00:00.1", "09:00:00.2", "09:00:01.2");
        line.refuses = false;
        runs(timetable, "09:00:02", "09:00:02.3", "09:00:02.4", "09:00:04");

        assertThat(line.sent()).hasSize(3).allMatch(each -> each.startsWith("StartCall OPENING"));
        assertThat(line.keys()).hasSize(3);
    }

    @Test
    void aClockThatStepsBackDoesNothingTwice() {
        Timetable timetable = begun("2026-01-15T06:00:00Z", "2026-01-14T17:00:00Z");

        runs(timetable, "07:00:00", "06:30:00", "06:59:59", "07:00:00", "07:00:01");

        assertThat(line.sent()).hasSize(1);
    }

    @Test
    void aClockThatStoodBehindHistoryWaitsUntilHistoryIsPassed() {
        Timetable timetable = begun("2026-01-15T06:00:00Z", "2026-01-15T07:00:00Z");

        runs(timetable, "06:00:00", "07:00:00", "07:00:01", "09:00:00");

        assertThat(line.sent()).hasSize(1).first().asString().startsWith("StartCall OPENING");
    }

    @Test
    void aClockThatJumpsForwardMissesNothing() {
        Timetable timetable = begun("2026-01-15T06:00:00Z", "2026-01-14T17:00:00Z");

        runs(timetable, "06:30:00", "09:01:00", "09:01:01", "09:01:02");

        assertThat(line.sent())
                .containsExactly(
                        "ChangePhase PRE_OPEN planned 07:00 at 09:01",
                        "StartCall OPENING 300s window 30s next CONTINUOUS planned 09:00 at 09:01");
    }

    private Timetable begun(String now, String lastPlanned) {
        return new Timetable(1, "A", DAY, seeds(), line, Optional.of(Instant.parse(lastPlanned)), Instant.parse(now));
    }

    private static Seeds seeds() {
        return new Seeds(name -> name);
    }

    private void runs(Timetable timetable, String... times) {
        for (String time : times) {
            line.now = moment(time);
            timetable.turn(line.now);
        }
    }

    private static Instant moment(String time) {
        return Instant.parse("2026-01-15T" + time + "Z");
    }
}
