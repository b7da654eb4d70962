package io.rialto.gateway.schedule;

import io.rialto.gateway.ingress.Command;
import io.rialto.gateway.ingress.Origin;
import io.rialto.gateway.ingress.Outcome;
import io.rialto.gateway.schedule.Plan.Planned;
import io.rialto.gateway.schedule.Seeds.Seed;
import io.rialto.protocol.Door;
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
    private record Errand(String name, Command command, Step.Call call, Seed seed) {
        Origin origin() {
            return Origin.of(0, Optional.of("schedule: " + name), 0, new UUID(0, 0))
                    .by(Door.VENUE);
        }
    }

    private record Reveal(Instant at, Seed seed) {}

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
        // A running call's seed has to be told: asked again under its key, the call answers with the frame of then.
        Optional<Planned> first = plan.inForce(lastPlanned.orElse(now));
        if (lastPlanned.isEmpty()) first.ifPresent(ahead::add);
        else first.filter(planned -> mayRun(planned, now)).ifPresent(ahead::add);
        loadedThrough = lastPlanned.orElse(now);
    }

    private static boolean mayRun(Planned planned, Instant now) {
        return planned.action() instanceof Step.Call call
                && !call.window().isZero()
                && now.isBefore(planned.at().plus(call.longest()));
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
        try {
            Outcome outcome = running.join();
            outcome.frame()
                    .refusal()
                    .ifPresentOrElse(
                            refusal -> LOG.warn(
                                    "refused by the venue: {} reason={} sequence={}",
                                    errand.name,
                                    refusal.reason(),
                                    outcome.sequence()),
                            () -> done(outcome));
            errand = null;
        } catch (CompletionException notTaken) {
            LOG.warn(
                    "sent again soon: {} cause={}",
                    errand.name,
                    notTaken.getCause().getMessage());
            notBefore = now.plus(BEFORE_AGAIN);
        } finally {
            running = null;
        }
    }

    private void done(Outcome outcome) {
        LOG.info("done {} sequence={}", errand.name, outcome.sequence());
        Step.Call call = errand.call;
        if (call == null || call.window().isZero()) return;
        long startedNanos = outcome.frame().view().timeNanos();
        long lengthNanos =
                call.duration().toNanos() + errand.seed.extraNanos(call.window().toNanos());
        reveal = new Reveal(Instant.EPOCH.plusNanos(startedNanos).plusNanos(lengthNanos), errand.seed);
    }

    private Errand next(Instant now) {
        if (reveal != null && !now.isBefore(reveal.at)) {
            Seed seed = reveal.seed;
            String name = "reveal the seed of " + symbol + " at " + reveal.at;
            reveal = null;
            return new Errand(name, ScheduleCommands.reveal(instrument, seed), null, null);
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
            return new Errand(name, ScheduleCommands.toPhase(instrument, planned.at(), step), null, null);
        }
        if (planned.action() instanceof Step.Change step) {
            return new Errand(name, ScheduleCommands.change(instrument, step), null, null);
        }
        Step.Call call = (Step.Call) planned.action();
        Instant end = planned.at().plus(call.longest());
        if (isNextDue(now) && !end.isAfter(now)) {
            ahead.addFirst(new Planned(end, new Step.ToPhase(call.next())));
            call = ScheduleCommands.withoutEnd(call);
            name += ", made up for";
        }
        Seed seed = seeds.of(symbol, planned.at());
        return new Errand(name, ScheduleCommands.startCall(instrument, planned.at(), call, seed), call, seed);
    }
}
