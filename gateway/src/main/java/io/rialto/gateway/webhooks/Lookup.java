package io.rialto.gateway.webhooks;

import io.rialto.gateway.outbound.ForbiddenTarget;
import io.rialto.gateway.outbound.Targets;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import java.net.UnknownHostException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.HttpUrl;

/**
 * Looks up where a new webhook leads, on threads of its own and for a bounded time: a slow name server holds up none but who
 * asked for it. Thread-safe.
 */
public final class Lookup implements AutoCloseable {
    private static final int THREADS = 2;
    private static final int WAITING = 8;
    private static final long PATIENCE_SECONDS = 3;

    private final Targets targets;
    private final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(THREADS, THREADS, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), work -> {
                Thread thread = new Thread(work, "webhook-lookup");
                thread.setDaemon(true);
                return thread;
            });

    public Lookup(Targets targets) {
        this.targets = targets;
    }

    /** @throws Problem when it leads where messages do not go, or nowhere */
    void check(String field, String url) {
        String host = HttpUrl.get(url).host();
        try {
            Future<?> found = threads.submit(() -> targets.addresses(host));
            try {
                found.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } finally {
                found.cancel(true);
            }
        } catch (RejectedExecutionException full) {
            throw Problem.retry(ProblemCode.BUSY, 1, "too many addresses are being looked up");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw Problem.retry(ProblemCode.BUSY, 1, "the venue is stopping");
        } catch (TimeoutException slow) {
            throw Problem.at(field, ProblemCode.INVALID_VALUE, "must be a host that is found in time", url);
        } catch (ExecutionException fault) {
            throw refused(field, url, fault.getCause());
        }
    }

    private static Problem refused(String field, String url, Throwable cause) {
        if (cause instanceof ForbiddenTarget forbidden) {
            return Problem.at(field, ProblemCode.TARGET_NOT_ALLOWED, forbidden.getMessage(), url);
        }
        if (cause instanceof UnknownHostException) {
            return Problem.at(field, ProblemCode.INVALID_VALUE, "must be a host that has an address", url);
        }
        throw new IllegalStateException("an address could not be looked up", cause);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
