package io.rialto.gateway.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.gateway.delivery.DeliveryItem;
import io.rialto.gateway.delivery.DeliveryItem.Channel;
import io.rialto.gateway.delivery.DeliveryItem.Priority;
import io.rialto.gateway.form.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The worked example for receivers is what the venue sends. */
class SignatureDocTest {
    private static final String SECRET = "whsec_c2VjcmV0LW9mLXRoZS13b3JrZWQtZXhhbXBsZQ";
    private static final String OLD_SECRET = "whsec_dGhlLXNlY3JldC1iZWZvcmUtaXQtd2FzLXJvdGF0ZWQ";
    private static final long SECONDS = 1_795_338_000L;

    @Test
    void theNumbersOfTheDocumentsAreTheVenues() throws Exception {
        Instant created = Instant.parse("2026-11-22T09:00:00Z");
        DeliveryItem item = new DeliveryItem(
                "n-17",
                7,
                Channel.WEBHOOK,
                "wh_0011223344556677",
                "Order filled",
                List.of("0.5 BTC-USD at 50000.00"),
                created,
                created.plusSeconds(3_600),
                Priority.NORMAL);
        byte[] body = Json.bytes(WebhookCourier.Body.of(item));
        byte[] secret = SECRET.getBytes(StandardCharsets.US_ASCII);
        byte[] old = OLD_SECRET.getBytes(StandardCharsets.US_ASCII);
        String document = Files.readString(Path.of("../docs/webhooks.md"));

        assertThat(document)
                .contains(
                        SECRET,
                        OLD_SECRET,
                        new String(body, StandardCharsets.UTF_8),
                        Signature.header(List.of(secret), SECONDS, body),
                        Signature.header(List.of(secret, old), SECONDS, body));
        body[body.length - 2] ^= 1;
        assertThat(document).doesNotContain(Signature.header(List.of(secret), SECONDS, body));
    }
}
