package io.rialto.feeds.bus;

import io.rialto.feeds.business.BusinessEvent;
import io.rialto.feeds.business.EventKind;
import io.rialto.feeds.offsets.Offsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Who wants to be told what, and how.
 *
 * @param name names the consumer and its offset for good: letters, digits and hyphens, at most 40
 * @param isSynchronous on the bus's own thread, before the next frame is read: for what is quick and never waits. Else on a thread of
 *     its own
 * @param queueFrames an asynchronous consumer that is further behind reads the journal by itself, 1..1,000,000
 * @param attempts how often an event is tried before it is set aside, 1..100
 * @param gatherNanos how long an asynchronous consumer waits for more events before it handles what there is, 0..1 s: for whom a
 *     round costs more than an event
 * @param isUrgent an event for which nobody waits any longer
 */
public record Subscription(
        String name,
        Set<EventKind> kinds,
        boolean isSynchronous,
        EventHandler handler,
        Offsets offsets,
        int queueFrames,
        int attempts,
        long gatherNanos,
        Predicate<BusinessEvent> isUrgent) {
    private static final int USUAL_QUEUE = 4_096;
    private static final int USUAL_ATTEMPTS = 5;
    private static final long MOST_GATHER_NANOS = 1_000_000_000;

    public Subscription {
        if (!name.matches("[A-Za-z0-9-]{1,40}")) {
            throw new IllegalArgumentException("name must be 1..40 letters, digits and hyphens: was " + name);
        }
        if (kinds.isEmpty()) throw new IllegalArgumentException("kinds must not be empty: of " + name);
        check("queueFrames", queueFrames, 1_000_000);
        check("attempts", attempts, 100);
        if (gatherNanos < 0 || gatherNanos > MOST_GATHER_NANOS) {
            throw new IllegalArgumentException("gatherNanos must be 0.." + MOST_GATHER_NANOS + ": was " + gatherNanos);
        }
        kinds = Set.copyOf(kinds);
    }

    /** Told on the bus's own thread. */
    public static Subscription synchronous(String name, Set<EventKind> kinds, Offsets offsets, EventHandler handler) {
        return new Subscription(name, kinds, true, handler, offsets, USUAL_QUEUE, USUAL_ATTEMPTS, 0, any -> true);
    }

    /** Told on a thread of its own. */
    public static Subscription asynchronous(String name, Set<EventKind> kinds, Offsets offsets, EventHandler handler) {
        return new Subscription(name, kinds, false, handler, offsets, USUAL_QUEUE, USUAL_ATTEMPTS, 0, any -> true);
    }

    /** Every kind there is. */
    public static Set<EventKind> everything() {
        return EnumSet.allOf(EventKind.class);
    }

    public Subscription withQueue(int frames) {
        return new Subscription(name, kinds, isSynchronous, handler, offsets, frames, attempts, gatherNanos, isUrgent);
    }

    public Subscription withAttempts(int most) {
        return new Subscription(name, kinds, isSynchronous, handler, offsets, queueFrames, most, gatherNanos, isUrgent);
    }

    /** Waits so long for company, unless something urgent has come. */
    public Subscription gathering(Duration longest, Predicate<BusinessEvent> urgent) {
        return new Subscription(
                name, kinds, isSynchronous, handler, offsets, queueFrames, attempts, longest.toNanos(), urgent);
    }

    private static void check(String name, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(name + " must be 1.." + most + ": was " + value);
        }
    }
}
