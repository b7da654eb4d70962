package io.rialto.gateway.delivery;

import io.rialto.gateway.delivery.DeliveryItem.Channel;
import io.rialto.gateway.delivery.DeliveryItem.Priority;
import io.rialto.gateway.delivery.Outbox.Taken;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Empties the outbox: one thread takes what is due, as much as there are free threads of its channel, and those carry it. The last free thread
 * of a channel is kept for what is critical.
 *
 * <p>It never waits for a courier, and a database that is away only makes it look again later.
 */
final class Dispatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);
    private static final long PATIENCE_SECONDS = 3;

    private final Round round;
    private final Duration poll;
    private final Duration sweep;
    private final Duration kept;
    private final Semaphore bell = new Semaphore(0);
    private final Map<Channel, Semaphore> places = new EnumMap<>(Channel.class);
    private final ExecutorService carriers;
    private final Thread taker;
    private volatile boolean isOpen = true;
    private long sweptNanos;
    private boolean isAway;

    /**
     * @param threads of each channel
     * @param poll how often to look without being woken
     * @param sweep how often leases are renewed: several times in one
     * @param kept how long what is over is remembered
     */
    Dispatch(Round round, int threads, Duration poll, Duration sweep, Duration kept) {
        this.round = round;
        this.poll = poll;
        this.sweep = sweep;
        this.kept = kept;
        for (Channel channel : Channel.values()) places.put(channel, new Semaphore(threads));
        AtomicInteger count = new AtomicInteger();
        this.carriers = Executors.newCachedThreadPool(work -> daemon(work, "delivery-" + count.incrementAndGet()));
        this.taker = daemon(this::run, "delivery");
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    Dispatch start() {
        taker.start();
        return this;
    }

    /** There may be something due. */
    void wake() {
        bell.release();
    }

    private void run() {
        sweptNanos = System.nanoTime() - sweep.toNanos();
        while (isOpen) {
            try {
                if (System.nanoTime() - sweptNanos >= sweep.toNanos()) {
                    round.sweep(kept);
                    sweptNanos = System.nanoTime();
                }
                for (Channel channel : Channel.values()) send(channel);
                isAway = false;
            } catch (RuntimeException away) {
                if (!isAway && isOpen) LOG.warn("the outbox cannot be read: what waits is kept", away);
                isAway = true;
            }
            rest();
        }
    }

    private void send(Channel channel) {
        Semaphore free = places.get(channel);
        while (isOpen && free.tryAcquire()) {
            boolean isLast = free.availablePermits() == 0;
            Optional<Taken> taken = Optional.empty();
            try {
                taken = round.take(channel, isLast ? Priority.CRITICAL : Priority.LOW);
            } finally {
                if (taken.isEmpty()) free.release();
            }
            if (taken.isEmpty()) return;
            Taken due = taken.get();
            carriers.execute(() -> {
                try {
                    round.carry(due);
                } finally {
                    free.release();
                    wake();
                }
            });
        }
    }

    private void rest() {
        try {
            if (bell.tryAcquire(poll.toMillis(), TimeUnit.MILLISECONDS)) bell.drainPermits();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            isOpen = false;
        }
    }

    /** Waits a little for what is under way; what does not end is delivered again by who comes after. */
    @Override
    public void close() {
        isOpen = false;
        wake();
        try {
            taker.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
            carriers.shutdown();
            if (!carriers.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) carriers.shutdownNow();
        } catch (InterruptedException stopping) {
            carriers.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
