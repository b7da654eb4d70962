package io.rialto.gateway.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rialto.protocol.CallKind;
import io.rialto.protocol.InstrumentParameter;
import io.rialto.protocol.Phase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScheduleFileTest {
    private static final Path OPERATIONS = Path.of("../docs/operations.md");

    @TempDir
    private Path directory;

    @Test
    void aDayIsReadAsItIsWritten() throws Exception {
        Session session = read("""
            {"calendars": {"c": {"weekend": ["SUNDAY"], "holidays": ["2026-12-25"], "halfDays": ["2026-12-24"]}},
             "sessions": [{"name": "s", "instruments": ["A", "B"], "zone": "Europe/Berlin", "calendar": "c",
               "day": [{"at": "18:00", "dayOffset": -1, "phase": "PRE_OPEN"},
                       {"at": "08:50", "call": "OPENING", "duration": "PT10M", "window": "PT30S", "next": "CONTINUOUS"},
                       {"at": "17:00", "set": "VELOCITY_CALL_NANOS", "value": 5000000000},
                       {"at": "17:30", "phase": "CLOSED"}],
               "halfDay": [{"at": "12:00", "phase": "CLOSED"}]}]}""").sessionOf("B").orElseThrow();

        assertThat(session.name()).isEqualTo("s");
        assertThat(session.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(session.calendar().of(LocalDate.parse("2026-12-25"))).isEqualTo(BusinessCalendar.Day.NONE);
        assertThat(session.day())
                .containsExactly(
                        new Step(LocalTime.of(18, 0), -1, new Step.ToPhase(Phase.PRE_OPEN)),
                        new Step(
                                LocalTime.of(8, 50),
                                0,
                                new Step.Call(
                                        CallKind.OPENING,
                                        Duration.ofMinutes(10),
                                        Duration.ofSeconds(30),
                                        Phase.CONTINUOUS)),
                        new Step(
                                LocalTime.of(17, 0),
                                0,
                                new Step.Change(InstrumentParameter.VELOCITY_CALL_NANOS, 5_000_000_000L)),
                        new Step(LocalTime.of(17, 30), 0, new Step.ToPhase(Phase.CLOSED)));
        assertThat(session.stepsOf(LocalDate.parse("2026-12-24"))).hasSize(1);
    }

    @Test
    void theSessionThatNamesAnInstrumentWinsOverTheOneForAll() throws Exception {
        Schedule schedule = read("""
            {"sessions": [{"name": "all", "instruments": ["*"], "zone": "UTC", "day": [{"at": "09:00", "phase": "CLOSED"}]},
                          {"name": "own", "instruments": ["A"], "zone": "UTC", "day": [{"at": "09:00", "phase": "CLOSED"}]}]}""");

        assertThat(schedule.sessionOf("A").orElseThrow().name()).isEqualTo("own");
        assertThat(schedule.sessionOf("B").orElseThrow().name()).isEqualTo("all");
        assertThat(Schedule.NONE.sessionOf("A")).isEmpty();
    }

    @Test
    void allFaultsAreToldTogether() {
        assertThatThrownBy(() -> read("""
            {"colour": 1,
             "calendars": {"c": {"holidays": ["25.12."]}},
             "sessions": [
               {"instruments": ["A"], "zone": "Mars", "calendar": "d", "day": [
                 {"at": "25:00", "phase": "CLOSED"},
                 {"at": "09:00", "phase": "CALL"},
                 {"at": "10:00", "call": "OPENING", "duration": "PT0S", "next": "CONTINUOUS"},
                 {"at": "11:00", "call": "CLOSING", "duration": "PT5M", "next": "HALT"}]},
               {"instruments": ["A"], "zone": "UTC", "day": [
                 {"at": "09:00", "call": "OPENING", "duration": "PT5M", "window": "PT1S", "next": "CONTINUOUS"},
                 {"at": "09:05", "phase": "CLOSED"},
                 {"at": "09:05", "phase": "PRE_OPEN"}]},
               {"instruments": [], "zone": "UTC", "day": []}]}"""))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll(
                        "colour is not a known key",
                        "calendars.c.holidays must be a date like 2026-12-25: was '25.12.'",
                        "sessions[0].zone must be a zone like Europe/Berlin: was 'Mars'",
                        "sessions[0].calendar is not there",
                        "sessions[0].day[0].at must be a time like 09:30: was '25:00'",
                        "sessions[0].day[1].phase must be one of",
                        "sessions[0].day[2] must last for some time",
                        "sessions[0].day[3].next must be one of",
                        "sessions[1].instruments names A, which has a session",
                        "sessions[1].day[0] must be over when the next begins",
                        "sessions[1].day[2].at must be later than the one before",
                        "sessions[2].instruments must name one, or *",
                        "sessions[2].day must be a list");
    }

    @Test
    void textThatIsNoJsonIsRefusedWithTheFilesName() {
        assertThatThrownBy(() -> read("sessions = none")).hasMessageContaining("schedule.json");
    }

    @Test
    void theExampleInTheOperatorsBookIsSound() throws Exception {
        String book = Files.readString(OPERATIONS);
        int from = book.indexOf("```json", book.indexOf("## Sessions")) + "```json".length();

        Schedule schedule = read(book.substring(from, book.indexOf("```", from)));

        assertThat(schedule.sessions()).isNotEmpty();
        assertThat(List.copyOf(schedule.sessions().get(0).day())).isNotEmpty();
    }

    private Schedule read(String text) throws IOException {
        return Schedule.read(Files.writeString(directory.resolve("schedule.json"), text));
    }
}
