package io.rialto.gateway.explorer;

import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Where readings of the journal wait for their thread: so many and no more, and never on a thread of the doors.
 *
 * <p>Thread-safe. Errors: a {@link Problem} BUSY in the answer.
 */
public final class ReadingDesk implements AutoCloseable {
    private static final int WAITING = 64;

    private final ThreadPoolExecutor thread =
            new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), work -> {
                Thread reader = new Thread(work, "journal-readings");
                reader.setDaemon(true);
                reader.setPriority(Thread.MIN_PRIORITY);
                return reader;
            });

    /** The answer comes when its turn does. */
    public <T> CompletableFuture<T> ask(Supplier<T> reading) {
        try {
            return CompletableFuture.supplyAsync(reading, thread);
        } catch (RejectedExecutionException full) {
            return CompletableFuture.failedFuture(
                    Problem.retry(ProblemCode.BUSY, 1, "as many readings of the journal wait as may: " + WAITING));
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
