package io.rialto.gateway.monitoring;

import io.rialto.gateway.form.Times;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What needs somebody's attention, and since when it was seen to. Thread-safe. */
final class Alerts {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Clock clock;
    private final Map<String, Instant> since = new HashMap<>();

    Alerts(Clock clock) {
        this.clock = clock;
    }

    /** @param level WARNING of what is degraded, CRITICAL of what is unhealthy */
    record Alert(String component, String level, String message, String since) {}

    synchronized List<Alert> of(List<Component> components) {
        for (Component each : components) {
            if (each.status() == Health.HEALTHY) since.remove(each.name());
            else since.putIfAbsent(each.name(), clock.instant());
        }
        return components.stream()
                .filter(each -> each.status() != Health.HEALTHY)
                .map(this::alert)
                .toList();
    }

    private Alert alert(Component of) {
        String level = of.status() == Health.UNHEALTHY ? "CRITICAL" : "WARNING";
        String message = of.detail() + ": " + of.value() + " " + of.unit() + ", limit " + of.limit();
        return new Alert(of.name(), level, message, text(since.get(of.name())));
    }

    static String text(Instant moment) {
        return Times.text(moment.toEpochMilli() * NANOS_PER_MILLI);
    }
}
