package io.rialto.gateway.doors;

import static io.rialto.gateway.doors.VenueUnderTest.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NotificationRulesTest extends TwoTraders {
    private static final String ALL = "/api/v1/notifications";
    private static final String PREFERENCES = ALL + "/preferences";
    private static final String SUBSCRIPTIONS = ALL + "/subscriptions";
    private static final String PRICES = "/api/v1/price-alerts";

    private static List<String> told(Client client) {
        List<String> told = new ArrayList<>();
        ok(client.get(ALL))
                .json()
                .get("items")
                .forEach(each -> told.add(each.get("type").asText()));
        return told;
    }

    private static JsonNode newest(Client client) {
        return ok(client.get(ALL)).json().at("/items/0");
    }

    @Test
    void anOwnerIsToldWhatBecomesOfHisOrdersAndNobodyElseIs() {
        String order = ok(alice.places("SELL", "0.5", "100.00")).text("id");
        bob.places("BUY", "0.2", "100.00");
        ok(alice.client().delete("/api/v1/orders/" + order));
        assertThat(bob.places("BUY", "900", "4000.00").status()).isEqualTo(422);

        assertThat(told(alice.client())).containsExactly("ORDER_CANCELLED", "ORDER_PARTIALLY_FILLED", "ORDER_ACCEPTED");
        assertThat(told(bob.client())).containsExactly("ORDER_REJECTED", "ORDER_FILLED", "ORDER_ACCEPTED");
        JsonNode rejected = newest(bob.client());
        assertThat(rejected.get("reason").asText()).isEqualTo("INSUFFICIENT_FUNDS");
        assertThat(rejected.get("priority").asText()).isEqualTo("HIGH");
        JsonNode filled =
                ok(bob.client().get(ALL + "?type=ORDER_FILLED")).json().at("/items/0");
        assertThat(filled.get("symbol").asText()).isEqualTo("BTC-USD");
        assertThat(filled.get("price").asText()).isEqualTo("100.00");
        assertThat(filled.get("quantity").asText()).isEqualTo("0.20000");
        assertThat(told(administrator)).isEmpty();
    }

    @Test
    void severalOfAKindInOneFrameAreOne() {
        for (int i = 0; i < 3; i++) alice.places("SELL", "0.1", "100.00");
        ok(alice.client().delete("/api/v1/orders?symbol=BTC-USD"));

        JsonNode cancelled = newest(alice.client());
        assertThat(cancelled.get("count").asInt()).isEqualTo(3);
        assertThat(cancelled.get("message").asText().split("\n")).hasSize(3);
        assertThat(told(alice.client())).hasSize(4);
    }

    @Test
    void theInboxIsReadCountedAndEmptied() {
        for (int i = 0; i < 3; i++) alice.places("SELL", "0.1", "100.00");
        String id = newest(alice.client()).get("id").asText();

        assertThat(ok(alice.client().put(ALL + "/" + id + "/read", "")).text("read"))
                .isEqualTo("true");
        JsonNode stats = ok(alice.client().get(ALL + "/stats")).json();
        assertThat(stats.get("total").asLong()).isEqualTo(3);
        assertThat(stats.get("unread").asLong()).isEqualTo(2);
        assertThat(stats.at("/byType/ORDER_ACCEPTED").asLong()).isEqualTo(3);
        assertThat(stats.at("/unreadByPriority/LOW").asLong()).isEqualTo(2);
        assertThat(stats.at("/recent/0/id").asText()).isEqualTo(id);
        JsonNode page = ok(alice.client().get(ALL + "?limit=2")).json();
        JsonNode rest = ok(alice.client()
                        .get(ALL + "?limit=2&cursor=" + page.get("next").asText()))
                .json();
        assertThat(page.get("items")).hasSize(2);
        assertThat(rest.get("items")).hasSize(1);
        assertThat(rest.get("next").isNull()).isTrue();
        assertThat(ok(alice.client().get(ALL + "?unread=true")).json().get("items"))
                .hasSize(2);

        assertThat(bob.client().get(ALL + "/" + id).code()).isEqualTo("NOT_FOUND");
        assertThat(bob.client().delete(ALL + "/" + id).code()).isEqualTo("NOT_FOUND");
        assertThat(ok(alice.client().put(ALL + "/mark-all-read", "")).text("changed"))
                .isEqualTo("2");
        ok(alice.client().delete(ALL + "/" + id));
        assertThat(alice.client().get(ALL + "/" + id).code()).isEqualTo("NOT_FOUND");
        assertThat(ok(alice.client().delete(ALL + "/clear-all")).text("changed"))
                .isEqualTo("2");
        assertThat(told(alice.client())).isEmpty();
    }

    @Test
    void whoDoesNotWantATypeIsNotToldOfIt() {
        JsonNode made = ok(alice.client()
                        .post(PREFERENCES, "{\"type\":\"ORDER_ACCEPTED\",\"channel\":\"IN_APP\",\"enabled\":false}"))
                .json();
        alice.places("SELL", "0.1", "100.00");
        assertThat(told(alice.client())).isEmpty();

        String one = PREFERENCES + "/" + made.get("id").asText();
        ok(alice.client().put(one, "{\"enabled\":true,\"minPriority\":\"NORMAL\"}"));
        alice.places("SELL", "0.1", "100.00");
        bob.places("BUY", "0.1", "100.00");
        assertThat(told(alice.client())).containsExactly("ORDER_FILLED");
        ok(alice.client().delete(one));
        alice.places("SELL", "0.1", "100.00");
        assertThat(told(alice.client())).containsExactly("ORDER_ACCEPTED", "ORDER_FILLED");
        JsonNode defaults = ok(alice.client().post(PREFERENCES + "/set-defaults", ""))
                .json()
                .get("items");
        assertThat(defaults).hasSize(5);
        assertThat(ok(alice.client().get(PREFERENCES)).json().get("items")).isEqualTo(defaults);
    }

    @Test
    void quietHoursAreOfAZoneAndOfTimesOfDay() {
        String quiet =
                "{\"channel\":\"WEBSOCKET\",\"quietHours\":{\"start\":\"%s\",\"end\":\"07:00\",\"zone\":\"%s\"}}";
        JsonNode made = ok(alice.client().post(PREFERENCES, quiet.formatted("22:00", "Europe/Zurich")))
                .json();
        assertThat(made.at("/quietHours/zone").asText()).isEqualTo("Europe/Zurich");

        Client.Answer noZone = alice.client().post(PREFERENCES, quiet.formatted("22:00", "Europe/Atlantis"));
        assertThat(noZone.text("detail"))
                .contains("quietHours.zone must be a time zone")
                .contains("'Europe/Atlantis'");
        Client.Answer noTime = alice.client().post(PREFERENCES, quiet.formatted("24:00", "Europe/Zurich"));
        assertThat(noTime.text("field")).isEqualTo("quietHours.start");
        ok(alice.client().put(PREFERENCES + "/" + made.get("id").asText(), "{\"quietHours\":null}"));
        assertThat(ok(alice.client().get(PREFERENCES))
                        .json()
                        .at("/items/0/quietHours")
                        .isNull())
                .isTrue();
    }

    @Test
    void whoSubscribesToMarketsIsToldOfHaltsAndTheOthersAreNot() {
        ok(alice.client().post(SUBSCRIPTIONS, "{\"kind\":\"INSTRUMENT\",\"symbol\":\"BTC-USD\"}"));
        ok(bob.client().post(SUBSCRIPTIONS, "{\"kind\":\"INSTRUMENT\",\"symbol\":\"ETH-USD\"}"));
        ok(administrator.post("/api/v1/admin/instruments/BTC-USD/phase", "{\"phase\":\"HALT\",\"reason\":\"news\"}"));

        assertThat(told(alice.client())).containsExactly("MARKET_ALERT");
        assertThat(newest(alice.client()).get("title").asText()).isEqualTo("Trading paused");
        assertThat(told(bob.client())).isEmpty();
        assertThat(told(administrator)).containsExactly("SYSTEM_ALERT");
    }

    @Test
    void aSubscriptionToOnesOwnSaysOfWhatAlone() {
        String big = "{\"types\":[\"ORDER_ACCEPTED\"],\"threshold\":\"50\",\"filter\":\"side = SELL\"}";
        JsonNode made = ok(alice.client().post(SUBSCRIPTIONS, big)).json();
        assertThat(made.get("scope").asText()).isEqualTo("OWN");
        alice.places("SELL", "0.1", "100.00");
        alice.places("BUY", "2", "99.00");
        alice.places("SELL", "1", "101.00");

        assertThat(told(alice.client())).containsExactly("ORDER_ACCEPTED");
        assertThat(newest(alice.client()).get("value").asText()).startsWith("101.0");
        ok(alice.client().delete(SUBSCRIPTIONS + "?id=" + made.get("id").asText()));
        alice.places("BUY", "0.1", "99.00");
        assertThat(told(alice.client())).hasSize(2);
    }

    @Test
    void whatIsWrongWithASubscriptionIsSaidByFieldRulePlaceAndValue() {
        Client.Answer hostile = alice.client().post(SUBSCRIPTIONS, "{\"filter\":\"price > 1 or 1=1; DROP\"}");
        assertThat(hostile.status()).isEqualTo(400);
        assertThat(hostile.text("field")).isEqualTo("filter");
        assertThat(hostile.text("detail")).contains("at character 17: no word").contains("'price > 1 or");
        assertThat(alice.client().post(SUBSCRIPTIONS, "{\"firm\":\"1\"}").code())
                .isEqualTo("FORBIDDEN");
        assertThat(alice.client().post(SUBSCRIPTIONS, "{\"symbol\":\"NO-PE\"}").code())
                .isEqualTo("UNKNOWN_INSTRUMENT");
        assertThat(alice.client()
                        .post(SUBSCRIPTIONS, "{\"types\":[\"GOSSIP\"]}")
                        .text("field"))
                .isEqualTo("types");
        for (int i = 0; i < 100; i++) ok(bob.client().post(SUBSCRIPTIONS, "{\"kind\":\"MARKET_DATA\"}"));
        assertThat(bob.client()
                        .post(SUBSCRIPTIONS, "{\"kind\":\"MARKET_DATA\"}")
                        .code())
                .isEqualTo("TOO_MANY_SUBSCRIPTIONS");
        assertThat(ok(bob.client().delete(SUBSCRIPTIONS)).json().get("items")).hasSize(100);
    }

    @Test
    void aPriceAlertIsTriggeredOnceAndSurvivesARestart() throws Exception {
        trades("100.00");
        String above = "{\"symbol\":\"BTC-USD\",\"direction\":\"ABOVE\",\"price\":\"105.00\"}";
        JsonNode made = ok(administrator.post(PRICES, above)).json();
        assertThat(made.get("armed").asBoolean()).isTrue();
        trades("104.99");
        venue.close();
        venue = VenueUnderTest.open(data);
        administrator = venue.administrator();
        alice = again(alice);
        bob = again(bob);
        assertThat(told(administrator)).isEmpty();
        trades("105.00");
        trades("104.00");
        trades("106.00");

        assertThat(told(administrator)).containsExactly("PRICE_ALERT");
        JsonNode alert = newest(administrator);
        assertThat(alert.get("message").asText()).isEqualTo("BTC-USD traded at 105.00, ABOVE 105.00");
        JsonNode kept = ok(administrator.get(PRICES)).json().at("/items/0");
        assertThat(kept.get("active").asBoolean()).isFalse();
        assertThat(kept.get("triggeredSequence").asLong())
                .isEqualTo(alert.get("sequence").asLong());
        assertThat(administrator
                        .post(PRICES, above.replace("105.00", "105.001"))
                        .status())
                .isEqualTo(400);
    }

    private void trades(String price) {
        ok(alice.places("SELL", "0.1", price));
        ok(bob.places("BUY", "0.1", price));
    }

    private VenueUnderTest.Trader again(VenueUnderTest.Trader trader) {
        return new VenueUnderTest.Trader(
                trader.account(), trader.key(), trader.secret(), venue.again(trader.key(), trader.secret()));
    }

    @Test
    void aSocketIsToldAndResumesOverARestart() throws Exception {
        alice.places("SELL", "0.1", "100.00");
        assertThat(told(alice.client())).hasSize(1);
        StreamClient first = new StreamClient(venue.port());
        first.signs(alice.client());
        first.asks("subscribe", ",\"channel\":\"notifications\"");
        JsonNode snapshot = first.of("notifications");
        assertThat(snapshot.get("type").asText()).isEqualTo("SNAPSHOT");
        bob.places("BUY", "0.1", "100.00");
        JsonNode filled =
                first.next(message -> message.at("/data/items").toString().contains("ORDER_FILLED"));
        assertThat(filled.get("type").asText()).isEqualTo("UPDATE");
        long seen = filled.get("sequence").asLong();
        first.close();
        ok(alice.places("SELL", "0.1", "101.00"));
        assertThat(told(alice.client())).hasSize(3);
        venue.close();
        venue = VenueUnderTest.open(data);
        alice = again(alice);

        StreamClient back = new StreamClient(venue.port());
        back.signs(alice.client());
        JsonNode answer = back.answer(back.asks("resume", ",\"channel\":\"notifications\",\"from\":" + seen));
        assertThat(answer.get("op").asText()).isEqualTo("resumed");
        JsonNode missed = back.of("notifications");
        assertThat(missed.at("/data/items/0/type").asText()).isEqualTo("ORDER_ACCEPTED");
        assertThat(missed.get("sequence").asLong()).isGreaterThan(seen);
        back.close();
    }

    @Test
    void theAdministratorsSeeWhatBecameOfNotifications() {
        alice.places("SELL", "0.1", "100.00");
        assertThat(told(alice.client())).hasSize(1);

        JsonNode counts = ok(administrator.get("/api/v1/monitoring/notifications/stats"))
                .json()
                .get("counts");
        assertThat(counts.get("notifications").asLong()).isEqualTo(1);
        assertThat(counts.get("failed_rounds").asLong()).isZero();
        assertThat(alice.client().get("/api/v1/monitoring/notifications/stats").status())
                .isEqualTo(403);
    }
}
