package io.rialto.gateway.pressure;

import static io.rialto.gateway.doors.VenueUnderTest.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.gateway.doors.Client;
import io.rialto.gateway.doors.VenueUnderTest;
import io.rialto.gateway.doors.VenueUnderTest.Trader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When too much is in progress the next is refused at once, and cancels still pass. */
class SheddingRulesTest {
    private static final int PLACES = 8;
    private static final String ORDERS = "/api/v1/orders";

    @Test
    void whatComesTooManyIsRefusedBeforeAnybodyLooksAtItAndCancelsStillPass(@TempDir Path data) throws Exception {
        ExecutorService readers = Executors.newFixedThreadPool(PLACES);
        try (VenueUnderTest venue =
                VenueUnderTest.open(data, Map.of("http.in-progress", "8", "http.read-timeout", "60000"))) {
            Trader trader = venue.trader("tess", Map.of("USD", "1000"));
            ok(trader.places("BUY", "0.5", "100.00"));
            long sequence = venue.sequence();

            // Each waits for the next frame, whatever that will be.
            List<CompletableFuture<Client.Answer>> waiting = new ArrayList<>();
            String next = ORDERS + "?minSequence=" + (sequence + 1);
            for (int i = 0; i < PLACES; i++) {
                waiting.add(CompletableFuture.supplyAsync(() -> insists(trader.client(), next), readers));
            }
            Client.Answer unsigned = unsigned(venue);
            while (unsigned.status() != 503) {
                assertThat(unsigned.code()).isEqualTo("MISSING_CREDENTIALS");
                unsigned = unsigned(venue);
            }
            assertThat(unsigned.code()).isEqualTo("BUSY");
            assertThat(unsigned.header("Retry-After")).isEqualTo("1");
            assertThat(unsigned.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(venue.sequence())
                    .as("told by /health, which has room of its own")
                    .isEqualTo(sequence);

            ok(trader.client().delete(ORDERS));

            assertThat(venue.sequence()).isEqualTo(sequence + 1);
            for (CompletableFuture<Client.Answer> each : waiting) ok(each.join());
            assertThat(ok(venue.administrator().get("/metrics")).response().body())
                    .containsPattern("rialto_http_requests_shed_total [1-9]");
        } finally {
            readers.shutdown();
        }
    }

    private static Client.Answer unsigned(VenueUnderTest venue) {
        return venue.nobody().raw("POST", ORDERS, "{}", Map.of());
    }

    /** Until it has a place. */
    private static Client.Answer insists(Client client, String path) {
        Client.Answer answer = client.get(path);
        while (answer.status() == 503) answer = client.get(path);
        return answer;
    }
}
