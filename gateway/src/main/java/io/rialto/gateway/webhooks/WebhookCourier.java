package io.rialto.gateway.webhooks;

import io.rialto.gateway.delivery.Courier;
import io.rialto.gateway.delivery.DeliveryItem;
import io.rialto.gateway.delivery.DeliveryItem.Priority;
import io.rialto.gateway.form.Json;
import io.rialto.gateway.form.Times;
import io.rialto.gateway.outbound.Posting;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Posts items to webhooks, signed anew at each try. Thread-safe. */
public final class WebhookCourier implements Courier {
    private static final String TYPE = "application/json";
    private static final String ID = "X-Rialto-Delivery";

    private final Webhooks webhooks;
    private final Posting posting;
    private final Clock clock;

    /** What a receiver gets; the fields stay in this order. */
    record Body(String id, String createdAt, String expiresAt, Priority priority, String subject, List<String> lines) {
        static Body of(DeliveryItem item) {
            return new Body(
                    item.id(),
                    text(item.createdAt()),
                    text(item.expiresAt()),
                    item.priority(),
                    item.subject(),
                    item.lines());
        }

        private static String text(Instant moment) {
            return Times.text(TimeUnit.SECONDS.toNanos(moment.getEpochSecond()) + moment.getNano());
        }
    }

    public WebhookCourier(Webhooks webhooks, Posting posting, Clock clock) {
        this.webhooks = webhooks;
        this.posting = posting;
        this.clock = clock;
    }

    @Override
    public Outcome carry(DeliveryItem item) {
        Optional<Webhooks.Route> route = webhooks.route(item.person(), item.address());
        if (route.isEmpty()) return Outcome.never("the webhook was removed");
        byte[] body = Json.bytes(Body.of(item));
        String signature =
                Signature.header(route.get().secrets(), TimeUnit.MILLISECONDS.toSeconds(clock.millis()), body);
        Map<String, String> headers = Map.of(ID, item.id(), Signature.HEADER, signature);
        Outcome outcome = posting.post(route.get().url(), headers, TYPE, body);
        webhooks.tried(item.address(), outcome.reason());
        return outcome;
    }

    @Override
    public void close() {
        posting.close();
    }
}
