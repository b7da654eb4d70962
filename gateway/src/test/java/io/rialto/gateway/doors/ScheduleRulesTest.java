package io.rialto.gateway.doors;

import static io.rialto.gateway.doors.VenueUnderTest.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rialto.gateway.doors.VenueUnderTest.Trader;
import io.rialto.journal.JournalReader;
import io.rialto.protocol.PhaseChangedDecoder;
import io.rialto.protocol.SeedRevealedDecoder;
import io.rialto.protocol.frame.FrameView;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole venue by the clock of this machine. The session's zone is one in which it is about noon. */
class ScheduleRulesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String OPEN_SINCE_MIDNIGHT = "{\"at\":\"00:00\",\"phase\":\"CONTINUOUS\"},";

    private record Change(String phase, long plannedNanos, long actualNanos) {}

    @TempDir
    private Path data;

    private final ZoneOffset zone =
            ZoneOffset.ofHours(12 - Instant.now().atOffset(ZoneOffset.UTC).getHour());

    @Test
    void phasesChangeByTheClockWithPlannedAndActualTime() throws Exception {
        Instant halt = Instant.now().plusSeconds(2);
        try (VenueUnderTest venue = scheduled(OPEN_SINCE_MIDNIGHT + phase(halt, "HALT"))) {
            Trader bob = venue.trader("bob", Map.of("USD", "1000000"));
            assertThat(bob.places("BUY", "1", "100.00").status()).isEqualTo(201);

            await(() -> phaseOf(venue).equals("HALT"));

            assertThat(bob.places("BUY", "1", "100.00").code()).isEqualTo("MARKET_HALTED");
        }
        Change change = changes().get(0);
        assertThat(change.phase).isEqualTo("HALT");
        assertThat(change.plannedNanos).isEqualTo(nanos(halt));
        assertThat(change.actualNanos).isBetween(nanos(halt), nanos(halt) + PATIENCE.toNanos());
    }

    @Test
    void aCallEndsByItselfAtItsRandomEndAndTellsItsSeed() throws Exception {
        Instant start = Instant.now().plusSeconds(2);
        String call = ",\"call\":\"OPENING\",\"duration\":\"PT2S\",\"window\":\"PT1S\",\"next\":\"CONTINUOUS\"}";
        try (VenueUnderTest venue = scheduled(OPEN_SINCE_MIDNIGHT + at(start) + call)) {
            Trader alice = venue.trader("alice", Map.of("BTC", "10"));
            Trader bob = venue.trader("bob", Map.of("USD", "1000000"));
            await(() -> phaseOf(venue).equals("CALL"));
            assertThat(alice.places("SELL", "1", "100.00").status()).isEqualTo(201);
            assertThat(bob.places("BUY", "1", "102.00").status()).isEqualTo(201);

            await(() -> bob.total("BTC").startsWith("0.99"));

            assertThat(phaseOf(venue)).isEqualTo("CONTINUOUS");
        }
        assertThat(changes()).extracting(Change::phase).containsExactly("CALL", "UNCROSS", "CONTINUOUS");
        assertThat(events(SeedRevealedDecoder.TEMPLATE_ID)).isOne();
    }

    @Test
    void whatFellDueWhileTheVenueWasDownIsDoneInOrderAtItsStart() throws Exception {
        try (VenueUnderTest venue = scheduled(phase(Instant.now().minusSeconds(60), "PRE_OPEN"))) {
            await(() -> phaseOf(venue).equals("PRE_OPEN"));
        }
        Instant now = Instant.now();
        String missed = phase(now.minusSeconds(30), "CANCEL_ONLY") + "," + phase(now.minusSeconds(20), "HALT") + ","
                + phase(now.minusSeconds(10), "CLOSED");
        try (VenueUnderTest venue = scheduled(missed)) {
            await(() -> phaseOf(venue).equals("CLOSED"));
        }
        assertThat(changes()).extracting(Change::phase).containsExactly("PRE_OPEN", "CANCEL_ONLY", "HALT", "CLOSED");
        assertThat(changes()).allMatch(change -> change.actualNanos > change.plannedNanos);
        assertThat(changes()).extracting(Change::plannedNanos).isSorted();
    }

    @Test
    void aVenueWithNothingToDoWritesNothing() throws Exception {
        try (VenueUnderTest venue = VenueUnderTest.open(data)) {
            long before = venue.sequence();
            Instant until = Instant.now().plusMillis(500);
            await(() -> Instant.now().isAfter(until));
            assertThat(venue.sequence()).isEqualTo(before);
        }
    }

    @Test
    void anUnsoundScheduleStopsTheStart() throws Exception {
        assertThatThrownBy(() -> scheduled("{\"at\":\"25:00\",\"phase\":\"HALT\"}"))
                .hasMessageContaining("sessions[0].day[0].at must be a time like 09:30: was '25:00'");
    }

    private VenueUnderTest scheduled(String steps) throws Exception {
        String text =
                "{\"sessions\":[{\"instruments\":[\"BTC-USD\"],\"zone\":\"" + zone + "\",\"day\":[" + steps + "]}]}";
        Path file = Files.writeString(data.resolve("schedule.json"), text);
        return VenueUnderTest.open(data, Map.of("schedule.file", file.toString()));
    }

    private String at(Instant moment) {
        return "{\"at\":\"" + moment.atOffset(zone).toLocalTime() + "\"";
    }

    private String phase(Instant moment, String phase) {
        return at(moment) + ",\"phase\":\"" + phase + "\"}";
    }

    private static String phaseOf(VenueUnderTest venue) {
        return ok(venue.nobody().raw("GET", "/api/v1/instruments/BTC-USD", "", Map.of()))
                .text("phase");
    }

    private static void await(BooleanSupplier fact) {
        Instant until = Instant.now().plus(PATIENCE);
        while (!fact.getAsBoolean()) assertThat(Instant.now()).isBefore(until);
    }

    private static long nanos(Instant moment) {
        return moment.getEpochSecond() * 1_000_000_000L + moment.getNano();
    }

    private List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        try (JournalReader reader = JournalReader.open(data.resolve("journal"))) {
            while (reader.next()) {
                FrameView frame = reader.frame();
                while (frame.nextEvent()) {
                    if (frame.eventType() != PhaseChangedDecoder.TEMPLATE_ID) continue;
                    PhaseChangedDecoder event = new PhaseChangedDecoder()
                            .wrap(frame.buffer(), frame.eventOffset(), frame.eventBlockLength(), frame.eventVersion());
                    changes.add(new Change(event.newPhase().name(), event.plannedNanos(), frame.timeNanos()));
                }
            }
        }
        return changes;
    }

    private int events(int type) {
        int found = 0;
        try (JournalReader reader = JournalReader.open(data.resolve("journal"))) {
            while (reader.next()) {
                FrameView frame = reader.frame();
                while (frame.nextEvent()) found += frame.eventType() == type ? 1 : 0;
            }
        }
        return found;
    }
}
