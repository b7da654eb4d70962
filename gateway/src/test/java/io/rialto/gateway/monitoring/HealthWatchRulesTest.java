package io.rialto.gateway.monitoring;

import static io.rialto.gateway.monitoring.Health.DEGRADED;
import static io.rialto.gateway.monitoring.Health.HEALTHY;
import static io.rialto.gateway.monitoring.Health.UNHEALTHY;
import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.gateway.causes.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HealthWatchRulesTest {
    private final List<String> told = new ArrayList<>();
    private List<Component> components = List.of();
    private boolean isAway;
    private long newest = 7;
    private long at = 7;
    private final HealthWatch watch = new HealthWatch(
            () -> components, () -> newest, List.of(new HealthWatch.Follower("EVENTS", () -> at)), this::hears);

    @AfterEach
    void close() {
        watch.close();
    }

    private void hears(List<Statement> statements) {
        if (isAway) throw new IllegalStateException("the database is away");
        statements.forEach(each -> told.add(each.priority() + " " + each.reason()));
    }

    private void sees(Health... disk) {
        for (Health each : disk) {
            components = List.of(
                    new Component("DISK", each, 900, 1_000, "BYTES", "free for the journal"),
                    new Component("RING", HEALTHY, 0, 80, "PERCENT", "places that are taken"));
            watch.look();
        }
    }

    @Test
    void whatTwoLooksSeeIsToldOnce() {
        sees(HEALTHY, DEGRADED);
        assertThat(told).isEmpty();
        sees(DEGRADED, DEGRADED, DEGRADED);
        assertThat(told).containsExactly("HIGH DISK");
    }

    @Test
    void whatOneLookAloneSeesIsNotTold() {
        sees(DEGRADED, HEALTHY, UNHEALTHY, HEALTHY, DEGRADED, HEALTHY);
        assertThat(told).isEmpty();
    }

    @Test
    void whatBothLooksSawAtTheLeastIsTold() {
        sees(UNHEALTHY, DEGRADED);
        assertThat(told).containsExactly("HIGH DISK");
        sees(UNHEALTHY, UNHEALTHY);
        assertThat(told).containsExactly("HIGH DISK", "CRITICAL DISK");
    }

    @Test
    void sixLooksSayThatItIsBetterAndNoFewer() {
        sees(UNHEALTHY, UNHEALTHY, HEALTHY, HEALTHY, HEALTHY, HEALTHY, HEALTHY, UNHEALTHY);
        assertThat(told).containsExactly("CRITICAL DISK");
        sees(HEALTHY, HEALTHY, DEGRADED, HEALTHY, HEALTHY, HEALTHY);
        assertThat(told).containsExactly("CRITICAL DISK", "HIGH DISK");
        sees(HEALTHY, HEALTHY, HEALTHY, HEALTHY, HEALTHY, HEALTHY);
        assertThat(told).containsExactly("CRITICAL DISK", "HIGH DISK", "NORMAL DISK");
    }

    @Test
    void whatStandsStillWhileTheJournalGoesOnIsToldAndWhatIsSlowIsNot() {
        sees(HEALTHY, HEALTHY, HEALTHY);
        newest = 20;
        for (at = 8; at < 14; at++) sees(HEALTHY);
        assertThat(told).isEmpty();
        sees(HEALTHY, HEALTHY, HEALTHY);
        assertThat(told).containsExactly("CRITICAL EVENTS");
        at = 20;
        sees(HEALTHY, HEALTHY, HEALTHY, HEALTHY, HEALTHY, HEALTHY);
        assertThat(told).containsExactly("CRITICAL EVENTS", "NORMAL EVENTS");
    }

    @Test
    void whatCannotBeToldIsToldLater() {
        isAway = true;
        sees(DEGRADED, DEGRADED, DEGRADED);
        assertThat(told).isEmpty();
        isAway = false;
        sees(DEGRADED);
        assertThat(told).containsExactly("HIGH DISK");
    }
}
