package io.rialto.gateway.doors;

import static io.rialto.gateway.doors.VenueUnderTest.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** What those who run the venue, and who watch over it, are told without asking. */
class AlertRulesTest extends TwoTraders {
    private static final long PATIENCE_NANOS = 60_000_000_000L;
    private static final long LOOK_NANOS = 50_000_000;
    private static final String NOTIFICATIONS = ",\"channel\":\"notifications\"";

    @Test
    void aPartThatIsNotWellIsToldToAdministrators() throws Exception {
        venue.close();
        venue = VenueUnderTest.open(
                data,
                Map.of(
                        "records.kept", "on",
                        "cache.redis", new RealRedis().address(),
                        "notifications.health", "500"));
        Client one = venue.administrator();
        long untilNanos = System.nanoTime() + PATIENCE_NANOS;
        JsonNode alert = MissingNode.getInstance();
        while (alert.isMissingNode() && System.nanoTime() < untilNanos) {
            for (JsonNode each : ok(one.get("/api/v1/notifications?type=SYSTEM_ALERT"))
                    .json()
                    .get("items")) {
                if (each.get("reason").asText().equals("CACHE")) alert = each;
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }

        assertThat(alert.path("priority").asText()).isEqualTo("HIGH");
        assertThat(alert.path("message").asText()).startsWith("CACHE is DEGRADED: ");
    }

    @Test
    void aKillIsToldToAdministratorsAtOnce() {
        ok(administrator.post("/api/v1/admin/kill", "{\"scope\":\"ACCOUNT\",\"target\":\"" + alice.account() + "\"}"));

        JsonNode items = ok(administrator.get("/api/v1/notifications")).json().get("items");
        List<String> told = new ArrayList<>();
        items.forEach(each -> told.add(each.get("type").asText() + " "
                + each.get("priority").asText() + " " + each.get("reason").asText()));
        assertThat(told).containsExactlyInAnyOrder("COMPLIANCE_ALERT CRITICAL KILLED", "SYSTEM_ALERT CRITICAL KILLED");
    }

    @Test
    void howLongNotificationsTakeIsMeasured() {
        StreamClient socket = new StreamClient(venue.port());
        socket.signs(alice.client());
        socket.asks("subscribe", NOTIFICATIONS);
        socket.of("notifications");

        alice.places("SELL", "0.1", "100.00");
        socket.next(message -> message.at("/data/items").toString().contains("ORDER_ACCEPTED"));

        JsonNode measured = ok(administrator.get("/api/v1/monitoring/notifications/stats"))
                .json()
                .at("/metrics/0");
        assertThat(measured.get("kind").asText()).isEqualTo("NOTIFICATION_LATENCY");
        assertThat(measured.get("count").asLong()).isEqualTo(1);
    }
}
