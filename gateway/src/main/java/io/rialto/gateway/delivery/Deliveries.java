package io.rialto.gateway.delivery;

import io.micrometer.core.instrument.binder.MeterBinder;
import io.rialto.gateway.control.ControlDatabase;
import io.rialto.gateway.delivery.DeliveryItem.Channel;
import io.rialto.gateway.delivery.Tally.Event;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.settings.DeliveryConfig;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongUnaryOperator;
import org.jdbi.v3.core.Handle;

/**
 * The door by which messages leave the venue. What is handed in within a transaction leaves when that commits, and never when it does
 * not.
 *
 * <p>Thread-safe; handing in costs one row and waits for nobody outside. An item whose channel has no courier becomes a dead letter, so
 * ask {@link #carries} before.
 */
public final class Deliveries implements AutoCloseable {
    private static final int SWEEPS_PER_LEASE = 4;

    private final Outbox outbox;
    private final Map<Channel, Courier> couriers;
    private final Tally tally;
    private final Dispatch dispatch;
    private final DeadLetters deadLetters;

    private Deliveries(
            Outbox outbox, Map<Channel, Courier> couriers, Tally tally, Dispatch dispatch, DeadLetters deadLetters) {
        this.deadLetters = deadLetters;
        this.outbox = outbox;
        this.couriers = Map.copyOf(couriers);
        this.tally = tally;
        this.dispatch = dispatch;
    }

    /**
     * Opens the outbox and starts to empty it.
     *
     * @param couriers of the channels that are configured; closed with this
     * @param draw for the jitter: a number of 0 up to below its argument
     */
    public static Deliveries open(
            DeliveryConfig.Outbox config,
            ControlDatabase control,
            Map<Channel, Courier> couriers,
            LongUnaryOperator draw,
            Clock clock) {
        Outbox outbox = new Outbox(control, UUID.randomUUID().toString());
        Tally tally = new Tally(clock);
        Patience patience = new Patience(
                Duration.ofMillis(config.firstRetryMillis()),
                Duration.ofSeconds(config.longestRetrySeconds()),
                config.tries(),
                draw);
        Duration lease = Duration.ofSeconds(config.leaseSeconds());
        Round round = new Round(outbox, couriers, patience, lease, tally, clock);
        Dispatch dispatch = new Dispatch(
                round,
                config.threads(),
                Duration.ofMillis(config.pollMillis()),
                lease.dividedBy(SWEEPS_PER_LEASE),
                Duration.ofHours(config.keptHours()));
        return new Deliveries(outbox, couriers, tally, dispatch.start(), new DeadLetters(control, clock));
    }

    /**
     * Takes a message in, within the caller's transaction.
     *
     * @return false when one of that id was handed in before: then nothing is done
     */
    public boolean hand(Handle transaction, DeliveryItem item) {
        if (!outbox.add(transaction, item)) return false;
        transaction.afterCommit(() -> {
            tally.count(item.channel(), Event.HANDED, 1);
            dispatch.wake();
        });
        return true;
    }

    /** Whether there is anybody to carry what is handed in for that channel. */
    public boolean carries(Channel channel) {
        return couriers.containsKey(channel);
    }

    public Set<Channel> channels() {
        return couriers.keySet();
    }

    /** For administrators: what was given up. */
    public RouteGroup routes() {
        return new DeadLetterRoutes(deadLetters, dispatch::wake);
    }

    /** Counts and lengths, for the page of metrics. */
    public MeterBinder meters() {
        return tally;
    }

    @Override
    public void close() {
        dispatch.close();
        couriers.values().forEach(Courier::close);
    }
}
