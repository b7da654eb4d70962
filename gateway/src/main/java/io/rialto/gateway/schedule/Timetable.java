package io.rialto.gateway.schedule;

import io.rialto.gateway.ingress.Command;
import io.rialto.gateway.ingress.Origin;
import io.rialto.gateway.ingress.Outcome;
import io.rialto.gateway.schedule.Plan.Planned;
import io.rialto.gateway.schedule.Seeds.Seed;
import io.rialto.protocol.Door;
import io.rialto.protocol.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One instrument's way through its plan: one command after another, each sent when it is due and the one before has been
 * answered. What could not be sent, or whose outcome is unknown, is sent again under the same key, so it happens once.
 *
 * <p>What was missed is made up for in order. A missed call still runs its whole length, unless the step after it is due
 * as well: then it ends at once.
 *
 * <p>Threading: one thread; never waits.
 */
final class Timetable {
    private static final Logger LOG = LoggerFactory.getLogger(Timetable.class);
    private static final Duration AHEAD = Duration.ofDays(1);
    private static final Duration BEFORE_AGAIN = Duration.ofSeconds(1);

    private final int instrument;
    private final String symbol;
    private final Plan plan;
    private final Seeds seeds;
    private final BiFunction<Origin, Command, CompletableFuture<Outcome>> line;
    private final Deque<Planned> ahead = new ArrayDeque<>();
    private Instant loadedThrough;
    private Instant notBefore = Instant.MIN;
    private Errand errand;
    private CompletableFuture<Outcome> running;
    private Reveal reveal;

    /** Something to be sent, and the key under which it is sent. */
    private record Errand(String name, Command command, Instant planned, Step.Call call, Seed seed) {
        Origin origin() {
            return Origin.of(0, Optional.of("schedule: " + name), 0, new UUID(0, 0))
                    .by(Door.VENUE);
        }
    }

    private record Reveal(Instant at, Instant planned, Seed seed) {}

    /** @param lastPlanned the newest planned moment in the instrument's history */
    Timetable(
            int instrument,
            String symbol,
            Session session,
            Seeds seeds,
            BiFunction<Origin, Command, CompletableFuture<Outcome>> line,
            Optional<Instant> lastPlanned,
            Instant now) {
        this.instrument = instrument;
        this.symbol = symbol;
        this.plan = new Plan(session);
        this.seeds = seeds;
        this.line = line;
        // A call's seed has to be told: a running one, asked again under its key, answers with the frame of then.
        Optional<Planned> first = plan.inForce(lastPlanned.orElse(now));
        if (lastPlanned.isEmpty()) first.ifPresent(ahead::add);
        else first.ifPresent(planned -> keepPromise(planned, now));
        loadedThrough = lastPlanned.orElse(now);
    }

    private void keepPromise(Planned planned, Instant now) {
        if (!(planned.action() instanceof Step.Call call) || call.window().isZero()) return;
        if (now.isBefore(planned.at().plus(call.longest()))) ahead.add(planned);
        else reveal = new Reveal(now, planned.at(), seeds.of(symbol, planned.at()));
    }

    /** Does what is to be done by now. */
    void turn(Instant now) {
        if (running != null) {
            if (!running.isDone()) return;
            answered(now);
        }
        if (now.isBefore(notBefore)) return;
        if (errand == null) errand = next(now);
        if (errand != null) running = line.apply(errand.origin(), errand.command());
    }

    private void answered(Instant now) {
        Errand sent = errand;
        try {
            Outcome outcome = running.join();
            errand = outcome.frame()
                    .refusal()
                    .map(refusal -> afterRefusal(sent, refusal.reason(), now))
                    .orElse(null);
            LOG.info("answered: {} sequence={}", sent.name, outcome.sequence());
            if (outcome.frame().refusal().isEmpty()) awaitEnd(sent, outcome);
        } catch (CompletionException notTaken) {
            LOG.warn(
                    "sent again soon: {} cause={}",
                    sent.name,
                    notTaken.getCause().getMessage());
            notBefore = now.plus(BEFORE_AGAIN);
        } finally {
            running = null;
        }
    }

    /** A call that another call stands in the way of is asked for again while it would still run. */
    private Errand afterRefusal(Errand sent, Reason reason, Instant now) {
        LOG.warn("refused by the venue: {} reason={}", sent.name, reason);
        boolean isInTheWay = sent.call != null && reason == Reason.WOULD_CHANGE_NOTHING && !isNextDue(now);
        if (!isInTheWay || !now.isBefore(sent.planned.plus(sent.call.longest()))) return null;
        notBefore = now.plus(BEFORE_AGAIN);
        return callAt(sent.planned, sent.call, "again at " + now);
    }

    private void awaitEnd(Errand sent, Outcome outcome) {
        if (sent.call == null || sent.call.window().isZero()) return;
        long startedNanos = outcome.frame().view().timeNanos();
        long lengthNanos = sent.call.duration().toNanos()
                + sent.seed.extraNanos(sent.call.window().toNanos());
        Instant end = Instant.EPOCH.plusNanos(startedNanos).plusNanos(lengthNanos);
        reveal = new Reveal(end, sent.planned, sent.seed);
    }

    private Errand callAt(Instant planned, Step.Call call, String remark) {
        Seed seed = seeds.of(symbol, planned);
        String name = call + " of " + symbol + " planned " + planned + " " + remark;
        return new Errand(name, ScheduleCommands.startCall(instrument, planned, call, seed), planned, call, seed);
    }

    private Errand next(Instant now) {
        if (reveal != null && !now.isBefore(reveal.at)) {
            Seed seed = reveal.seed;
            String name = "reveal the seed of " + symbol + " planned " + reveal.planned;
            reveal = null;
            return new Errand(name, ScheduleCommands.reveal(instrument, seed), now, null, null);
        }
        load(now);
        return isNextDue(now) ? errandFor(ahead.poll(), now) : null;
    }

    private void load(Instant now) {
        if (now.plus(AHEAD.dividedBy(2)).isBefore(loadedThrough)) return;
        Instant until = now.plus(AHEAD);
        if (until.isAfter(loadedThrough)) {
            ahead.addAll(plan.between(loadedThrough, until));
            loadedThrough = until;
        }
    }

    private boolean isNextDue(Instant now) {
        return !ahead.isEmpty() && !ahead.peek().at().isAfter(now);
    }

    private Errand errandFor(Planned planned, Instant now) {
        String name = planned.action() + " of " + symbol + " planned " + planned.at();
        if (planned.action() instanceof Step.ToPhase step) {
            return new Errand(name, ScheduleCommands.toPhase(instrument, planned.at(), step), now, null, null);
        }
        if (planned.action() instanceof Step.Change step) {
            return new Errand(name, ScheduleCommands.change(instrument, step), now, null, null);
        }
        Step.Call call = (Step.Call) planned.action();
        Instant end = planned.at().plus(call.longest());
        if (!isNextDue(now) || end.isAfter(now)) return callAt(planned.at(), call, "");
        ahead.addFirst(new Planned(end, new Step.ToPhase(call.next())));
        return callAt(planned.at(), ScheduleCommands.withoutEnd(call), "made up for");
    }
}
