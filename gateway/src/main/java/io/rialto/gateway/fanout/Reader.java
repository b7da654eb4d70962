package io.rialto.gateway.fanout;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * One connection as those who tell it something see it: a bounded queue, emptied as fast as the connection takes it.
 *
 * <p>Nobody waits here. Answers and messages leave in the order in which they were offered. Thread-safe.
 */
public final class Reader {
    /** Messages that wait for one connection, at the most. */
    public static final int MOST_MESSAGES = 1_000;

    private static final int MOST_ANSWERS = 1_000;
    private static final int MOST_BYTES = 8 << 20;
    private static final int MOST_IN_FLIGHT = 32;
    private static final int POLICY = 1008;

    private final Wire wire;
    private final Executor writers;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private int messages;
    private int answers;
    private long bytes;
    private int inFlight;
    private boolean isScheduled;
    private boolean isWriting;
    private boolean hasEnded;
    private final List<Runnable> whenEmpty = new ArrayList<>();

    /** @param of null for an answer */
    private record Waiting(Subscription of, byte[] utf8) {}

    /** @param writers threads that write what was offered by others than the connection itself */
    public Reader(Wire wire, Executor writers) {
        this.wire = wire;
        this.writers = writers;
    }

    /** An answer to the connection itself, written at once; who does not read his answers is let go. */
    public void answer(byte[] utf8) {
        if (takes(utf8)) write();
    }

    /** The same from a thread that has others to tell. */
    public void answerLater(byte[] utf8) {
        if (takes(utf8)) writers.execute(this::write);
    }

    private boolean takes(byte[] utf8) {
        synchronized (this) {
            if (hasEnded) return false;
            if (answers < MOST_ANSWERS) {
                answers++;
                add(null, utf8);
                return true;
            }
        }
        end("answers are not read");
        return false;
    }

    /** @return false when there is no room: nothing was taken */
    boolean offer(Subscription of, byte[] utf8) {
        synchronized (this) {
            if (hasEnded) return true;
            if (messages >= MOST_MESSAGES || bytes + utf8.length > MOST_BYTES) return false;
            messages++;
            add(of, utf8);
            if (isScheduled || isWriting) return true;
            isScheduled = true;
        }
        writers.execute(this::write);
        return true;
    }

    /** How many more messages would be taken now. */
    public synchronized int room() {
        return MOST_MESSAGES - messages;
    }

    /** Takes back what has not left, and tells when all else has. */
    void forget(Subscription of, Runnable whenAllElseHasLeft) {
        synchronized (this) {
            waiting.removeIf(each -> {
                if (each.of != of) return false;
                taken(each);
                return true;
            });
            whenEmpty.add(whenAllElseHasLeft);
        }
        writers.execute(this::write);
    }

    /** Lets the connection go, and says why. */
    public void end(String reason) {
        end(POLICY, reason);
    }

    /** Lets the connection go once it has taken what waits for it. @param status as RFC 6455 numbers it */
    public void part(int status, String reason) {
        synchronized (this) {
            whenEmpty.add(() -> end(status, reason));
        }
        write();
    }

    private void end(int status, String reason) {
        synchronized (this) {
            if (hasEnded) return;
            hasEnded = true;
            waiting.clear();
        }
        wire.end(status, reason);
    }

    private void add(Subscription of, byte[] utf8) {
        waiting.add(new Waiting(of, utf8));
        bytes += utf8.length;
    }

    private void taken(Waiting taken) {
        bytes -= taken.utf8.length;
        if (taken.of == null) answers--;
        else messages--;
    }

    /** One thread at a time; what is offered meanwhile it takes along. */
    private void write() {
        synchronized (this) {
            isScheduled = false;
            if (isWriting) return;
            isWriting = true;
        }
        for (Next next = next(); next.isSome(); next = next()) {
            next.whenEmpty.forEach(Runnable::run);
            if (next.utf8 != null) wire.write(next.utf8, next.hasMore, this::written);
        }
    }

    /** @param utf8 null when there is nothing to write, but somebody to tell of it */
    private record Next(byte[] utf8, boolean hasMore, List<Runnable> whenEmpty) {
        static final Next NOTHING = new Next(null, false, List.of());

        boolean isSome() {
            return utf8 != null || !whenEmpty.isEmpty();
        }
    }

    private synchronized Next next() {
        if (waiting.isEmpty() && inFlight == 0 && !whenEmpty.isEmpty()) {
            List<Runnable> told = List.copyOf(whenEmpty);
            whenEmpty.clear();
            return new Next(null, false, told);
        }
        if (waiting.isEmpty() || inFlight >= MOST_IN_FLIGHT) {
            isWriting = false;
            return Next.NOTHING;
        }
        Waiting taken = waiting.poll();
        taken(taken);
        inFlight++;
        return new Next(taken.utf8, !waiting.isEmpty() && inFlight < MOST_IN_FLIGHT, List.of());
    }

    private void written() {
        synchronized (this) {
            inFlight--;
            boolean isDone = waiting.isEmpty() && whenEmpty.isEmpty();
            if (isDone || isScheduled || isWriting) return;
            isScheduled = true;
        }
        writers.execute(this::write);
    }
}
