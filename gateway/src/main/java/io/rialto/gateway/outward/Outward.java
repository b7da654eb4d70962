package io.rialto.gateway.outward;

import io.micrometer.core.instrument.binder.MeterBinder;
import io.rialto.gateway.control.ControlDatabase;
import io.rialto.gateway.delivery.Courier;
import io.rialto.gateway.delivery.Deliveries;
import io.rialto.gateway.delivery.DeliveryItem.Channel;
import io.rialto.gateway.settings.DeliveryConfig;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** What leaves the venue: the outbox and the ways that are configured. Thread-safe. */
public final class Outward implements AutoCloseable {
    private final Deliveries deliveries;

    private Outward(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    /** Opens the ways that are configured, and begins to send what waits. */
    public static Outward open(DeliveryConfig config, ControlDatabase control, Clock clock) {
        Map<Channel, Courier> couriers = new EnumMap<>(Channel.class);
        return new Outward(Deliveries.open(
                config.outbox(),
                control,
                couriers,
                bound -> ThreadLocalRandom.current().nextLong(bound),
                clock));
    }

    /** Where messages are handed in. */
    public Deliveries deliveries() {
        return deliveries;
    }

    /** For the page of metrics. */
    public MeterBinder meters() {
        return deliveries.meters();
    }

    @Override
    public void close() {
        deliveries.close();
    }
}
