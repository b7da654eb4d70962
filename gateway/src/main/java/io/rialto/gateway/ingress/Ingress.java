package io.rialto.gateway.ingress;

import io.rialto.engine.ring.Lane;
import io.rialto.engine.ring.Line;
import io.rialto.engine.ring.ReplyHandler;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import io.rialto.protocol.Reason;
import io.rialto.protocol.frame.Frame;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Where requests become commands in the line. Never blocks: a full ring, a halted venue or a full disk is an answer.
 *
 * <p>Thread-safe. Futures complete on the given executor, never on the line's own threads. A request that comes again
 * under its key is answered with the frame of then.
 *
 * <p>Errors, as {@link Problem} in the future: BUSY, HALTED, JOURNAL_SPACE_LOW (nothing was taken), UNKNOWN_OUTCOME
 * (it may have been taken).
 */
public final class Ingress {
    private final Line line;
    private final Supplier<Admission> admission;
    private final History history;
    private final Executor answers;
    private final Limits limits;
    private final Watch watch;
    private final AtomicLong newestSequence;
    private final AtomicInteger waiting = new AtomicInteger();
    private final Set<Asked> inFlight = ConcurrentHashMap.newKeySet();

    /** @param waiting requests that may wait for an answer at once */
    public record Limits(Duration timeout, int waiting) {}

    /** Hears of every decided command; on the threads that answer, never on the line's own. */
    public interface Watch {
        Watch NOBODY = (frame, times) -> {};

        void decided(KeptFrame frame, LineTimes times);
    }

    private record Asked(int actor, RequestKey key) {}

    /** @param newestSequence of the frame that the venue ended with before it started */
    public Ingress(
            Line line,
            Supplier<Admission> admission,
            History history,
            Executor answers,
            Limits limits,
            Watch watch,
            long newestSequence) {
        this.line = line;
        this.admission = admission;
        this.history = history;
        this.answers = answers;
        this.limits = limits;
        this.watch = watch;
        this.newestSequence = new AtomicLong(newestSequence);
    }

    /** Sends a command. */
    public CompletableFuture<Outcome> submit(Origin origin, Command command) {
        return send(origin, command, Lane.ORDER);
    }

    /** Sends a command that takes risk off: it has reserved room, in the line and on the disk. */
    public CompletableFuture<Outcome> cancel(Origin origin, Command command) {
        return send(origin, command, Lane.CANCEL);
    }

    /** Of the newest frame that was acknowledged here. */
    public long newestSequence() {
        return newestSequence.get();
    }

    /** Whether a request with this key has been sent from here and not been answered yet. */
    public boolean isInFlight(int actor, RequestKey key) {
        return inFlight.contains(new Asked(actor, key));
    }

    /** When the core has something to do by itself, UTC; the greatest long when it has nothing. */
    public long nextDueNanos() {
        return line.nextDueNanos();
    }

    public boolean isHalted() {
        return line.isHalted();
    }

    private CompletableFuture<Outcome> send(Origin origin, Command command, Lane lane) {
        CompletableFuture<Outcome> reply = new CompletableFuture<>();
        try {
            refuseWhenFull(lane);
            offer(origin, command, lane, reply);
        } catch (Problem refused) {
            return CompletableFuture.failedFuture(refused);
        }
        return reply.orTimeout(limits.timeout.toMillis(), TimeUnit.MILLISECONDS)
                .handleAsync((decided, failure) -> outcome(decided, failure), answers);
    }

    private void refuseWhenFull(Lane lane) {
        Admission now = admission.get();
        if (now == Admission.CLOSED || now == Admission.CANCELS_ONLY && lane != Lane.CANCEL) {
            throw Problem.retry(ProblemCode.JOURNAL_SPACE_LOW, 60, ProblemCode.JOURNAL_SPACE_LOW.title());
        }
        if (waiting.get() >= limits.waiting) throw busy();
    }

    private void offer(Origin origin, Command command, Lane lane, CompletableFuture<Outcome> reply) {
        Asked asked = new Asked(origin.actor(), new RequestKey(origin.keyHigh(), origin.keyLow()));
        if (origin.hasKey()) inFlight.add(asked);
        waiting.incrementAndGet();
        boolean taken = false;
        try {
            taken = line.offer(frame -> write(frame, origin, command), new Waiting(asked, reply), lane);
        } finally {
            if (!taken) settle(asked);
        }
        if (!taken) throw line.isHalted() ? halted() : busy();
    }

    private static void write(Frame frame, Origin origin, Command command) {
        origin.write(frame);
        command.write(frame);
    }

    private void settle(Asked asked) {
        waiting.decrementAndGet();
        inFlight.remove(asked);
    }

    private Outcome outcome(Outcome decided, Throwable failure) {
        if (failure != null) throw new CompletionException(unknown(failure));
        watch.decided(decided.frame(), decided.times());
        return decided.frame()
                .refusal()
                .filter(refusal -> refusal.reason() == Reason.DUPLICATE_REQUEST)
                .flatMap(refusal -> history.frame(refusal.originalSequence()))
                .map(original -> new Outcome(original, true, decided.times()))
                .orElse(decided);
    }

    private static Problem unknown(Throwable failure) {
        String why = failure instanceof TimeoutException ? "no answer in time" : "the venue halted";
        return Problem.unknownOutcome(why);
    }

    private static Problem busy() {
        return Problem.retry(ProblemCode.BUSY, 1, "the line is full: nothing was taken");
    }

    private static Problem halted() {
        return Problem.of(ProblemCode.HALTED, "the venue has halted: nothing was taken");
    }

    /** On the line's replies thread: copies the frame and lets go. */
    private final class Waiting implements ReplyHandler {
        private final Asked asked;
        private final CompletableFuture<Outcome> reply;
        private LineTimes times = LineTimes.NONE;

        Waiting(Asked asked, CompletableFuture<Outcome> reply) {
            this.asked = asked;
            this.reply = reply;
        }

        @Override
        public boolean isTimed() {
            return true;
        }

        @Override
        public void onTimes(long offeredNanos, long takenUpNanos, long decidedNanos) {
            long now = System.nanoTime();
            times = new LineTimes(takenUpNanos - offeredNanos, decidedNanos - takenUpNanos, now - decidedNanos, now);
        }

        @Override
        public void onReply(Frame frame) {
            newestSequence.accumulateAndGet(frame.sequence(), Math::max);
            settle(asked);
            reply.complete(new Outcome(KeptFrame.of(frame), false, times));
        }

        @Override
        public void onHalted(Throwable cause) {
            settle(asked);
            reply.completeExceptionally(cause);
        }
    }
}
