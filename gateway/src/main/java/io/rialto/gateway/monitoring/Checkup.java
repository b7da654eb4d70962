package io.rialto.gateway.monitoring;

import io.rialto.feeds.records.Records;
import io.rialto.gateway.measures.Databases;
import io.rialto.gateway.measures.DoorMeasures;
import io.rialto.gateway.measures.Measure;
import io.rialto.gateway.measures.Measures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Looks at every part of the venue and says how well it is. Latencies are judged by the p95 of the last minute. */
final class Checkup {
    static final Duration LAST_MINUTE = Duration.ofMinutes(1);

    private static final double API_MICROS = 1_000_000;
    private static final double ORDER_MICROS = 100_000;
    private static final double DATABASE_MICROS = 500_000;
    private static final double CLOCK_MICROS = 500_000;
    private static final double PERCENT_TAKEN = 80;
    private static final double FRAMES_BEHIND = 10_000;
    private static final double NANOS_PER_MICRO = 1_000;
    private static final double WHOLE = 100;

    private final Measures measures;
    private final Databases databases;
    private final DoorMeasures door;
    private final Supplier<Vitals> vitals;
    private final Supplier<Vitals.Guards> guards;
    private final Supplier<Vitals.Past> past;

    Checkup(
            Measures measures,
            Databases databases,
            DoorMeasures door,
            Supplier<Vitals> vitals,
            Supplier<Vitals.Guards> guards,
            Supplier<Vitals.Past> past) {
        this.measures = measures;
        this.databases = databases;
        this.door = door;
        this.vitals = vitals;
        this.guards = guards;
        this.past = past;
    }

    List<Component> components() {
        Vitals now = vitals.get();
        List<Component> found = new ArrayList<>();
        found.add(latency("API", Measure.API_LATENCY, API_MICROS));
        found.add(latency("ORDERS", Measure.ORDER_MATCHING_LATENCY, ORDER_MICROS));
        found.add(latency("DATABASE", Measure.DATABASE_QUERY_LATENCY, DATABASE_MICROS));
        found.add(ring(now));
        found.add(journal(now));
        found.add(disk(now));
        found.add(clock(now));
        found.add(feeds(now));
        Vitals.Past kept = past.get();
        kept.records().map(health -> records(now, health)).ifPresent(found::add);
        kept.isRedisThere().map(Checkup::cache).ifPresent(found::add);
        found.add(audit(guards.get()));
        found.add(connections());
        Stream.concat(now.pools().stream(), databases.pools().stream())
                .map(Checkup::pool)
                .forEach(found::add);
        return List.copyOf(found);
    }

    private Component latency(String name, Measure kind, double limitMicros) {
        double p95 = measures.over(LAST_MINUTE, List.of(kind)).get(0).p95();
        return Component.upTo(name, p95, limitMicros, kind.unit().name(), "p95 of the last minute");
    }

    private static Component ring(Vitals now) {
        double taken = WHOLE * now.ringOccupancy() / now.ringSize();
        String detail = now.isHalted() ? "the line has halted" : "places of the ring that are taken";
        return Component.upTo("RING", taken, PERCENT_TAKEN, "PERCENT", now.isHalted(), detail);
    }

    private static Component journal(Vitals now) {
        double behind = Math.max(0, now.writtenSequence() - now.promisedSequence());
        return Component.upTo(
                "JOURNAL", behind, FRAMES_BEHIND, "FRAMES", now.isHalted(), "frames written and not yet promised");
    }

    /** Here less is worse. */
    private static Component disk(Vitals now) {
        Health status = switch (now.intake()) {
            case "OPEN" -> Health.HEALTHY;
            case "CANCELS_ONLY" -> Health.DEGRADED;
            default -> Health.UNHEALTHY;
        };
        String detail = "free for the journal, intake " + now.intake();
        return new Component("DISK", status, now.freeBytes(), now.lowBytes(), "BYTES", detail);
    }

    private static Component clock(Vitals now) {
        double offset = Math.abs(now.clockOffsetNanos()) / NANOS_PER_MICRO;
        String detail = "between the clock of commands and the machine's";
        return Component.upTo("CLOCK", offset, CLOCK_MICROS, "MICROSECONDS", false, detail);
    }

    private static Component feeds(Vitals now) {
        double behind = Math.max(0, now.acknowledgedSequence() - now.feedsSequence());
        String detail = now.areFeedsFollowing() ? "frames behind what was acknowledged" : "the feeds do not follow";
        return Component.upTo("FEEDS", behind, FRAMES_BEHIND, "FRAMES", !now.areFeedsFollowing(), detail);
    }

    /** While its database is away it waits, and will catch up; what is refused waits for somebody. */
    private static Component records(Vitals now, Records.Health health) {
        double behind = Math.max(0, now.promisedSequence() - health.sequence());
        boolean isBroken = health.state() == Records.State.REFUSED || health.state() == Records.State.STOPPED;
        Component judged =
                Component.upTo("RECORDS", behind, FRAMES_BEHIND, "FRAMES", isBroken, "frames behind the journal");
        if (health.isWell()) return judged;
        String detail = "the read model is " + health.state() + " after frame " + health.sequence() + " since "
                + health.since().map(Alerts::text).orElse("") + " (" + health.fault() + "), frames behind the journal";
        return new Component(
                "RECORDS", isBroken ? Health.UNHEALTHY : Health.DEGRADED, behind, FRAMES_BEHIND, "FRAMES", detail);
    }

    private static Component cache(boolean isRedisThere) {
        String detail = isRedisThere
                ? "outages of the redis that shares kept answers"
                : "redis is away and kept answers are in memory alone, outages";
        return Component.upTo("CACHE", isRedisThere ? 0 : 1, 0, "COUNT", false, detail);
    }

    private static Component audit(Vitals.Guards now) {
        boolean isWhole = now.auditFault().isEmpty();
        String detail = isWhole ? "faults of the audit list" : now.auditFault();
        return Component.upTo("AUDIT", isWhole ? 0 : 1, 0, "COUNT", !isWhole, detail);
    }

    private Component connections() {
        double taken = WHOLE * door.open() / door.mostConnections();
        String detail = "of the connections that there may be; turned away " + door.allTurnedAway() + ", too slow "
                + door.allCutOff();
        return Component.upTo("CONNECTIONS", taken, PERCENT_TAKEN, "PERCENT", false, detail);
    }

    /** All of it may be taken; what counts is how much waits for it. */
    private static Component pool(Databases.Pool pool) {
        String detail = pool.active() + " of " + pool.most() + " taken, " + pool.idle() + " idle: how many wait";
        return Component.upTo(
                "POOL_" + pool.name().toUpperCase(Locale.ROOT), pool.waiting(), pool.room(), "COUNT", false, detail);
    }
}
