package io.rialto.gateway.doors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who asks too much is told so, each time, and is still told what he subscribed to. */
class StreamFloodTest {
    private static final int ASKED = 400;

    @Test
    void aFloodIsRefusedAndWhatWasAskedBeforeGoesOn(@TempDir Path data) throws Exception {
        try (VenueUnderTest venue =
                        VenueUnderTest.open(data, Map.of("limits.address-rate", "1", "limits.address-burst", "200"));
                StreamClient client = new StreamClient(venue.port())) {
            client.answer(client.asks("subscribe", ",\"channel\":\"status\",\"symbol\":\"BTC-USD\""));
            client.of("status");
            Map<String, Integer> answers = new TreeMap<>();
            for (int i = 0; i < ASKED; i++) client.asks("heartbeat", "");
            for (int i = 0; i < ASKED; i++) {
                JsonNode answer = client.next(message -> message.has("id"));
                answers.merge(answer.path("code").asText(answer.get("op").asText()), 1, Integer::sum);
            }

            assertThat(answers.keySet()).containsExactly("RATE_LIMITED", "heartbeat");
            assertThat(client.next(message -> message.path("op").asText().equals("heartbeat"))
                            .get("sequence")
                            .asLong())
                    .isPositive();
        }
    }
}
