package io.rialto.gateway.pressure;

import io.rialto.gateway.settings.VenueConfig;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Refuses what comes while too much is in progress already, before anybody looks at a signature: so a refusal costs little, never
 * reached the line, and is told at once.
 *
 * <p>Why a bound on requests in progress keeps answers quick: what is let in waits for all that was let in before it, so it waits
 * for at most so many requests, each as long as one takes (Little's law). Nothing waits in front of the bound; who is refused
 * knows it, and his own retry is the queue. How many there may be follows from how long they take: {@link Places}. Above them
 * there may be more for a moment: {@link Bursts}.
 *
 * <p>What takes risk off, and what operators need, has a quarter more room that nothing else can take. Who looks through the
 * journal has a third of the room at the most: a crowd of them never stands in the way of those who trade. Thread-safe.
 */
public final class Shedding extends Handler.Wrapper {
    private static final int SHARE_IN_RESERVE = 4;
    private static final int SHARE_OF_JOURNAL = 3;
    private static final String ORDERS = "/api/v1/orders";
    private static final String JOURNAL = "/api/v1/journal/";

    private final Places places;
    private final Bursts bursts;
    private final Watch watch;
    private final AtomicInteger inProgress = new AtomicInteger();
    private final AtomicInteger inJournal = new AtomicInteger();

    /** Hears of every request, and answers those that are not let in. Any thread, many at once. */
    public interface Watch {
        void begun();

        void ended();

        void refuse(Request request, Response response, Callback callback);
    }

    /** All places are free. */
    public Shedding(VenueConfig.Crowd config, Watch watch) {
        long nowNanos = System.nanoTime();
        places = new Places(config.inProgress(), TimeUnit.MILLISECONDS.toNanos(config.soonMillis()), nowNanos);
        bursts = new Bursts(config.inProgress(), config.burst(), nowNanos);
        this.watch = watch;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        long nowNanos = System.nanoTime();
        int most = places.at(nowNanos);
        boolean isOfJournal = request.getHttpURI().getPath().startsWith(JOURNAL);
        if (isOfJournal && inJournal.incrementAndGet() > Math.max(1, most / SHARE_OF_JOURNAL)) {
            inJournal.decrementAndGet();
            watch.refuse(request, response, callback);
            return true;
        }
        int reserved = comesFirst(request) ? Math.max(1, most / SHARE_IN_RESERVE) : 0;
        if (!bursts.lets(inProgress.incrementAndGet(), most, reserved, nowNanos)) {
            inProgress.decrementAndGet();
            if (isOfJournal) inJournal.decrementAndGet();
            watch.refuse(request, response, callback);
            return true;
        }
        watch.begun();
        Visit visit = new Visit(callback, isOfJournal);
        boolean isTaken = false;
        try {
            isTaken = super.handle(request, response, visit);
            return isTaken;
        } finally {
            if (!isTaken) visit.end();
        }
    }

    private static boolean comesFirst(Request request) {
        String path = request.getHttpURI().getPath();
        return switch (request.getMethod()) {
            case "DELETE" -> path.startsWith(ORDERS) || isForOperators(path);
            case "POST" ->
                path.equals(ORDERS + "/cancel-after") || path.equals("/api/v1/quotes/reset") || isForOperators(path);
            default -> isForOperators(path);
        };
    }

    private static boolean isForOperators(String path) {
        return path.startsWith("/api/v1/admin/")
                || path.startsWith("/api/v1/monitoring/")
                || path.startsWith("/health")
                || path.equals("/metrics");
    }

    /** Of one request: ends once, whichever way. */
    private final class Visit extends Callback.Nested {
        private final AtomicBoolean hasEnded = new AtomicBoolean();
        private final long begunNanos = System.nanoTime();
        private final boolean isOfJournal;

        Visit(Callback callback, boolean isOfJournal) {
            super(callback);
            this.isOfJournal = isOfJournal;
        }

        @Override
        public void completed() {
            end();
        }

        void end() {
            if (!hasEnded.compareAndSet(false, true)) return;
            inProgress.decrementAndGet();
            if (isOfJournal) {
                inJournal.decrementAndGet(); // takes its time, whatever else is asked
            } else {
                long nowNanos = System.nanoTime();
                places.ended(nowNanos - begunNanos, nowNanos);
            }
            watch.ended();
        }
    }
}
