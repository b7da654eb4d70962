package io.rialto.bench.load;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongFunction;

/**
 * Sends requests over many connections from one thread that never blocks: on a schedule, or each connection's next as soon as it
 * has its answer.
 *
 * <p>A request that is due while every connection still waits for an answer is sent late, and its latency counts from when it was
 * due. Of one thread.
 */
final class Sender implements AutoCloseable {
    private static final long PATIENCE_NANOS = 10_000_000_000L;

    private final URI venue;
    private final Selector selector = Selector.open();
    private final Deque<Wire> free = new ArrayDeque<>();
    private int waiting;

    /** Hears what became of each request. */
    interface Ear {
        void sent(long index, long nowNanos);

        /** @param status 0 when the connection broke or nothing came */
        void answered(long index, int status, long nowNanos);
    }

    Sender(URI venue, int connections) throws IOException {
        this.venue = venue;
        for (int i = 0; i < connections; i++) free.add(new Wire(venue, selector));
    }

    /** All of the schedule; returns when the last is answered, or given up. */
    void run(Segments schedule, byte[][] requests, long startNanos, Ear ear) throws IOException {
        long next = 0;
        long end = startNanos + schedule.dueNanos(requests.length - 1) + PATIENCE_NANOS;
        while ((next < requests.length || waiting > 0) && System.nanoTime() < end) {
            while (next < requests.length
                    && !free.isEmpty()
                    && startNanos + schedule.dueNanos(next) <= System.nanoTime()) {
                send(next, requests[(int) next], ear);
                requests[(int) next++] = null;
            }
            listen(ear);
        }
        giveUp(ear);
    }

    /** As fast as answers come, until the time is over. */
    long run(double seconds, long firstIndex, LongFunction<byte[]> requests, Ear ear) throws IOException {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        long next = firstIndex;
        while (System.nanoTime() < end) {
            while (!free.isEmpty()) send(next, requests.apply(next++), ear);
            listen(ear);
        }
        while (waiting > 0 && System.nanoTime() < end + PATIENCE_NANOS) listen(ear);
        giveUp(ear);
        return next;
    }

    private void send(long index, byte[] request, Ear ear) throws IOException {
        Wire wire = free.remove();
        wire.index = index;
        waiting++;
        ear.sent(index, System.nanoTime());
        try {
            wire.send(request);
        } catch (IOException broken) {
            again(wire, ear);
        }
    }

    /** For a millisecond at most, so that it takes no more of the machine than it must. */
    private void listen(Ear ear) throws IOException {
        selector.select(1);
        for (SelectionKey key : selector.selectedKeys()) {
            Wire wire = (Wire) key.attachment();
            try {
                if (!key.isValid() || !wire.goOn()) continue;
                waiting--;
                ear.answered(wire.index, wire.status(), System.nanoTime());
                if (wire.isLast()) renew(wire);
                else free.add(wire);
            } catch (IOException broken) {
                if (free.remove(wire)) renew(wire);
                else again(wire, ear);
            }
        }
        selector.selectedKeys().clear();
    }

    /** Its request is lost. */
    private void again(Wire broken, Ear ear) throws IOException {
        waiting--;
        ear.answered(broken.index, Tally.BROKEN, System.nanoTime());
        renew(broken);
    }

    private void renew(Wire old) throws IOException {
        old.close();
        free.add(new Wire(venue, selector));
    }

    private void giveUp(Ear ear) {
        for (SelectionKey key : selector.keys()) {
            Wire wire = (Wire) key.attachment();
            if (!key.isValid() || free.contains(wire)) continue;
            ear.answered(wire.index, Tally.BROKEN, System.nanoTime());
        }
        waiting = 0;
    }

    @Override
    public void close() throws IOException {
        for (SelectionKey key : selector.keys()) ((Wire) key.attachment()).close();
        selector.close();
    }
}
