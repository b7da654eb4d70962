package io.rialto.gateway.doors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rialto.gateway.control.RealPostgres;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class EventRulesTest {
    @TempDir
    private Path data;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatHappenedIsFoundByWhomAndWhatItNamesAndSaidInTheJournalsWords(boolean isPostgres) throws Exception {
        try (VenueUnderTest venue = VenueUnderTest.open(data, isPostgres ? postgres() : Map.of("records.kept", "on"))) {
            VenueUnderTest.Trader alice = venue.trader("Alice", Map.of("USD", "10000"));
            VenueUnderTest.Trader bob = venue.trader("Bob", Map.of("BTC", "1"));
            Client.Answer bought = alice.places("BUY", "0.02", "100.00");
            bob.places("SELL", "0.01", "99.00");
            Client auditor = venue.administrator();

            assertThat(types(auditor, "?order=" + bought.text("id") + "&oldestFirst=true"))
                    .containsExactly("OrderAccepted", "OrderRested", "TradeExecuted");
            JsonNode trade = auditor.get("/api/v1/events?type=TradeExecuted&account=" + alice.account())
                    .json()
                    .get("items")
                    .get(0);
            assertThat(trade.get("otherAccount").asText()).isEqualTo(bob.account());
            assertThat(trade.get("instrument").asText()).isEqualTo("BTC-USD");
            assertThat(trade.get("event").get("makerOrder").asText()).isEqualTo(bought.text("id"));
            String correlation = trade.get("correlationId").asText();
            assertThat(types(auditor, "?oldestFirst=true&correlation=" + correlation))
                    .containsExactly("OrderAccepted", "TradeExecuted");
            long before = trade.get("sequence").asLong() - 1;
            assertThat(types(auditor, "?type=TradeExecuted&asOf=" + before)).isEmpty();
            assertThat(types(
                            auditor,
                            "?type=TradeExecuted&to=" + trade.get("time").asText()))
                    .isEmpty();
            assertThat(types(
                            auditor,
                            "?type=TradeExecuted&from=" + trade.get("time").asText()))
                    .containsExactly("TradeExecuted");
            pagesAddUp(auditor);
            assertThat(auditor.get("/api/v1/events?type=NewOrder")
                            .json()
                            .get("code")
                            .asText())
                    .isEqualTo("INVALID_VALUE");
            assertThat(alice.client().get("/api/v1/events").status()).isEqualTo(403);
        }
    }

    @Test
    void aVenueWithoutAReadModelSaysSo() throws Exception {
        try (VenueUnderTest venue = VenueUnderTest.open(data)) {
            Client.Answer answer = venue.administrator().get("/api/v1/events");
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.text("code")).isEqualTo("NOT_FOUND");
        }
    }

    private Map<String, String> postgres() throws Exception {
        Map<String, String> control = RealPostgres.settings(data);
        return Map.of(
                "records.kept",
                "on",
                "records.url",
                control.get("control.url"),
                "records.user",
                control.get("control.user"),
                "records.password-file",
                control.get("control.password-file"));
    }

    private static void pagesAddUp(Client auditor) {
        List<JsonNode> all = new ArrayList<>();
        auditor.get("/api/v1/events?limit=1000").json().get("items").forEach(all::add);
        List<JsonNode> paged = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = auditor.get("/api/v1/events?limit=3" + next).json();
            page.get("items").forEach(paged::add);
            next = page.get("next").isNull()
                    ? ""
                    : "&cursor=" + page.get("next").asText();
        } while (!next.isEmpty());
        assertThat(paged).isEqualTo(all).hasSizeGreaterThan(10);
    }

    private static List<String> types(Client auditor, String query) {
        List<String> types = new ArrayList<>();
        auditor.get("/api/v1/events" + query)
                .json()
                .get("items")
                .forEach(item -> types.add(item.get("type").asText()));
        return types;
    }
}
