package io.rialto.gateway.monitoring;

import io.rialto.gateway.causes.Statement;
import io.rialto.gateway.notices.Priority;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the components again and again, and says when one is no longer well, is worse, or is well again. What only one look
 * sees is not told. Beside the components it looks whether what follows the journal moves while there is something to follow.
 *
 * <p>Threading: a thread of its own, "health".
 */
public final class HealthWatch implements AutoCloseable {
    static final int LOOKS_UNTIL_WORSE = 2;
    static final int LOOKS_UNTIL_BETTER = 6;

    private static final Logger LOG = LoggerFactory.getLogger(HealthWatch.class);
    private static final long STOP_SECONDS = 10;
    private static final double MOST_BEHIND = 100_000;

    private final Supplier<List<Component>> components;
    private final Consumer<List<Statement>> told;
    private final LongSupplier newest;
    private final List<Follower> followers;
    private final Map<String, Long> places = new HashMap<>();
    private final Map<String, Course> courses = new HashMap<>();
    private List<Statement> untold = List.of();
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "health");
        thread.setDaemon(true);
        return thread;
    });

    /** What follows the journal, and how far it is. */
    public record Follower(String name, LongSupplier sequence) {}

    /** What was told of a component last, and what looks have agreed on since. */
    private static final class Course {
        Health told = Health.HEALTHY;
        Health seen = Health.HEALTHY;
        int looks;

        /** Whether it is to be told now. */
        boolean sees(Health now) {
            boolean isWorse = now.compareTo(told) > 0;
            boolean goesOn = looks > 0 && now != told && isWorse == seen.compareTo(told) > 0;
            if (now == told) {
                looks = 0;
                return false;
            }
            looks = goesOn ? looks + 1 : 1;
            boolean isFarther = goesOn && isWorse == now.compareTo(seen) > 0;
            if (!isFarther) seen = now; // what all of these looks have seen at the least
            if (looks < (isWorse ? LOOKS_UNTIL_WORSE : LOOKS_UNTIL_BETTER)) return false;
            told = seen;
            looks = 0;
            return true;
        }
    }

    /** @param newest of the journal, up to which all followers should come */
    HealthWatch(
            Supplier<List<Component>> components,
            LongSupplier newest,
            List<Follower> followers,
            Consumer<List<Statement>> told) {
        this.components = components;
        this.newest = newest;
        this.followers = List.copyOf(followers);
        this.told = told;
    }

    HealthWatch start(long everyMillis) {
        looks.scheduleWithFixedDelay(this::look, everyMillis, everyMillis, TimeUnit.MILLISECONDS);
        return this;
    }

    /** What could not be told is told with the next look. */
    void look() {
        try {
            List<Statement> all = new ArrayList<>(untold);
            List<Component> seen = new ArrayList<>(components.get());
            followers.forEach(each -> seen.add(standing(each)));
            for (Component each : seen) {
                Course course = courses.computeIfAbsent(each.name(), any -> new Course());
                if (course.sees(each.status())) all.add(statement(each, course.told));
            }
            untold = List.copyOf(all);
            if (untold.isEmpty()) return;
            told.accept(untold);
            untold = List.of();
        } catch (RuntimeException later) {
            LOG.warn("the venue's health could not be told untold={} cause={}", untold.size(), later.toString());
        }
    }

    /** Behind, and where it was at the last look. */
    private Component standing(Follower follower) {
        long wanted = newest.getAsLong();
        long at = follower.sequence().getAsLong();
        Long before = places.put(follower.name(), at);
        long behind = Math.max(0, wanted - at);
        boolean isStill = behind > 0 && before != null && before == at;
        String detail = "frames behind the journal, " + (isStill ? "stands still at frame " : "at frame ") + at;
        return Component.upTo(follower.name(), behind, MOST_BEHIND, "FRAMES", isStill, detail);
    }

    private static Statement statement(Component of, Health status) {
        Priority priority = switch (status) {
            case UNHEALTHY -> Priority.CRITICAL;
            case DEGRADED -> Priority.HIGH;
            case HEALTHY -> Priority.NORMAL;
        };
        String words = of.name() + " is " + status + ": " + of.detail() + ", " + Math.round(of.value()) + " "
                + of.unit() + ", limit " + Math.round(of.limit());
        String title = status == Health.HEALTHY ? "The venue is well again" : "The venue is not well";
        return new Statement(priority, title, of.name(), words);
    }

    @Override
    public void close() {
        looks.shutdown();
        try {
            if (!looks.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) looks.shutdownNow();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
