package io.rialto.feeds.position;

import java.util.PriorityQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * Threads that wait for a sequence, the lowest first: a frame wakes those that it concerns and no others.
 *
 * <p>A frame that nobody waits for costs one volatile read. A waiter looks at the position again after it was added, so
 * a frame that came in between is not missed.
 */
final class Waiters {
    /** One thread and what it waits for. */
    record Waiter(long sequence, Thread thread) {}

    private final PriorityQueue<Waiter> queue = new PriorityQueue<>((a, b) -> Long.compare(a.sequence(), b.sequence()));
    private volatile long lowest = Long.MAX_VALUE;

    synchronized Waiter add(long sequence, Thread thread) {
        Waiter waiter = new Waiter(sequence, thread);
        queue.add(waiter);
        lowest = queue.element().sequence();
        return waiter;
    }

    synchronized void remove(Waiter waiter) {
        queue.remove(waiter);
        lowest = queue.isEmpty() ? Long.MAX_VALUE : queue.element().sequence();
    }

    void reached(long sequence) {
        if (sequence >= lowest) wake(sequence);
    }

    void wakeAll() {
        wake(Long.MAX_VALUE);
    }

    boolean isAwaited() {
        return lowest != Long.MAX_VALUE;
    }

    private synchronized void wake(long sequence) {
        while (!queue.isEmpty() && queue.element().sequence() <= sequence) {
            LockSupport.unpark(queue.remove().thread());
        }
        lowest = queue.isEmpty() ? Long.MAX_VALUE : queue.element().sequence();
    }
}
