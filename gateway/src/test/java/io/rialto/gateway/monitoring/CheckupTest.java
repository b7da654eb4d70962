package io.rialto.gateway.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.feeds.records.Records;
import io.rialto.gateway.doors.TurnedClock;
import io.rialto.gateway.measures.Databases;
import io.rialto.gateway.measures.DoorMeasures;
import io.rialto.gateway.measures.Measure;
import io.rialto.gateway.measures.Measures;
import io.rialto.gateway.settings.VenueConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CheckupTest {
    private static final Vitals WELL =
            new Vitals(0, 4_096, false, "OPEN", 10, 10, 2_000, 1_000, 0, 10, 10, true, List.of());

    private final TurnedClock clock = new TurnedClock(Instant.parse("2026-11-22T10:00:00Z"));
    private final Measures measures = new Measures(clock);
    private Vitals now = WELL;
    private final DoorMeasures door = new DoorMeasures(
            measures, new VenueConfig.Connections(10, 10, 10, 100, 1), (address, path, correlation) -> {});
    private Vitals.Past past = Vitals.Past.NONE;
    private final Checkup checkup = new Checkup(
            measures, new Databases(measures), door, () -> now, () -> new Vitals.Guards("", Map.of()), () -> past);
    private final Alerts alerts = new Alerts(clock);

    @AfterEach
    void close() {
        measures.close();
    }

    @Test
    void whatIsSlowerThanItsLimitIsDegradedAndFarAboveItUnhealthy() {
        judges("API", Measure.API_LATENCY, Duration.ofSeconds(1));
        judges("ORDERS", Measure.ORDER_MATCHING_LATENCY, Duration.ofMillis(100));
        judges("DATABASE", Measure.DATABASE_QUERY_LATENCY, Duration.ofMillis(500));
    }

    private void judges(String name, Measure kind, Duration limit) {
        assertThat(health(name)).isEqualTo(Health.HEALTHY);
        measures.record(kind, limit.toNanos() * 99 / 100);
        assertThat(health(name)).as(name).isEqualTo(Health.HEALTHY);
        measures.reset();
        measures.record(kind, limit.toNanos() * 102 / 100);
        assertThat(health(name)).as(name).isEqualTo(Health.DEGRADED);
        measures.reset();
        measures.record(kind, limit.toNanos() * 6);
        assertThat(health(name)).as(name).isEqualTo(Health.UNHEALTHY);
        clock.turn(Duration.ofSeconds(10));
        measures.over(Duration.ZERO, List.of());
        clock.turn(Duration.ofMinutes(1));
        assertThat(health(name)).as("a minute later").isEqualTo(Health.HEALTHY);
    }

    @Test
    void eachRoomIsJudgedByItsOwnNumber() {
        assertThat(Health.worst(checkup.components())).isEqualTo(Health.HEALTHY);

        sees(new Vitals(3_300, 4_096, false, "OPEN", 10, 10, 2_000, 1_000, 0, 10, 10, true, List.of()));
        assertThat(health("RING")).isEqualTo(Health.DEGRADED);
        sees(new Vitals(0, 4_096, true, "OPEN", 10, 10, 2_000, 1_000, 0, 10, 10, true, List.of()));
        assertThat(health("RING")).isEqualTo(Health.UNHEALTHY);
        sees(new Vitals(0, 4_096, false, "OPEN", 20_000, 10, 2_000, 1_000, 0, 10, 10, true, List.of()));
        assertThat(health("JOURNAL")).isEqualTo(Health.DEGRADED);
        sees(new Vitals(0, 4_096, false, "CANCELS_ONLY", 10, 10, 900, 1_000, 0, 10, 10, true, List.of()));
        assertThat(health("DISK")).isEqualTo(Health.DEGRADED);
        sees(new Vitals(0, 4_096, false, "CLOSED", 10, 10, 100, 1_000, 0, 10, 10, true, List.of()));
        assertThat(health("DISK")).isEqualTo(Health.UNHEALTHY);
        sees(new Vitals(0, 4_096, false, "OPEN", 10, 10, 2_000, 1_000, -600_000_000, 10, 10, true, List.of()));
        assertThat(health("CLOCK")).isEqualTo(Health.DEGRADED);
        sees(new Vitals(0, 4_096, false, "OPEN", 10, 10, 2_000, 1_000, 0, 20_000, 10, true, List.of()));
        assertThat(health("FEEDS")).isEqualTo(Health.DEGRADED);
        sees(new Vitals(0, 4_096, false, "OPEN", 10, 10, 2_000, 1_000, 0, 10, 10, false, List.of()));
        assertThat(health("FEEDS")).isEqualTo(Health.UNHEALTHY);
        Databases.Pool full = new Databases.Pool("answers", 4, 0, 4, 11, 10);
        sees(new Vitals(0, 4_096, false, "OPEN", 10, 10, 2_000, 1_000, 0, 10, 10, true, List.of(full)));
        assertThat(health("POOL_ANSWERS")).isEqualTo(Health.DEGRADED);
    }

    @Test
    void theReadModelWaitsForAnOutageAndNeedsSomebodyWhenItIsRefused() {
        assertThat(checkup.components()).noneMatch(each -> each.name().equals("RECORDS"));

        remembers(Records.State.FOLLOWING, "");
        assertThat(health("RECORDS")).isEqualTo(Health.HEALTHY);
        remembers(Records.State.AWAY, "the connection was refused");
        assertThat(health("RECORDS")).isEqualTo(Health.DEGRADED);
        remembers(Records.State.REFUSED, "no such table: fill");
        assertThat(health("RECORDS")).isEqualTo(Health.UNHEALTHY);
        Alerts.Alert alert = alerts.of(checkup.components()).stream()
                .filter(each -> each.component().equals("RECORDS"))
                .findFirst()
                .orElseThrow();
        assertThat(alert.level()).isEqualTo("CRITICAL");
        assertThat(alert.message()).contains("REFUSED after frame 4", "no such table: fill", ": 6.0 FRAMES");
        remembers(Records.State.STOPPED, "another history");
        assertThat(health("RECORDS")).isEqualTo(Health.UNHEALTHY);
    }

    private void remembers(Records.State state, String fault) {
        Records.Health health = new Records.Health(state, 4, fault, Optional.of(clock.instant()));
        past = new Vitals.Past(Optional.of(health), Optional.empty());
    }

    @Test
    void keptAnswersWithoutTheirRedisAreDegraded() {
        past = new Vitals.Past(Optional.empty(), Optional.of(true));
        assertThat(health("CACHE")).isEqualTo(Health.HEALTHY);
        past = new Vitals.Past(Optional.empty(), Optional.of(false));
        assertThat(health("CACHE")).isEqualTo(Health.DEGRADED);
    }

    @Test
    void aDoorThatIsNearlyFullIsDegradedAndSaysWhomItTurnedAway() {
        for (int i = 0; i < 8; i++) door.opened();
        assertThat(health("CONNECTIONS")).isEqualTo(Health.HEALTHY);
        door.opened();
        door.turnedAway();
        door.cutOff();
        assertThat(health("CONNECTIONS")).isEqualTo(Health.DEGRADED);
        assertThat(checkup.components())
                .anyMatch(each -> each.detail().endsWith("turned away 1, too slow 1") && each.value() == 90);
    }

    @Test
    void anAlertStandsSinceItWasSeenFirstUntilItIsOver() {
        assertThat(alerts.of(checkup.components())).isEmpty();
        sees(new Vitals(0, 4_096, true, "OPEN", 10, 10, 2_000, 1_000, 0, 10, 10, true, List.of()));
        alerts.of(checkup.components());
        clock.turn(Duration.ofMinutes(5));

        List<Alerts.Alert> standing = alerts.of(checkup.components());

        assertThat(standing).extracting(Alerts.Alert::component).containsExactly("RING", "JOURNAL");
        assertThat(standing).extracting(Alerts.Alert::level).containsOnly("CRITICAL");
        assertThat(standing).extracting(Alerts.Alert::since).containsOnly("2026-11-22T10:00:00.000000000Z");
        sees(WELL);
        assertThat(alerts.of(checkup.components())).isEmpty();
    }

    private void sees(Vitals vitals) {
        now = vitals;
    }

    private Health health(String name) {
        return checkup.components().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow()
                .status();
    }
}
