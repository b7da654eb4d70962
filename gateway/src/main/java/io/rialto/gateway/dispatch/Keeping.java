package io.rialto.gateway.dispatch;

import io.rialto.feeds.position.FeedsStopped;
import io.rialto.gateway.inbox.Letterbox.Posted;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps on the thread "notices-kept" what has been told, some frames in one transaction: those of 20 milliseconds, unless somebody
 * waits for them. While the database is away it waits, and what cannot be kept for another reason is set aside.
 *
 * <p>Thread-safe.
 */
final class Keeping implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Keeping.class);
    private static final int MOST = 4_096;
    private static final int MOST_AT_ONCE = 256;
    private static final int ATTEMPTS = 5;
    private static final long GATHERING_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long SHORTEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long CLOSING_SECONDS = 10;

    private final NoticeStore store;
    private final BiConsumer<Told, Throwable> setAside;
    /** All that is not kept yet, also while it is being written. */
    private final Deque<Told> waiting = new ArrayDeque<>();

    private final Thread thread = new Thread(this::run, "notices-kept");
    private int awaited;
    private volatile boolean isClosing;

    /** @param setAside takes what cannot be kept; it throws when it takes no more, and is asked again */
    Keeping(NoticeStore store, BiConsumer<Told, Throwable> setAside) {
        this.store = store;
        this.setAside = setAside;
        thread.setDaemon(true);
    }

    Keeping start() {
        thread.start();
        return this;
    }

    /** Whether there is a place for more. */
    synchronized boolean hasRoom() {
        return waiting.size() < MOST;
    }

    /** Beyond all room, too: who can wait asks first. */
    synchronized void add(Told told) {
        waiting.add(told);
        boolean changesAnything = waiting.size() == 1 || waiting.size() == MOST_AT_ONCE; // who gathers is let sleep
        if (changesAnything) notifyAll();
    }

    synchronized boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Of the oldest frame that is not kept yet; {@link Long#MAX_VALUE} for none. */
    synchronized long oldest() {
        return waiting.stream()
                .mapToLong(Told::sequence)
                .filter(sequence -> sequence < Long.MAX_VALUE)
                .findFirst()
                .orElse(Long.MAX_VALUE);
    }

    /** Waits until all of these frames that were added are kept, and lets nothing wait for company meanwhile. */
    synchronized boolean await(long sequence, Duration timeout) {
        long untilNanos = System.nanoTime() + timeout.toNanos();
        awaited++;
        notifyAll();
        try {
            while (oldest() <= sequence) {
                if (!waits(untilNanos - System.nanoTime())) return false;
            }
            return true;
        } finally {
            awaited--;
        }
    }

    /** @return false when the time is over, or the thread was interrupted */
    private boolean waits(long nanos) {
        if (nanos <= 0) return false;
        try {
            TimeUnit.NANOSECONDS.timedWait(this, nanos);
            return true;
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void run() {
        for (List<Told> some = next(); !some.isEmpty(); some = next()) {
            if (!keep(some)) return;
        }
    }

    /** Nothing when it is closing and all is kept. */
    private synchronized List<Told> next() {
        while (waiting.isEmpty() && !isClosing) {
            if (!waits(Long.MAX_VALUE)) return List.of();
        }
        long untilNanos = System.nanoTime() + GATHERING_NANOS;
        while (waiting.size() < MOST_AT_ONCE && awaited == 0 && !isClosing) {
            if (!waits(untilNanos - System.nanoTime())) break;
        }
        return waiting.stream().limit(MOST_AT_ONCE).toList();
    }

    /** @return false when it was closed before */
    private boolean keep(List<Told> some) {
        for (int attempt = 1; ; attempt++) {
            try {
                store.keep(some, System.nanoTime());
                kept(some.size());
                return true;
            } catch (RuntimeException fault) {
                boolean isAway = isAway(fault);
                if (!isAway && some.size() > 1) {
                    for (Told each : some) {
                        if (!keep(List.of(each))) return false;
                    }
                    return true;
                }
                if (!isAway && attempt >= ATTEMPTS && isSetAside(some.get(0), fault)) return true;
                if (isClosing) return false;
                LockSupport.parkNanos(this, SHORTEST_PAUSE_NANOS << Math.min(attempt, 9));
            }
        }
    }

    private boolean isSetAside(Told told, RuntimeException fault) {
        List<Long> letters = told.round().posts.stream()
                .map(Posted::letter)
                .map(each -> each.number())
                .toList();
        try {
            setAside.accept(told, fault);
        } catch (RuntimeException full) {
            LOG.warn("notifications wait for a place letters={} cause={}", letters, full.toString());
            return false;
        }
        LOG.warn("notifications set aside letters={}", letters, fault);
        kept(1);
        return true;
    }

    private synchronized void kept(int count) {
        for (int i = 0; i < count; i++) waiting.remove();
        notifyAll();
    }

    /** Whether a database or the feeds are at fault, and not what they were told. */
    static boolean isAway(Throwable fault) {
        for (Throwable at = fault; at != null; at = at.getCause()) {
            if (at instanceof FeedsStopped) return true;
            if (!(at instanceof SQLException failure)) continue;
            String state = String.valueOf(failure.getSQLState());
            boolean isConnection = state.startsWith("08") || state.startsWith("57") || state.startsWith("40");
            boolean isLocked = String.valueOf(failure.getMessage()).contains("SQLITE_BUSY");
            if (isConnection || isLocked || failure instanceof SQLTransientException) return true;
        }
        return false;
    }

    /** Keeps what is at hand and ends; what it could not keep by then is told again after the next start. */
    @Override
    public void close() {
        isClosing = true;
        synchronized (this) {
            notifyAll();
        }
        try {
            thread.join(TimeUnit.SECONDS.toMillis(CLOSING_SECONDS));
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }
}
