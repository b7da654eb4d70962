package io.rialto.gateway.delivery;

import io.rialto.gateway.delivery.Courier.Outcome;
import io.rialto.gateway.delivery.DeliveryItem.Channel;
import io.rialto.gateway.delivery.DeliveryItem.Priority;
import io.rialto.gateway.delivery.Outbox.Taken;
import io.rialto.gateway.delivery.Tally.Event;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One item's way: taken, carried, and what became of it noted. Has no thread; whoever calls carries. Thread-safe.
 *
 * <p>Between carrying and noting the process may end: then the lease runs out and the item is carried again.
 */
final class Round {
    private static final Logger LOG = LoggerFactory.getLogger(Round.class);
    private static final int MOST_REASON = 256;
    private static final Outcome NOT_CARRIED = Outcome.never("the channel is not configured");

    private final Outbox outbox;
    private final Map<Channel, Courier> couriers;
    private final Patience patience;
    private final Duration lease;
    private final Tally tally;
    private final Clock clock;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    Round(Outbox outbox, Map<Channel, Courier> couriers, Patience patience, Duration lease, Tally tally, Clock clock) {
        this.outbox = outbox;
        this.couriers = Map.copyOf(couriers);
        this.patience = patience;
        this.lease = lease;
        this.tally = tally;
        this.clock = clock;
    }

    /** The next that is due. */
    Optional<Taken> take(Channel channel, Priority least) {
        long now = clock.millis();
        // Its lease may have run out while it is still carried here: it is held again, and nobody is to carry it twice.
        return outbox.take(channel, least, now, now + lease.toMillis())
                .filter(taken -> underWay.add(taken.item().id()));
    }

    /** Carries what was taken, and notes what became of it. */
    void carry(Taken taken) {
        DeliveryItem item = taken.item();
        try {
            note(taken, attempt(item));
        } catch (RuntimeException unwritten) {
            LOG.warn("an outcome could not be noted: it is delivered again delivery={}", item.id(), unwritten);
        } finally {
            underWay.remove(item.id());
        }
    }

    private Outcome attempt(DeliveryItem item) {
        Courier courier = couriers.get(item.channel());
        if (courier == null) return NOT_CARRIED;
        try {
            return courier.carry(item);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Outcome.later("the venue stopped meanwhile");
        } catch (Exception fault) {
            // Its words may hold what was to be delivered, or a password.
            LOG.warn(
                    "a delivery failed by itself delivery={} channel={} fault={}",
                    item.id(),
                    item.channel(),
                    fault.getClass().getName());
            return Outcome.later("failed with " + fault.getClass().getSimpleName());
        }
    }

    private void note(Taken taken, Outcome outcome) {
        DeliveryItem item = taken.item();
        String reason = shortened(outcome.reason());
        boolean isHeld;
        Event event;
        switch (outcome.result()) {
            case DELIVERED -> {
                event = Event.SENT;
                isHeld = outbox.sent(item.id(), clock.millis());
            }
            case LATER -> {
                boolean isOver = patience.isAtAnEnd(taken.tries() + 1);
                event = isOver ? Event.DEAD : Event.RETRIED;
                isHeld = isOver
                        ? outbox.bury(item.id(), reason, clock.millis())
                        : outbox.postpone(item, reason, due(taken, outcome));
            }
            default -> {
                event = Event.DEAD;
                isHeld = outbox.bury(item.id(), reason, clock.millis());
            }
        }
        tally.count(item.channel(), event, 1);
        if (event == Event.DEAD) {
            LOG.warn("given up delivery={} channel={} reason={}", item.id(), item.channel(), reason);
        }
        if (!isHeld) LOG.warn("another process may have delivered the same delivery={}", item.id());
    }

    private long due(Taken taken, Outcome outcome) {
        Duration wait = patience.afterTry(taken.tries() + 1);
        Duration asked = outcome.notBefore();
        Duration bounded = asked.compareTo(patience.longest()) > 0 ? patience.longest() : asked;
        return clock.millis() + Math.max(wait.toMillis(), bounded.toMillis());
    }

    private static String shortened(String reason) {
        return reason.substring(0, Math.min(reason.length(), MOST_REASON));
    }

    /** What has to be done from time to time: leases renewed, what is out of date or long over let go, what waits counted. */
    void sweep(Duration kept) {
        long now = clock.millis();
        if (!underWay.isEmpty()) outbox.renew(now + lease.toMillis());
        outbox.expire(now).forEach((channel, count) -> tally.count(channel, Event.EXPIRED, count));
        outbox.forget(now - kept.toMillis());
        tally.waits(outbox.backlog());
    }
}
