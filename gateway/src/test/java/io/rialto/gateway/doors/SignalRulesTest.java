package io.rialto.gateway.doors;

import static io.rialto.gateway.doors.VenueUnderTest.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Facts of the world outside: who may tell them, what they may say, who reads them. */
class SignalRulesTest extends TwoTraders {
    private static final String SIGNALS = "/api/v1/signals";

    private static String signal(String source, String score, String more) {
        return "{\"source\":\"" + source + "\",\"type\":\"SENTIMENT\",\"score\":\"" + score
                + "\",\"observedAt\":\"2020-02-03T04:05:06Z\"" + more + "}";
    }

    @Test
    void aBrokerTellsThemAndEverybodyReadsThemNewestFirst() throws Exception {
        PersonClient broker = PersonClient.withRole(venue, "broker@example.com", "BROKER");
        ok(broker.send(
                "POST", SIGNALS, signal("polls-24", "-0.25", ",\"symbol\":\"BTC-USD\",\"words\":\"Fewer buy\"")));
        JsonNode made = ok(administrator.post(SIGNALS, signal("wire", "1", ""))).json();

        JsonNode items = ok(alice.client().get(SIGNALS)).json().get("items");
        List<String> told = new ArrayList<>();
        for (JsonNode item : items) {
            told.add(item.get("source").asText() + " " + item.get("symbol").asText() + " "
                    + item.get("score").asText() + " " + item.get("words").asText() + " "
                    + item.get("observedAt").asText());
        }
        assertThat(told)
                .containsExactly(
                        "wire null 1.0000  2020-02-03T04:05:06.000000000Z",
                        "polls-24 BTC-USD -0.2500 Fewer buy 2020-02-03T04:05:06.000000000Z");
        assertThat(items.get(0).get("id")).isEqualTo(made.get("id"));
        assertThat(ok(alice.client().get(SIGNALS + "?symbol=BTC-USD")).json().get("items"))
                .hasSize(1);
        JsonNode first = ok(alice.client().get(SIGNALS + "?limit=1")).json();
        JsonNode second = ok(alice.client()
                        .get(SIGNALS + "?limit=1&cursor=" + first.get("next").asText()))
                .json();
        assertThat(second.get("items").get(0).get("source").asText()).isEqualTo("polls-24");
    }

    @Test
    void aTraderMayNot() {
        assertThat(alice.client().post(SIGNALS, signal("wire", "1", "")).code()).isEqualTo("FORBIDDEN");
    }

    @Test
    void whatNobodyMayReadIsRefusedByItsField() {
        refused("source", signal("two words", "1", ""));
        refused("source", signal("bell\\u0007", "1", ""));
        refused("source", signal("", "1", ""));
        refused("score", signal("wire", "1.0001", ""));
        refused("score", signal("wire", "0.12345", ""));
        refused("score", signal("wire", "-2", ""));
        refused("words", signal("wire", "0", ",\"words\":\"line\\nbreak\""));
        refused("words", signal("wire", "0", ",\"words\":\"\\u202eright to left\""));
        refused("words", signal("wire", "0", ",\"words\":\"" + "w".repeat(161) + "\""));
        Client.Answer later =
                administrator.post(SIGNALS, signal("wire", "0", "").replace("2020", "2199"));
        assertThat(later.code()).isEqualTo("INVALID_SIGNAL");
    }

    private void refused(String field, String body) {
        Client.Answer answer = administrator.post(SIGNALS, body);
        assertThat(answer.status() + " " + answer.text("field")).as(body).isEqualTo("400 " + field);
    }
}
