package io.rialto.gateway.doors;

import static io.rialto.gateway.doors.VenueUnderTest.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rialto.gateway.doors.VenueUnderTest.Trader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Orders that a real exchange once had, with all streams on: the stream's book is the exchange's at every row. */
class RecordedFlowStreamTest extends TwoTraders {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RECORDING = "AAPL_2012-06-21_first999";
    private static final int DEPTH = 10;

    private final Map<Integer, String> orders = new HashMap<>();

    @Test
    void theStreamedBookIsTheRecordedOneAtEveryRow() throws Exception {
        List<JsonNode> commands = lines(RECORDING + "_commands.jsonl.gz");
        lists();
        BookFollower follower = new BookFollower("book", "AAPL-USD", DEPTH, "REAL_TIME", () -> false, false);
        follower.begins(new StreamClient(venue.port()));
        follower.follows(0);
        StreamClient trades = subscribed(new StreamClient(venue.port()), "trades", ",\"symbol\":\"AAPL-USD\"");
        StreamClient takers = new StreamClient(venue.port());
        takers.signs(bob.client());
        for (String channel : List.of("orders", "fills", "balances", "positions")) subscribed(takers, channel, "");

        Map<Long, Long> sequences = new HashMap<>();
        int markets = 0;
        for (JsonNode command : commands) {
            sequences.put(command.get("seq").asLong(), plays(command));
            if (command.get("type").asText().equals("market")) markets++;
        }
        follower.follows(venue.sequence());

        int rows = 0;
        for (JsonNode expected : lines(RECORDING + "_expected.jsonl.gz")) {
            long sequence = sequences.get(expected.get("seq").asLong());
            assertThat(follower.at(sequence)).as("row %s", expected.get("row")).isEqualTo(words(expected));
            rows++;
        }
        assertThat(rows).isEqualTo(999);
        assertThat(follower.wrongSums).isZero();
        assertThat(follower.gaps).isZero();
        for (int i = 0; i < markets; i++) trades.of("trades");
        for (int i = 0; i < markets; i++) takers.of("fills");
    }

    private StreamClient subscribed(StreamClient client, String channel, String more) {
        client.answer(client.asks("subscribe", ",\"channel\":\"" + channel + "\"" + more));
        client.of(channel);
        return client;
    }

    private void lists() throws Exception {
        ok(administrator.post("/api/v1/admin/assets", "{\"code\":\"AAPL\",\"scale\":0}"));
        ok(administrator.post(
                "/api/v1/admin/instruments",
                "{\"symbol\":\"AAPL-USD\",\"base\":\"AAPL\",\"quote\":\"USD\",\"tickSize\":\"0.01\",\"lotSize\":\"1\","
                        + "\"minQuantity\":\"1\",\"maxQuantity\":\"100000\",\"minNotional\":\"0\",\"makerFeeRate\":\"0\","
                        + "\"takerFeeRate\":\"0\"}"));
        alice = venue.trader("maker", Map.of("AAPL", "1000000", "USD", "1000000000"));
        bob = venue.trader("taker", Map.of("AAPL", "1000000", "USD", "1000000000"));
    }

    /** @return the sequence of the frame */
    private long plays(JsonNode command) {
        int id = command.get("orderId").asInt();
        boolean isMarket = command.get("type").asText().equals("market");
        if (!isMarket && orders.containsKey(id)) {
            Client.Answer gone = ok(alice.client().delete("/api/v1/orders/" + orders.get(id)));
            return gone.json().get("sequence").asLong();
        }
        Trader trader = isMarket ? bob : alice;
        JsonNode made = ok(trader.client()
                        .post(
                                "/api/v1/orders",
                                "{\"symbol\":\"AAPL-USD\",\"side\":\""
                                        + command.get("side").asText().toUpperCase()
                                        + "\",\"type\":\"LIMIT\",\"timeInForce\":\"" + (isMarket ? "IOC" : "GTC")
                                        + "\",\"price\":\""
                                        + price(command.get("price").asLong())
                                        + "\",\"quantity\":\""
                                        + command.get("qty").asText() + "\"}"))
                .json();
        orders.put(id, made.get("id").asText());
        return made.get("sequence").asLong();
    }

    private static String words(JsonNode expected) {
        StringBuilder text = new StringBuilder();
        for (String side : List.of("bids", "asks")) {
            text.append(side);
            for (JsonNode level : expected.get(side)) {
                text.append(' ')
                        .append(price(level.get(0).asLong()))
                        .append(':')
                        .append(level.get(1).asText());
            }
            text.append('\n');
        }
        return text.toString();
    }

    /** Dollars × 10,000 as dollars and cents. */
    private static String price(long recorded) {
        return BigDecimal.valueOf(recorded, 4).setScale(2).toPlainString();
    }

    private static List<JsonNode> lines(String name) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(directory().resolve(name))), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine())
                lines.add(JSON.readTree(line));
        }
        return lines;
    }

    /** Beside the repository, never in it. */
    private static Path directory() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path recordings = at.resolve("shared").resolve("data").resolve("lobster");
            if (Files.isDirectory(recordings)) return recordings;
        }
        return abort("skipped: recordings not found at ../shared/data/lobster");
    }
}
