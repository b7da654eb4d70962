package io.rialto.gateway.delivery;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.rialto.gateway.delivery.DeliveryItem.Channel;
import io.rialto.gateway.delivery.Outbox.Backlog;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** What this process handed in, delivered and gave up since its start, and what waits, by channel. Thread-safe. */
final class Tally implements MeterBinder {
    private static final double MILLIS_PER_SECOND = 1_000;

    private final Map<Channel, Map<Event, LongAdder>> counts = new EnumMap<>(Channel.class);
    private final Clock clock;
    private volatile Map<Channel, Backlog> backlog = Map.of();

    /** What may happen to an item. */
    enum Event {
        HANDED,
        SENT,
        RETRIED,
        DEAD,
        EXPIRED
    }

    Tally(Clock clock) {
        this.clock = clock;
        for (Channel channel : Channel.values()) {
            Map<Event, LongAdder> events = new EnumMap<>(Event.class);
            for (Event event : Event.values()) events.put(event, new LongAdder());
            counts.put(channel, events);
        }
    }

    void count(Channel channel, Event event, long times) {
        counts.get(channel).get(event).add(times);
    }

    long counted(Channel channel, Event event) {
        return counts.get(channel).get(event).sum();
    }

    void waits(Map<Channel, Backlog> now) {
        backlog = Map.copyOf(now);
    }

    /** As it was looked at last: of all processes together. */
    long waiting(Channel channel) {
        return backlog.getOrDefault(channel, Backlog.NONE).waiting();
    }

    /** Of what waits longest; 0 when nothing does. */
    double oldestSeconds(Channel channel) {
        long oldest = backlog.getOrDefault(channel, Backlog.NONE).oldestMillis();
        return Math.max(0, clock.millis() - oldest) / MILLIS_PER_SECOND;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (Channel channel : Channel.values()) {
            String word = channel.name().toLowerCase(Locale.ROOT);
            for (Event event : Event.values()) {
                String name = "rialto.delivery." + event.name().toLowerCase(Locale.ROOT);
                FunctionCounter.builder(name, this, tally -> tally.counted(channel, event))
                        .tag("channel", word)
                        .register(registry);
            }
            Gauge.builder("rialto.delivery.waiting", this, tally -> tally.waiting(channel))
                    .tag("channel", word)
                    .strongReference(true)
                    .register(registry);
            Gauge.builder("rialto.delivery.oldest.seconds", this, tally -> tally.oldestSeconds(channel))
                    .tag("channel", word)
                    .strongReference(true)
                    .register(registry);
        }
    }
}
