package io.rialto.gateway.outward;

import io.micrometer.core.instrument.binder.MeterBinder;
import io.rialto.gateway.contacts.ContactRoutes;
import io.rialto.gateway.contacts.Contacts;
import io.rialto.gateway.control.ControlDatabase;
import io.rialto.gateway.control.Sealing;
import io.rialto.gateway.delivery.Courier;
import io.rialto.gateway.delivery.Deliveries;
import io.rialto.gateway.delivery.DeliveryItem.Channel;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.mail.MailCourier;
import io.rialto.gateway.outbound.Authorities;
import io.rialto.gateway.outbound.Posting;
import io.rialto.gateway.outbound.Targets;
import io.rialto.gateway.settings.DeliveryConfig;
import io.rialto.gateway.texts.TextCourier;
import io.rialto.gateway.webhooks.Lookup;
import io.rialto.gateway.webhooks.Webhook;
import io.rialto.gateway.webhooks.WebhookCourier;
import io.rialto.gateway.webhooks.WebhookRoutes;
import io.rialto.gateway.webhooks.Webhooks;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jdbi.v3.core.Handle;

/** What leaves the venue: the outbox, the ways that are configured, and where each person wants to be told. Thread-safe. */
public final class Outward implements AutoCloseable {
    private final Deliveries deliveries;
    private final Webhooks webhooks;
    private final Contacts contacts;
    private final Lookup lookup;
    private final RouteGroup routes;

    private Outward(Deliveries deliveries, Webhooks webhooks, Contacts contacts, Lookup lookup, RouteGroup routes) {
        this.deliveries = deliveries;
        this.webhooks = webhooks;
        this.contacts = contacts;
        this.lookup = lookup;
        this.routes = routes;
    }

    /**
     * Opens the ways that are configured, and begins to send what waits.
     *
     * @throws IOException when a file that is configured cannot be used
     */
    public static Outward open(
            DeliveryConfig config, ControlDatabase control, Sealing sealing, Targets.Names names, Clock clock)
            throws IOException {
        DeliveryConfig.Webhooks hooks = config.webhooks();
        Webhooks webhooks = new Webhooks(control, sealing, hooks.mostEach(), clock);
        Contacts contacts = new Contacts(control, sealing, clock);
        Targets targets = new Targets(hooks.privateHosts(), hooks.isPlainAllowed(), names);
        Posting posting =
                new Posting(Duration.ofMillis(hooks.timeoutMillis()), Authorities.of(hooks.authorities()), targets);
        Map<Channel, Courier> couriers = new EnumMap<>(Channel.class);
        couriers.put(Channel.WEBHOOK, new WebhookCourier(webhooks, posting, clock));
        if (config.mail().isPresent())
            couriers.put(Channel.EMAIL, MailCourier.open(config.mail().get()));
        if (config.texts().isPresent())
            couriers.put(Channel.SMS, TextCourier.open(config.texts().get()));
        Deliveries deliveries = Deliveries.open(
                config.outbox(),
                control,
                couriers,
                bound -> ThreadLocalRandom.current().nextLong(bound),
                clock);
        Lookup lookup = new Lookup(targets);
        RouteGroup routes = table -> table.add(
                new WebhookRoutes(webhooks, deliveries, control.sql(), targets, lookup, clock),
                new ContactRoutes(contacts, deliveries, clock),
                deliveries.routes());
        return new Outward(deliveries, webhooks, contacts, lookup, routes);
    }

    /** Where messages are handed in. */
    public Deliveries deliveries() {
        return deliveries;
    }

    /** Where a person is told things by that channel: what he has shown to be his. Empty when the channel is not configured. */
    public List<String> addresses(Handle transaction, int person, Channel channel) {
        if (!deliveries.carries(channel)) return List.of();
        if (channel != Channel.WEBHOOK)
            return contacts.verified(transaction, person, channel).stream().toList();
        return webhooks.of(transaction, person).stream().map(Webhook::id).toList();
    }

    /** For people and administrators. */
    public RouteGroup routes() {
        return routes;
    }

    /** For the page of metrics. */
    public MeterBinder meters() {
        return deliveries.meters();
    }

    @Override
    public void close() {
        deliveries.close();
        lookup.close();
    }
}
