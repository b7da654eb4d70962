package io.rialto.gateway.doors;

import static io.rialto.gateway.doors.VenueUnderTest.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rialto.gateway.doors.VenueUnderTest.Trader;
import io.rialto.gateway.problem.ProblemCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Each line of {@code bad-requests.jsonl} is refused as it says and leaves the journal as it was. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadRequestTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private VenueUnderTest venue;
    private Trader alice;
    private Trader bob;
    private String own;
    private String foreign;

    @BeforeAll
    void open(@TempDir Path data) throws Exception {
        venue = VenueUnderTest.open(data, Map.of("http.read-timeout", "100"));
        ok(venue.administrator()
                .post(
                        "/api/v1/admin/instruments",
                        "{\"symbol\":\"GRID-USD\",\"base\":\"ETH\",\"quote\":\"USD\",\"tickSize\":\"0.05\","
                                + "\"lotSize\":\"3\"}"));
        alice = venue.trader("alice", Map.of("USD", "1000000", "BTC", "10"));
        bob = venue.trader("bob", Map.of("USD", "1000000", "BTC", "10"));
        own = ok(alice.places("SELL", "1", "60000.00")).text("id");
        foreign = ok(bob.places("SELL", "1", "60000.00")).text("id");
    }

    @AfterAll
    void close() {
        venue.close();
    }

    @TestFactory
    Stream<DynamicTest> itIsRefusedByNameAndChangesNothing() throws IOException {
        String table;
        try (var file = BadRequestTest.class.getResourceAsStream("/bad-requests.jsonl")) {
            table = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
        return table.lines()
                .map(BadRequestTest::row)
                .map(row -> DynamicTest.dynamicTest(row.get("name").asText(), () -> isRefused(row)));
    }

    private void isRefused(JsonNode row) throws Exception {
        long before = venue.sequence();
        String correlation = UUID.randomUUID().toString();
        Client client = row.has("admin") ? venue.administrator() : alice.client();
        Client.Answer answer = client.send(
                row.get("method").asText(),
                filled(row.get("path").asText()),
                filled(row.get("body").asText()),
                Map.of("Content-Type", row.path("type").asText("application/json"), "X-Correlation-Id", correlation));

        assertThat(answer.status()).as("%s", answer).isEqualTo(row.get("status").asInt());
        assertThat(answer.code()).as("%s", answer).isEqualTo(row.get("code").asText());
        assertThat(answer.text("field"))
                .as("%s", answer)
                .isEqualTo(row.get("field").asText());
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().get("status").asInt()).isEqualTo(answer.status());
        assertThat(answer.text("type"))
                .isEqualTo(ProblemCode.named(answer.code()).orElseThrow().type());
        assertThat(answer.text("title")).isNotBlank();
        assertThat(answer.text("detail")).isNotBlank().hasSizeLessThan(400).doesNotContain("Exception", "io.rialto");
        assertThat(answer.text("correlationId")).isEqualTo(correlation).isEqualTo(answer.header("X-Correlation-Id"));
        assertThat(venue.sequence()).as("journal sequence").isEqualTo(before);
    }

    private String filled(String text) {
        return text.replace("{own}", own).replace("{foreign}", foreign).replace("{account}", alice.account());
    }

    private static JsonNode row(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new AssertionError(line, e);
        }
    }
}
