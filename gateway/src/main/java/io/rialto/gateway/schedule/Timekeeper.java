package io.rialto.gateway.schedule;

import io.rialto.gateway.ingress.Command;
import io.rialto.gateway.ingress.Origin;
import io.rialto.gateway.ingress.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knocks at the line when it is time: for phases by the schedule, and with a Tick when something of the core's own fell due
 * and nobody else came. A client without privileges; it never waits for an answer.
 *
 * <p>Times are the clock's; when that goes back, nothing is done twice. Threading: one thread of its own.
 */
public final class Timekeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Timekeeper.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final Schedule schedule;
    private final Market market;
    private final BiFunction<Origin, Command, CompletableFuture<Outcome>> line;
    private final Seeds seeds;
    private final InstantSource clock;
    private final Map<String, Timetable> timetables = new HashMap<>();
    private final Thread thread;
    private final Duration poll;
    private CompletableFuture<Outcome> tick = CompletableFuture.completedFuture(null);
    private Instant nextLook = Instant.MIN;
    private volatile boolean isClosed;

    /** What the timekeeper sees of the venue. Any thread; never waits. */
    public interface Market {
        List<Instrument> instruments();

        /** When the core has something to do by itself, UTC; the greatest long when it has nothing. */
        long nextDueNanos();
    }

    /** @param lastPlanned the newest planned moment of a change of its phase */
    public record Instrument(int number, String symbol, Optional<Instant> lastPlanned) {}

    /**
     * @param line sends a command; a full line is a failed future
     * @param secret turns a name into bytes that only this venue can make of it
     * @param clock that stamps the line's commands, so that nothing comes before its time
     * @param poll how often it looks at the clock
     */
    public Timekeeper(
            Schedule schedule,
            Market market,
            BiFunction<Origin, Command, CompletableFuture<Outcome>> line,
            UnaryOperator<byte[]> secret,
            InstantSource clock,
            Duration poll) {
        this.schedule = schedule;
        this.market = market;
        this.line = line;
        this.seeds = new Seeds(secret);
        this.clock = clock;
        this.poll = poll;
        thread = new Thread(this::run, "timekeeper");
        thread.setDaemon(true);
    }

    public Timekeeper start() {
        thread.start();
        return this;
    }

    private void run() {
        while (!isClosed) {
            try {
                turn();
            } catch (RuntimeException fault) {
                LOG.error("the timekeeper missed a turn", fault);
            }
            LockSupport.parkNanos(poll.toNanos());
        }
    }

    /** Does what is to be done by now; for tests without the thread. */
    void turn() {
        Instant now = clock.instant();
        if (!now.isBefore(nextLook)) look(now);
        for (Timetable timetable : timetables.values()) timetable.turn(now);
        if (tick.isDone() && market.nextDueNanos() <= ScheduleCommands.nanos(now)) {
            tick = line.apply(Origin.VENUE, ScheduleCommands.tick());
        }
    }

    private void look(Instant now) {
        nextLook = now.plus(BETWEEN_LOOKS);
        if (schedule.sessions().isEmpty()) return;
        for (Instrument listed : market.instruments()) {
            if (timetables.containsKey(listed.symbol())) continue;
            schedule.sessionOf(listed.symbol()).ifPresent(session -> {
                Timetable timetable = new Timetable(
                        listed.number(), listed.symbol(), session, seeds, line, listed.lastPlanned(), now);
                timetables.put(listed.symbol(), timetable);
                LOG.info("scheduled instrument={} session={}", listed.symbol(), session.name());
            });
        }
    }

    /** Sends nothing more; returns when its thread has ended. */
    @Override
    public void close() {
        isClosed = true;
        LockSupport.unpark(thread);
        try {
            thread.join(BETWEEN_LOOKS.toMillis());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
