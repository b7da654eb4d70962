package io.rialto.feeds.bus;

import io.rialto.feeds.business.BusinessEvent;
import io.rialto.feeds.business.EventKind;
import io.rialto.feeds.offsets.Offsets.Place;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/**
 * Someone who is told events, as others see it.
 *
 * <p>Threading: any thread.
 */
public abstract sealed class Consumer permits SynchronousConsumer, AsynchronousConsumer {
    private static final long LOOK_NANOS = 100_000;

    final Subscription subscription;
    final SetAsides setAsides;
    final Delivery delivery;
    private volatile Place start;
    private volatile String fault = "";

    /**
     * How a consumer is.
     *
     * @param offset behind what it has handled
     * @param lagFrames of the journal it has not been shown yet, whatever they tell
     * @param delivered events handled since the start, some perhaps twice
     * @param retried attempts that failed
     * @param setAside events that wait to be redriven
     * @param isReadingAlone whether it fell behind its queue, and reads the journal by itself
     * @param fault why it stopped; empty while it goes on
     */
    public record Status(
            String name,
            boolean isSynchronous,
            Set<EventKind> kinds,
            Place offset,
            long lagFrames,
            long delivered,
            long retried,
            int setAside,
            boolean isReadingAlone,
            Optional<String> fault) {}

    Consumer(Subscription subscription, SetAsides setAsides, Place start) {
        this.subscription = subscription;
        this.setAsides = setAsides;
        this.start = start;
        delivery = new Delivery(subscription, setAsides, start);
    }

    public String name() {
        return subscription.name();
    }

    /** What it could not handle, oldest first. */
    public List<SetAside> setAside() {
        return setAsides.list();
    }

    /**
     * Hands an event over again that was set aside, out of order.
     *
     * @return whether it was handled; false also when there is none, or it is not at hand yet
     */
    public CompletableFuture<Boolean> redrive(Place place) {
        CompletableFuture<Boolean> isHandled = delivery.redrive(place);
        if (!fault.isEmpty()) isHandled.complete(false);
        return isHandled;
    }

    /**
     * Of a handler that handles later what it has taken: sets aside an event that it could not handle after all.
     *
     * @throws IllegalStateException when it may set no more aside
     */
    public void setAside(BusinessEvent event, Throwable fault) {
        if (setAsides.isFull()) throw new IllegalStateException(SetAsides.MOST + " events are set aside");
        setAsides.add(event, subscription.attempts(), fault);
    }

    /** Waits until it has been shown all up to this frame and handled what it wants of it; false when the time is over before. */
    public boolean awaitHandled(long sequence, Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (handledThrough() < sequence) {
            if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) return false;
            LockSupport.parkNanos(this, LOOK_NANOS);
        }
        return true;
    }

    /** Sequence of the last frame of which all is handled that it wants. */
    public abstract long handledThrough();

    abstract boolean isReadingAlone();

    /** On the bus's thread. */
    abstract void tell(long sequence, List<BusinessEvent> events, Reading reading);

    /** On the bus's thread, after some frames. */
    abstract void pause();

    abstract void close();

    Status status(long busSequence) {
        return new Status(
                name(),
                subscription.isSynchronous(),
                subscription.kinds(),
                delivery.place(),
                Math.max(0, busSequence - handledThrough()),
                delivery.delivered(),
                delivery.retried(),
                setAsides.count(),
                isReadingAlone(),
                fault.isEmpty() ? Optional.empty() : Optional.of(fault));
    }

    void startAt(Place place) {
        start = place;
        delivery.moveTo(place);
    }

    void stopped(String cause) {
        fault = cause;
    }

    boolean isStopped() {
        return !fault.isEmpty();
    }

    /** Of a frame's events those that it wants and has not handled before it started; what it had set aside is at hand again. */
    List<BusinessEvent> wanted(List<BusinessEvent> events) {
        if (events.isEmpty()) return events;
        Place from = start;
        List<BusinessEvent> wanted = new ArrayList<>(events.size());
        for (BusinessEvent event : events) {
            if (!subscription.kinds().contains(event.kind())) continue;
            if (from.isBefore(event.sequence(), event.index())) wanted.add(event);
            else setAsides.recall(event);
        }
        return wanted;
    }
}
