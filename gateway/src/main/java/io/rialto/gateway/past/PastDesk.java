package io.rialto.gateway.past;

import io.rialto.feeds.following.Ending;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Where questions about the past wait for the one thread that answers them: so many and no more, each for so long and no
 * longer. History never changes, so an answer stays true and the newest are kept.
 *
 * <p>Threading: any thread asks; the thread {@code past} answers, which goes last where processors are scarce. Errors: a
 * {@link Problem} BUSY or TAKES_TOO_LONG, always in the answer.
 */
public final class PastDesk implements AutoCloseable {
    private static final int SECONDS_OF_REST = 60;

    /** One question. */
    public interface Question<T> {
        /** @param goesOn asked now and then; false ends it */
        T ask(PastVenue venue, BooleanSupplier goesOn) throws IOException;
    }

    /**
     * What bounds it.
     *
     * @param waiting questions that may wait
     * @param patience of one question, waiting included
     * @param answers that are kept
     */
    public record Bounds(int waiting, Duration patience, int answers) {
        /** Enough for people who look at screens. */
        public static final Bounds USUAL = new Bounds(64, Duration.ofSeconds(10), 300);
    }

    private record Waiting(Object name, Question<?> question, CompletableFuture<Object> answer, long endNanos) {}

    private final PastVenue venue;
    private final Bounds bounds;
    private final BlockingQueue<Waiting> queue;
    private final Map<Object, CompletableFuture<Object>> asked = new LinkedHashMap<>(16, 0.75f, true);
    private final Thread thread;
    private volatile boolean isClosed;

    public PastDesk(PastVenue venue, Bounds bounds) {
        this.venue = venue;
        this.bounds = bounds;
        queue = new ArrayBlockingQueue<>(bounds.waiting());
        thread = new Thread(this::run, "past");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
    }

    public PastDesk start() {
        thread.start();
        return this;
    }

    /**
     * Asks, or finds the answer that there is.
     *
     * @param name of the question: two of equal names have one answer
     */
    @SuppressWarnings("unchecked")
    public <T> CompletableFuture<T> ask(Record name, Question<T> question) {
        CompletableFuture<Object> answer = new CompletableFuture<>();
        synchronized (asked) {
            CompletableFuture<Object> known = asked.get(name);
            if (known != null && !known.isCompletedExceptionally()) return (CompletableFuture<T>) known.copy();
            long end = System.nanoTime() + bounds.patience().toNanos();
            if (isClosed || !queue.offer(new Waiting(name, question, answer, end))) return refused();
            asked.put(name, answer);
            if (asked.size() > bounds.answers() + bounds.waiting()) forgetOldest();
        }
        return (CompletableFuture<T>) answer.copy();
    }

    private <T> CompletableFuture<T> refused() {
        return CompletableFuture.failedFuture(Problem.retry(
                ProblemCode.BUSY, 1, "as many questions about the past wait as may: " + bounds.waiting()));
    }

    private void forgetOldest() {
        asked.entrySet().stream()
                .filter(each -> each.getValue().isDone())
                .map(Map.Entry::getKey)
                .findFirst()
                .ifPresent(asked::remove);
    }

    private void run() {
        while (!isClosed) {
            try {
                Waiting next = queue.poll(SECONDS_OF_REST, TimeUnit.SECONDS);
                if (next == null) venue.rest();
                else answer(next);
            } catch (InterruptedException closing) {
                break;
            }
        }
        Waiting left;
        while ((left = queue.poll()) != null) {
            left.answer.completeExceptionally(Problem.of(ProblemCode.NOT_READY, "the venue closes"));
        }
    }

    /** Whatever goes wrong is the answer to one question, and never the end of the thread. */
    private void answer(Waiting waiting) {
        BooleanSupplier goesOn = () -> !isClosed && System.nanoTime() - waiting.endNanos < 0;
        try {
            if (!goesOn.getAsBoolean()) throw tooLong("it had to wait for others all the time that it has");
            waiting.answer.complete(waiting.question.ask(venue, goesOn));
        } catch (TakesLonger bound) {
            forget(waiting, tooLong(bound.getMessage()));
        } catch (IOException | RuntimeException | Error failure) {
            forget(waiting, failure);
        }
    }

    private void forget(Waiting waiting, Throwable why) {
        synchronized (asked) {
            asked.remove(waiting.name, waiting.answer);
        }
        waiting.answer.completeExceptionally(why);
    }

    private static Problem tooLong(String where) {
        return Problem.retry(ProblemCode.TAKES_TOO_LONG, 1, where + ": ask again, it goes on from there");
    }

    /** What waits is told so. */
    @Override
    public void close() {
        isClosed = true;
        thread.interrupt();
        Ending.await(thread);
        venue.close();
    }
}
