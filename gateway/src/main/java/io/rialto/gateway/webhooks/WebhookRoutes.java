package io.rialto.gateway.webhooks;

import io.rialto.gateway.delivery.Deliveries;
import io.rialto.gateway.delivery.DeliveryItem;
import io.rialto.gateway.delivery.DeliveryItem.Channel;
import io.rialto.gateway.delivery.DeliveryItem.Priority;
import io.rialto.gateway.form.Field;
import io.rialto.gateway.form.Fields;
import io.rialto.gateway.form.Form;
import io.rialto.gateway.form.Times;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.outbound.Targets;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;

/** A person's own webhooks. */
public final class WebhookRoutes implements RouteGroup {
    private static final String URL = "url";
    private static final Fields NEW = Fields.of(Field.text(URL).says("https, at a public address"));
    private static final Duration TEST_LIFE = Duration.ofMinutes(5);

    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final Jdbi sql;
    private final Targets targets;
    private final Lookup lookup;
    private final Clock clock;

    public WebhookRoutes(
            Webhooks webhooks, Deliveries deliveries, Jdbi sql, Targets targets, Lookup lookup, Clock clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.sql = sql;
        this.targets = targets;
        this.lookup = lookup;
        this.clock = clock;
    }

    @Override
    public void addTo(Routes routes) {
        routes.personal("GET", "/webhooks", this::list)
                .says("My webhooks, and how their last deliveries went")
                .answers(200, Items.class);
        routes.personal("POST", "/webhooks", this::add)
                .says("A new webhook; its secret is told this once")
                .takes(NEW)
                .answers(201, WithSecret.class);
        routes.personal("DELETE", "/webhooks/{id}", this::remove)
                .says("Remove a webhook; what waits for it is given up")
                .answers(200, Body.class);
        routes.personal("POST", "/webhooks/{id}/rotate", this::rotate)
                .says("A new secret, told this once; the one before signs as well for a day")
                .takes(Fields.NONE)
                .answers(200, WithSecret.class);
        routes.personal("POST", "/webhooks/{id}/test", this::test)
                .says("Send a test message to a webhook, as any other is sent")
                .takes(Fields.NONE)
                .answers(202, Test.class);
    }

    /** @param lastFault of the last try; null when it went well, or there was none */
    private record Body(String id, String url, String createdAt, String lastTriedAt, String lastFault) {}

    private record Items(List<Body> items) {}

    private record WithSecret(String id, String url, String createdAt, String secret) {}

    private record Test(String delivery) {}

    private Answer list(Call call) {
        return Answer.ok(new Items(webhooks.of(call.person().number()).stream()
                .map(WebhookRoutes::body)
                .toList()));
    }

    private Answer add(Call call) {
        Form form = call.form().knows(NEW);
        String url = form.text(URL);
        String fault = targets.fault(url);
        if (!fault.isEmpty()) throw Problem.at(URL, ProblemCode.INVALID_VALUE, fault, url);
        lookup.check(URL, url);
        Webhooks.Made made = webhooks.add(call.person().number(), url)
                .orElseThrow(
                        () -> Problem.at(URL, ProblemCode.TOO_MANY_WEBHOOKS, ProblemCode.TOO_MANY_WEBHOOKS.title()));
        call.concerns("webhook:" + made.webhook().id());
        return Answer.created(withSecret(made));
    }

    private Answer remove(Call call) {
        Webhook webhook = webhook(call);
        webhooks.remove(webhook.person(), webhook.id());
        return Answer.ok(body(webhook));
    }

    private Answer rotate(Call call) {
        call.form().knows(Fields.NONE);
        Webhook webhook = webhook(call);
        return Answer.ok(
                withSecret(webhooks.rotate(webhook.person(), webhook.id()).orElseThrow(WebhookRoutes::unknown)));
    }

    private Answer test(Call call) {
        call.form().knows(Fields.NONE);
        Webhook webhook = webhook(call);
        Instant now = clock.instant();
        DeliveryItem item = new DeliveryItem(
                "test-" + UUID.randomUUID(),
                webhook.person(),
                Channel.WEBHOOK,
                webhook.id(),
                "Test",
                List.of("This is a test of your webhook."),
                now,
                now.plus(TEST_LIFE),
                Priority.NORMAL);
        sql.useTransaction(handle -> deliveries.hand(handle, item));
        return Answer.of(202, new Test(item.id()));
    }

    private Webhook webhook(Call call) {
        String id = call.part("id");
        Webhook found = webhooks.find(call.person().number(), id).orElseThrow(WebhookRoutes::unknown);
        call.concerns("webhook:" + found.id());
        return found;
    }

    private static Problem unknown() {
        return Problem.at("id", ProblemCode.NOT_FOUND, "there is no such webhook");
    }

    private static Body body(Webhook webhook) {
        return new Body(
                webhook.id(),
                webhook.url(),
                time(webhook.createdMillis()),
                webhook.triedMillis() == 0 ? null : time(webhook.triedMillis()),
                webhook.fault().isEmpty() ? null : webhook.fault());
    }

    private static WithSecret withSecret(Webhooks.Made made) {
        return new WithSecret(
                made.webhook().id(), made.webhook().url(), time(made.webhook().createdMillis()), made.secret());
    }

    private static String time(long millis) {
        return Times.text(TimeUnit.MILLISECONDS.toNanos(millis));
    }
}
