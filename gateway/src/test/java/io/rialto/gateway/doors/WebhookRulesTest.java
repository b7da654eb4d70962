package io.rialto.gateway.doors;

import static io.rialto.gateway.doors.VenueUnderTest.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rialto.gateway.outbound.Receiver;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where people are told things, and what becomes of what cannot be delivered. */
class WebhookRulesTest {
    private static final String HOOKS = "/api/v1/webhooks";
    private static final String LETTERS = "/api/v1/admin/notifications/dead-letters";
    private static final Map<String, String> OPTIONS = Map.of(
            "webhooks.plain-http", "allowed",
            "webhooks.private-hosts", "localhost",
            "webhooks.each", "2",
            "delivery.poll", "20",
            "delivery.first-retry", "10");
    private static final long FAR_NANOS = TimeUnit.SECONDS.toNanos(60);

    @TempDir
    private Path data;

    private static void until(String what, BooleanSupplier fact) {
        long start = System.nanoTime();
        while (!fact.getAsBoolean()) {
            if (System.nanoTime() - start > FAR_NANOS) throw new AssertionError("never: " + what);
            Thread.onSpinWait();
        }
    }

    /** As a receiver would, from the document alone. */
    private static String expected(String secret, Receiver.Got got) throws Exception {
        String header = got.headers().get("x-rialto-signature");
        String seconds = header.substring(2, header.indexOf(','));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
        mac.update((seconds + ".").getBytes(StandardCharsets.US_ASCII));
        return "v1=" + HexFormat.of().formatHex(mac.doFinal(got.body()));
    }

    @Test
    void aPersonIsToldByWebhooksThatHeCanVerify() throws Exception {
        try (VenueUnderTest venue = VenueUnderTest.open(data, OPTIONS);
                Receiver receiver = Receiver.plain()) {
            PersonClient nora = PersonClient.member(venue, "nora@example.com");
            PersonClient omar = PersonClient.member(venue, "omar@example.com");
            String url = "http://localhost:" + receiver.port() + "/in";

            Client.Answer made = ok(nora.post(HOOKS, PersonClient.body("url", url)));
            String id = made.text("id");
            String secret = made.text("secret");
            assertThat(secret).matches("whsec_[A-Za-z0-9_-]{43}");
            assertThat(nora.get(HOOKS).toString()).contains(id).doesNotContain(secret);

            String delivery = ok(nora.post(HOOKS + "/" + id + "/test", "{}")).text("delivery");
            Receiver.Got got = receiver.next();
            assertThat(got.path()).isEqualTo("/in");
            assertThat(got.headers()).containsEntry("x-rialto-delivery", delivery);
            assertThat(new String(got.body(), StandardCharsets.UTF_8)).startsWith("{\"id\":\"" + delivery + "\",");
            assertThat(got.headers().get("x-rialto-signature")).endsWith("," + expected(secret, got));

            String newer = ok(nora.post(HOOKS + "/" + id + "/rotate", "{}")).text("secret");
            ok(nora.post(HOOKS + "/" + id + "/test", "{}"));
            Receiver.Got signedTwice = receiver.next();
            assertThat(signedTwice.headers().get("x-rialto-signature"))
                    .endsWith("," + expected(newer, signedTwice) + "," + expected(secret, signedTwice));

            for (String other : List.of("/test", "/rotate")) {
                assertThat(omar.post(HOOKS + "/" + id + other, "{}").status()).isEqualTo(404);
            }
            assertThat(omar.send("DELETE", HOOKS + "/" + id, "").status()).isEqualTo(404);
            ok(nora.post(HOOKS, PersonClient.body("url", url)));
            assertThat(nora.post(HOOKS, PersonClient.body("url", url)).text("code"))
                    .isEqualTo("TOO_MANY_WEBHOOKS");
            ok(nora.send("DELETE", HOOKS + "/" + id, ""));
            assertThat(nora.post(HOOKS + "/" + id + "/test", "{}").status()).isEqualTo(404);
        }
    }

    @Test
    void aWebhookLeadsToNoPlaceOfTheVenuesOwn() throws Exception {
        try (VenueUnderTest venue = VenueUnderTest.open(data, Map.of())) {
            PersonClient nora = PersonClient.member(venue, "nora@example.com");
            for (String url : List.of(
                    "https://127.0.0.1/",
                    "https://127.1/",
                    "https://localhost/",
                    "https://10.0.0.1/",
                    "https://169.254.169.254/latest/meta-data",
                    "https://[::1]/",
                    "https://[::ffff:10.0.0.1]/",
                    "https://[fd00:ec2::254]/",
                    "https://[fe80::1]/",
                    "https://224.0.0.1/")) {
                Client.Answer answer = nora.post(HOOKS, PersonClient.body("url", url));
                assertThat(answer.status()).as(url).isEqualTo(400);
                assertThat(answer.text("code")).as(url).isEqualTo("TARGET_NOT_ALLOWED");
            }
            for (String url : List.of("http://example.com/", "https://a:b@1.1.1.1/", "ftp://1.1.1.1/", "nowhere")) {
                assertThat(nora.post(HOOKS, PersonClient.body("url", url)).text("code"))
                        .as(url)
                        .isEqualTo("INVALID_VALUE");
            }
            assertThat(nora.get(HOOKS).json().get("items")).isEmpty();
        }
    }

    @Test
    void whatIsGivenUpIsShownAndSentAgainUnderItsId() throws Exception {
        try (VenueUnderTest venue = VenueUnderTest.open(data, OPTIONS);
                Receiver receiver = Receiver.plain()) {
            Client administrator = venue.administrator();
            PersonClient nora = PersonClient.member(venue, "nora@example.com");
            String url = "http://localhost:" + receiver.port() + "/";
            String id = ok(nora.post(HOOKS, PersonClient.body("url", url))).text("id");
            receiver.answers(410, Map.of());

            String delivery = ok(nora.post(HOOKS + "/" + id + "/test", "{}")).text("delivery");
            receiver.next();
            until("a dead letter", () -> !letters(administrator, "").isEmpty());

            JsonNode letter =
                    letters(administrator, "?channel=WEBHOOK&reason=HTTP%20410").get(0);
            assertThat(letter.get("id").asText()).isEqualTo(delivery);
            assertThat(letter.get("reason").asText()).isEqualTo("HTTP 410");
            assertThat(letter.get("attempts").asInt()).isEqualTo(1);
            assertThat(letter.get("address").asText()).isEqualTo(id);
            assertThat(letters(administrator, "?channel=EMAIL")).isEmpty();
            assertThat(nora.get(HOOKS)
                            .json()
                            .get("items")
                            .get(0)
                            .get("lastFault")
                            .asText())
                    .isEqualTo("HTTP 410");

            receiver.answers(200, Map.of());
            String body = ok(administrator.post(LETTERS + "/" + delivery + "/redrive", "{}"))
                    .toString();
            assertThat(body).contains("\"redriven\":1", "\"expired\":0");
            assertThat(receiver.next().headers()).containsEntry("x-rialto-delivery", delivery);
            until("no dead letter", () -> letters(administrator, "").isEmpty());
            assertThat(administrator
                            .post(LETTERS + "/" + delivery + "/redrive", "{}")
                            .status())
                    .isEqualTo(404);
            ok(administrator.post(LETTERS + "/redrive", "{\"channel\":\"WEBHOOK\"}"));
            assertThat(administrator.get("/api/v1/admin/audit").toString())
                    .contains("dead-letter:" + delivery, "dead-letters:WEBHOOK", "webhook:" + id);
            until("counted", () -> isCounted(administrator, "dead") && isCounted(administrator, "sent"));
        }
    }

    private static JsonNode letters(Client administrator, String query) {
        return administrator.get(LETTERS + query).json().get("items");
    }

    private static boolean isCounted(Client administrator, String event) {
        String page = administrator.get("/metrics").response().body();
        return page.contains("rialto_delivery_" + event + "_total{channel=\"webhook\"} 1.0");
    }
}
