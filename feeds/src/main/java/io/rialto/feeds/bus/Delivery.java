package io.rialto.feeds.bus;

import io.rialto.feeds.business.BusinessEvent;
import io.rialto.feeds.offsets.Offsets.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands events to one handler: again when it throws, and aside when it keeps throwing.
 *
 * <p>Threading: the consumer's thread hands over; {@link #redrive} and the counts, any thread.
 */
final class Delivery {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final long SHORTEST_PAUSE_NANOS = 1_000_000;
    private static final long LONGEST_PAUSE_NANOS = 1_000_000_000;

    private final Subscription subscription;
    private final SetAsides setAsides;
    private final ConcurrentLinkedQueue<Redrive> redrives = new ConcurrentLinkedQueue<>();
    private volatile Place place;
    private volatile long delivered;
    private volatile long retried;
    private volatile boolean isClosing;
    private Place saved;

    private record Redrive(Place place, CompletableFuture<Boolean> isHandled) {}

    Delivery(Subscription subscription, SetAsides setAsides, Place start) {
        this.subscription = subscription;
        this.setAsides = setAsides;
        place = start;
        saved = start;
    }

    /** @return false when it was closed, or may set no more aside, before all was handled */
    boolean deliver(List<BusinessEvent> events, Place after) {
        if (events.isEmpty()) return true;
        if (events.size() > 1 && hand(events, after) == null) {
            moved(after, events);
            return true;
        }
        for (int i = 0; i < events.size(); i++) {
            BusinessEvent event = events.get(i);
            boolean isLast = i == events.size() - 1;
            Place next = isLast ? after : new Place(event.sequence(), event.index());
            if (!deliverOne(event, next)) return false;
        }
        return true;
    }

    private boolean deliverOne(BusinessEvent event, Place after) {
        Throwable fault = null;
        for (int attempt = 1; attempt <= subscription.attempts(); attempt++) {
            fault = hand(List.of(event), after);
            if (fault == null) {
                moved(after, List.of(event));
                return true;
            }
            if (isClosing) return false;
            if (attempt < subscription.attempts()) pause(attempt);
        }
        if (setAsides.isFull()) return false;
        setAsides.add(event, subscription.attempts(), fault);
        LOG.warn(
                "event set aside consumer={} sequence={} index={} kind={}",
                subscription.name(),
                event.sequence(),
                event.index(),
                event.kind(),
                fault);
        moved(after, List.of());
        return true;
    }

    /** What is away is waited for, on a thread of the consumer's own; elsewhere it counts as an attempt. */
    private Throwable hand(List<BusinessEvent> events, Place after) {
        for (int wait = 1; ; wait++) {
            try {
                subscription.handler().handle(events, after);
                return null;
            } catch (EventHandler.Unavailable away) {
                retried++;
                if (subscription.isSynchronous() || isClosing) return away;
                pause(wait);
            } catch (Exception | AssertionError | LinkageError | StackOverflowError fault) {
                retried++;
                return fault;
            }
        }
    }

    /** What was set aside before is not any more, when it was told again and handled. */
    private void moved(Place after, List<BusinessEvent> handled) {
        delivered += handled.size();
        if (setAsides.count() > 0) handled.forEach(setAsides::remove);
        place = after;
    }

    /** Twice as long each time; not at all on the bus's thread. */
    private void pause(int times) {
        if (subscription.isSynchronous() || isClosing) return;
        long nanos = Math.min(SHORTEST_PAUSE_NANOS << Math.min(times, 12), LONGEST_PAUSE_NANOS);
        LockSupport.parkNanos(this, nanos);
    }

    /** Keeps where it stands, when it has moved. */
    void save() {
        if (place.equals(saved)) return;
        subscription.offsets().save(subscription.name(), place);
        saved = place;
    }

    void moveTo(Place other) {
        place = other;
        save();
    }

    CompletableFuture<Boolean> redrive(Place of) {
        Redrive redrive = new Redrive(of, new CompletableFuture<>());
        redrives.add(redrive);
        if (isClosing) redrive.isHandled.complete(false);
        return redrive.isHandled;
    }

    /** On the consumer's thread: what was set aside and is asked for again. */
    void runRedrives() {
        for (Redrive redrive = redrives.poll(); redrive != null; redrive = redrives.poll()) {
            Optional<BusinessEvent> event = setAsides.event(redrive.place);
            boolean isHandled = false;
            if (event.isPresent()) {
                Throwable fault = hand(List.of(event.get()), place);
                isHandled = fault == null;
                if (isHandled) {
                    delivered++;
                    setAsides.remove(event.get());
                } else {
                    setAsides.add(event.get(), 1, fault);
                }
            }
            redrive.isHandled.complete(isHandled);
        }
    }

    void close() {
        isClosing = true;
        for (Redrive left : new ArrayList<>(redrives)) left.isHandled.complete(false);
    }

    boolean isClosing() {
        return isClosing;
    }

    Place place() {
        return place;
    }

    long delivered() {
        return delivered;
    }

    long retried() {
        return retried;
    }
}
