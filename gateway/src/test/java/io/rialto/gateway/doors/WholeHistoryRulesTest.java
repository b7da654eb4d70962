package io.rialto.gateway.doors;

import static io.rialto.gateway.doors.VenueUnderTest.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rialto.gateway.doors.VenueUnderTest.Trader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A venue that keeps next to nothing in memory tells the same orders, fills, ledger, statements and files as one that has all of it there. */
class WholeHistoryRulesTest {
    private static final long SEED = Long.getLong("seed", new Random().nextLong());
    private static final int ACTIONS = 150;
    private static final Map<String, String> RECORDED = Map.of("records.kept", "on");
    private static final Map<String, String> FORGETFUL =
            Map.of("records.kept", "on", "sizes.closed-orders", "3", "sizes.fills", "4", "sizes.movements", "5");
    private static final List<String> LISTS = List.of(
            "/api/v1/orders?",
            "/api/v1/orders?status=FILLED&",
            "/api/v1/orders?status=CANCELLED&",
            "/api/v1/fills?",
            "/api/v1/fills?symbol=BTC-USD&",
            "/api/v1/ledger?",
            "/api/v1/ledger?asset=USD&");

    @TempDir
    private Path data;

    @Test
    void whatMemoryLetGoOfIsToldFromTheReadModel() throws Exception {
        System.out.println("seed=" + SEED);
        List<Trader> traders;
        List<List<JsonNode>> known = new ArrayList<>();
        try (VenueUnderTest venue = VenueUnderTest.open(data, RECORDED)) {
            traders = List.of(
                    venue.trader("alice", Map.of("BTC", "1000", "USD", "1000000")),
                    venue.trader("bob", Map.of("BTC", "1000", "USD", "1000000")));
            RandomTrading trading = new RandomTrading(SEED);
            for (int i = 0; i < ACTIONS; i++) trading.acts(traders.get(0), traders.get(1));
            for (Trader each : traders) known.add(everything(venue, each));
        }
        try (VenueUnderTest venue = VenueUnderTest.open(data, FORGETFUL)) {
            for (int i = 0; i < traders.size(); i++) {
                assertThat(everything(venue, traders.get(i)))
                        .as("seed=%d trader %d", SEED, i)
                        .isEqualTo(known.get(i));
            }
        }
        try (VenueUnderTest venue = VenueUnderTest.open(
                data, Map.of("sizes.closed-orders", "3", "sizes.fills", "4", "sizes.movements", "5"))) {
            assertThat(everything(venue, traders.get(0)))
                    .as("without a read model it is not so")
                    .isNotEqualTo(known.get(0));
        }
    }

    /** All pages of each list, in small and in large pages, and each order by itself. */
    private static List<JsonNode> everything(VenueUnderTest venue, Trader trader) {
        Client client = venue.again(trader.key(), trader.secret());
        List<JsonNode> all = new ArrayList<>();
        for (String list : LISTS) {
            List<JsonNode> small = pages(client, list + "limit=3");
            assertThat(pages(client, list + "limit=1000")).as(list).isEqualTo(small);
            all.addAll(small);
        }
        for (JsonNode order : pages(client, "/api/v1/orders?limit=1000")) {
            all.add(client.get("/api/v1/orders/" + order.get("id").asText()).json());
        }
        long middle = 0;
        for (JsonNode fill : pages(client, "/api/v1/fills?limit=1000"))
            middle = fill.get("sequence").asLong();
        client.get("/api/v1/portfolio/balances?at=" + middle)
                .json()
                .path("items")
                .forEach(all::add);
        String[] periods = {"?", "?afterSequence=" + middle, "?toSequence=" + (middle + 40) + "&afterSequence=" + middle
        };
        for (String period : periods) {
            ok(client.get("/api/v1/statements" + period)).json().get("items").forEach(all::add);
            for (String kind : List.of("fills", "orders", "ledger", "statements")) {
                JsonNode export =
                        ok(client.get("/api/v1/exports/" + kind + period)).json();
                all.add(export.get("whole"));
                export.get("items").forEach(all::add);
            }
        }
        return all;
    }

    private static List<JsonNode> pages(Client client, String list) {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = ok(client.get(list + cursor)).json();
            page.get("items").forEach(items::add);
            String next = page.path("next").asText("");
            cursor = page.path("next").isTextual() ? "&cursor=" + next : "";
        } while (!cursor.isEmpty());
        items.forEach(item -> ((ObjectNode) item).remove("ack"));
        return items;
    }
}
