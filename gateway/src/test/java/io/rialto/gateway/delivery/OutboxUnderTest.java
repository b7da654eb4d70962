package io.rialto.gateway.delivery;

import io.rialto.gateway.control.ControlDatabase;
import io.rialto.gateway.delivery.Courier.Outcome;
import io.rialto.gateway.delivery.DeliveryItem.Channel;
import io.rialto.gateway.delivery.DeliveryItem.Priority;
import io.rialto.gateway.delivery.Outbox.Taken;
import io.rialto.gateway.doors.TurnedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** One process at an outbox, carried by hand: its clock stands, its draw is the least, its courier does as it is told. */
final class OutboxUnderTest {
    static final Duration LEASE = Duration.ofSeconds(60);
    static final Patience PATIENCE = new Patience(Duration.ofSeconds(4), Duration.ofSeconds(20), 5, bound -> 0);

    final TurnedClock clock;
    final ControlDatabase control;
    final Outbox outbox;
    final Tally tally;
    final Round round;
    final List<DeliveryItem> carried = new CopyOnWriteArrayList<>();
    private volatile Function<DeliveryItem, Outcome> courier = item -> Outcome.DELIVERED;

    OutboxUnderTest(ControlDatabase control, String name, TurnedClock clock) {
        this.control = control;
        this.clock = clock;
        this.outbox = new Outbox(control, name);
        this.tally = new Tally(clock);
        Courier told = item -> {
            carried.add(item);
            return courier.apply(item);
        };
        this.round =
                new Round(outbox, Map.of(Channel.EMAIL, told, Channel.WEBHOOK, told), PATIENCE, LEASE, tally, clock);
    }

    OutboxUnderTest answers(Function<DeliveryItem, Outcome> outcome) {
        courier = outcome;
        return this;
    }

    DeliveryItem item(String id, String address, Priority priority) {
        Instant now = clock.instant();
        return new DeliveryItem(
                id,
                7,
                Channel.EMAIL,
                address,
                "Order filled",
                List.of("0.5 BTC-USD", "", "at 50000.00"),
                now,
                now.plus(Duration.ofHours(1)),
                priority);
    }

    boolean hand(DeliveryItem item) {
        return control.sql().inTransaction(handle -> outbox.add(handle, item));
    }

    Optional<Taken> take() {
        return round.take(Channel.EMAIL, Priority.LOW);
    }

    /** All that is due now, one after the other; answers their ids. */
    List<String> carryAll() {
        List<String> ids = new ArrayList<>();
        for (Optional<Taken> next = take(); next.isPresent(); next = take()) {
            ids.add(next.get().item().id());
            round.carry(next.get());
        }
        return ids;
    }

    /** Status, attempts and reason of one. */
    String state(String id) {
        return control.sql()
                .withHandle(handle -> handle.createQuery("SELECT * FROM delivery WHERE id = :id")
                        .bind("id", id)
                        .map((row, context) -> (row.getString("status") + " " + row.getInt("attempts") + " "
                                        + row.getString("reason"))
                                .strip())
                        .findOne()
                        .orElse("none"));
    }
}
