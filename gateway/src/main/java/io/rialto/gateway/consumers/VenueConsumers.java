package io.rialto.gateway.consumers;

import static io.rialto.feeds.business.EventKind.MARKET_ALERT;
import static io.rialto.feeds.business.EventKind.ORDER_FILLED;
import static io.rialto.feeds.business.EventKind.ORDER_PARTIALLY_FILLED;
import static io.rialto.feeds.business.EventKind.ORDER_PLACED;
import static io.rialto.feeds.business.EventKind.POSITION_CLOSED;
import static io.rialto.feeds.business.EventKind.RISK_LIMIT_BREACHED;
import static io.rialto.feeds.business.EventKind.SIGNAL_ARRIVED;
import static io.rialto.feeds.business.EventKind.TRADING_PAUSED;
import static io.rialto.feeds.business.EventKind.TRADING_RESUMED;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.rialto.feeds.bus.Consumer;
import io.rialto.feeds.bus.EventBus;
import io.rialto.feeds.bus.EventHandler;
import io.rialto.feeds.bus.Subscription;
import io.rialto.feeds.business.BusinessEvent;
import io.rialto.feeds.business.EventKind;
import io.rialto.feeds.offsets.FileOffsets;
import io.rialto.gateway.http.RouteGroup;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the venue itself does when something happens: counts it, and tells operators what they should look at.
 *
 * <p>Thread-safe. Close it after the bus.
 */
public final class VenueConsumers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(VenueConsumers.class);

    private final EventBus bus;
    private final FileOffsets offsets;
    private final Map<EventKind, LongAdder> told = new EnumMap<>(EventKind.class);

    /**
     * @param bus not started yet
     * @param directory for their offsets
     */
    public VenueConsumers(EventBus bus, Path directory) {
        this.bus = bus;
        offsets = new FileOffsets(directory);
        for (EventKind kind : EventKind.values()) told.put(kind, new LongAdder());
        subscribe("order-placed", Set.of(ORDER_PLACED), this::count);
        subscribe("order-executed", Set.of(ORDER_PARTIALLY_FILLED, ORDER_FILLED), this::count);
        subscribe("position-closed", Set.of(POSITION_CLOSED), this::count);
        subscribe("risk-limit-breached", Set.of(RISK_LIMIT_BREACHED), this::warn);
        subscribe("trading-paused", Set.of(TRADING_PAUSED, TRADING_RESUMED), this::inform);
        subscribe("signal-arrived", Set.of(SIGNAL_ARRIVED), this::count);
        subscribe("market-alert", Set.of(MARKET_ALERT), this::inform);
    }

    private void subscribe(String name, Set<EventKind> kinds, EventHandler.One handler) {
        bus.subscribe(Subscription.synchronous(name, kinds, offsets, EventHandler.each(handler)));
    }

    private void count(BusinessEvent event) {
        told.get(event.kind()).increment();
    }

    private void inform(BusinessEvent event) {
        count(event);
        LOG.info("{} sequence={} instrument={}", event.kind(), event.sequence(), event.instrument());
    }

    private void warn(BusinessEvent event) {
        count(event);
        LOG.warn("{} sequence={} account={}", event.kind(), event.sequence(), event.account());
    }

    public RouteGroup routes() {
        return new ConsumerRoutes(bus);
    }

    /** Of all who have subscribed by now. */
    public MeterBinder meters() {
        return registry -> {
            told.forEach((kind, count) -> FunctionCounter.builder("rialto.events", count, LongAdder::sum)
                    .tag("kind", kind.name())
                    .register(registry));
            for (EventKind kind : EventKind.values()) {
                Gauge.builder("rialto.events.subscribers", bus, each -> each.subscribers(kind))
                        .tag("kind", kind.name())
                        .register(registry);
            }
            Gauge.builder("rialto.events.sequence", bus, EventBus::sequence).register(registry);
            bus.statuses().forEach(status -> consumer(registry, status.name()));
        };
    }

    private void consumer(MeterRegistry registry, String name) {
        counter(registry, "delivered", name, Consumer.Status::delivered);
        counter(registry, "retried", name, Consumer.Status::retried);
        gauge(registry, "set.aside", name, Consumer.Status::setAside);
        gauge(registry, "lag.frames", name, Consumer.Status::lagFrames);
        gauge(registry, "stopped", name, status -> status.fault().isPresent() ? 1 : 0);
    }

    private void counter(MeterRegistry registry, String what, String name, ToDoubleFunction<Consumer.Status> value) {
        FunctionCounter.builder("rialto.consumer." + what, bus, each -> value(name, value))
                .tag("consumer", name)
                .register(registry);
    }

    private void gauge(MeterRegistry registry, String what, String name, ToDoubleFunction<Consumer.Status> value) {
        Gauge.builder("rialto.consumer." + what, bus, each -> value(name, value))
                .tag("consumer", name)
                .register(registry);
    }

    private double value(String name, ToDoubleFunction<Consumer.Status> value) {
        return bus.statuses().stream()
                .filter(status -> status.name().equals(name))
                .mapToDouble(value)
                .sum();
    }

    @Override
    public void close() {
        offsets.close();
    }
}
