package io.rialto.gateway.doors;

import static io.rialto.gateway.doors.VenueUnderTest.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Frames as they are looked through, and what one of them caused. */
class JournalFrameRulesTest extends TwoTraders {
    private static final String FRAMES = "/api/v1/journal/frames";

    private String resting;
    private long rested;
    private long traded;

    @BeforeEach
    void aTrade() {
        resting = ok(alice.places("SELL", "2", "100.00")).text("id");
        rested = venue.sequence();
        ok(bob.places("BUY", "0.5", "100.00"));
        traded = venue.sequence();
    }

    private static List<Long> sequences(JsonNode page) {
        List<Long> sequences = new ArrayList<>();
        page.get("items").forEach(item -> sequences.add(item.get("sequence").asLong()));
        return sequences;
    }

    private List<Long> found(Client client, String query) {
        return sequences(ok(client.get(FRAMES + query)).json());
    }

    @Test
    void pagesAddUpToHistoryInBothDirections() {
        List<Long> all = LongStream.rangeClosed(1, traded).boxed().toList();
        for (String direction : List.of("&oldestFirst=true", "")) {
            List<Long> paged = new ArrayList<>();
            String next = "";
            do {
                JsonNode page = ok(administrator.get(FRAMES + "?limit=4" + direction + next))
                        .json();
                assertThat(page.get("head").asLong()).isEqualTo(traded);
                paged.addAll(sequences(page));
                next = page.get("next").isNull()
                        ? ""
                        : "&cursor=" + page.get("next").asText();
            } while (!next.isEmpty());
            if (direction.isEmpty()) Collections.reverse(paged);
            assertThat(paged).isEqualTo(all);
        }
    }

    /** Whoever follows the newest goes on behind the head that he was told: a frame below it that the page lacks is never shown. */
    @Test
    void noFrameUpToTheHeadIsMissingFromThePageThatTellsIt() throws InterruptedException {
        AtomicBoolean isOver = new AtomicBoolean();
        Thread trading = new Thread(() -> {
            while (!isOver.get()) alice.places("SELL", "0.001", "200.00");
        });
        trading.start();
        try {
            for (int times = 0; times < 100; times++) {
                JsonNode page = ok(administrator.get(FRAMES + "?limit=3")).json();
                assertThat(sequences(page).get(0))
                        .isGreaterThanOrEqualTo(page.get("head").asLong());
            }
        } finally {
            isOver.set(true);
            trading.join();
        }
        assertThat(venue.sequence()).isGreaterThan(traded);
    }

    @Test
    void framesAreFoundByWhatTheyNameAndWhen() {
        assertThat(found(administrator, "?type=TradeExecuted")).containsExactly(traded);
        assertThat(found(administrator, "?type=NewOrder")).containsExactly(traded, rested);
        assertThat(found(administrator, "?order=" + resting)).containsExactly(traded, rested);
        assertThat(found(administrator, "?symbol=BTC-USD&type=neworder&toSeq=" + rested))
                .containsExactly(rested);
        assertThat(found(administrator, "?account=" + alice.account() + "&type=Deposit"))
                .hasSize(2);
        String when = ok(administrator.get(FRAMES + "/" + traded))
                .json()
                .get("frame")
                .get("time")
                .asText();
        assertThat(found(administrator, "?from=" + when)).containsExactly(traded);
        assertThat(found(administrator, "?limit=1&to=" + when)).containsExactly(rested);
        assertThat(found(administrator, "?fromSeq=" + rested + "&toSeq=" + rested))
                .containsExactly(rested);
    }

    @Test
    void aFrameIsToldInWordsAndToItsLastByte() {
        JsonNode told = ok(administrator.get(FRAMES + "/" + traded)).json();

        assertThat(told.get("words").get(0).asText()).startsWith("NewOrder ").contains("(BTC-USD)", "(100.00)");
        assertThat(told.get("words").toString()).contains("TradeExecuted");
        assertThat(told.get("hex").asText())
                .hasSize(2 * told.get("frame").get("length").asInt());
        assertThat(told.get("frame").get("summary").asText()).contains("→ OrderAccepted, TradeExecuted");
        assertThat(told.get("frame").get("previousHash"))
                .isEqualTo(ok(administrator.get(FRAMES + "/" + rested))
                        .json()
                        .get("frame")
                        .get("hash"));
        assertThat(told.get("frame").get("request").get("key").asLong()).isPositive();
    }

    @Test
    void aFillIsExplainedToItsPostings() {
        JsonNode told =
                ok(administrator.get("/api/v1/journal/explain?seq=" + traded)).json();

        JsonNode step = told.get("steps").get(0);
        assertThat(step.get("words").asText()).startsWith("NewOrder account=" + bob.account());
        JsonNode fill = link(step, "TradeExecuted");
        assertThat(fill.get("isFill").asBoolean()).isTrue();
        assertThat(amounts(fill))
                .contains(
                        alice.account() + " BTC -0.50000000 TRADE",
                        bob.account() + " BTC 0.50000000 TRADE",
                        alice.account() + " USD 50.00000000 TRADE",
                        bob.account() + " USD -50.00000000 TRADE");
        assertThat(step.get("arePostingsWhole").asBoolean()).isTrue();
        told.get("sums")
                .forEach(sum ->
                        assertThat(new BigDecimal(sum.get("sum").asText())).isZero());
        assertThat(told.get("sums")).isNotEmpty();
        assertThat(told.get("effects")).isNotEmpty();
        for (JsonNode effect : told.get("effects")) {
            if (effect.get("posted").isNull()) continue;
            assertThat(effect.get("posted")).as(effect.toString()).isEqualTo(effect.get("change"));
        }
    }

    private static JsonNode link(JsonNode step, String type) {
        for (JsonNode link : step.get("events")) {
            if (link.get("type").asText().equals(type)) return link;
        }
        throw new AssertionError("no " + type + ": " + step);
    }

    private static List<String> amounts(JsonNode link) {
        List<String> amounts = new ArrayList<>();
        link.get("postings")
                .forEach(each -> amounts.add(String.join(
                        " ",
                        Stream.of("account", "asset", "amount", "kind")
                                .map(name -> each.get(name).asText())
                                .toList())));
        return amounts;
    }

    @Test
    void anOrdersLifeIsEveryFrameThatTouchedIt() {
        ok(alice.client().delete("/api/v1/orders/" + resting));

        JsonNode told = ok(alice.client().get("/api/v1/journal/explain?order=" + resting))
                .json();

        List<String> life = new ArrayList<>();
        told.get("steps")
                .forEach(step -> step.get("events")
                        .forEach(link -> life.add(link.get("type").asText())));
        assertThat(life).containsExactly("OrderAccepted", "OrderRested", "TradeExecuted", "OrderCancelled");
        assertThat(told.get("steps").get(1).get("command").isNull()).isTrue();
        assertThat(told.toString()).doesNotContain("\"" + bob.account() + "\"", "takerAccount", "takerOrder");
    }

    @Test
    void aTraderSeesHisOwnPartAndNothingElse() {
        List<Long> alices = found(alice.client(), "?limit=1000");
        assertThat(alices).contains(traded, rested).hasSizeLessThan((int) traded);
        Client carol = trader("carol").client();
        assertThat(found(carol, "?type=NewOrder")).isEmpty();
        assertThat(carol.get(FRAMES + "/" + traded).status()).isEqualTo(404);
        assertThat(carol.get(FRAMES + "/" + traded).response().body().replaceAll("\"correlationId.*", ""))
                .isEqualTo(carol.get(FRAMES + "/999999").response().body().replaceAll("\"correlationId.*", ""));
        assertThat(carol.get("/api/v1/journal/explain?order=" + resting).code()).isEqualTo("UNKNOWN_ORDER");
        assertThat(carol.get("/api/v1/journal/explain?seq=" + traded).status()).isEqualTo(404);
        assertThat(carol.get(FRAMES + "?account=" + bob.account()).code()).isEqualTo("UNKNOWN_ACCOUNT");

        String bobs = ok(bob.client().get("/api/v1/orders"))
                .json()
                .get("items")
                .get(0)
                .get("id")
                .asText();
        assertThat(found(bob.client(), "?order=" + bobs)).containsExactly(traded);
        assertThat(found(alice.client(), "?order=" + bobs)).isEmpty();
        assertThat(found(alice.client(), "?type=NewOrder")).containsExactly(rested);

        JsonNode hers = ok(alice.client().get(FRAMES + "/" + traded)).json();
        assertThat(hers.get("hex").isNull()).isTrue();
        assertThat(hers.get("frame").get("command").isNull()).isTrue();
        assertThat(hers.get("frame").get("request").isNull()).isTrue();
        assertThat(hers.toString()).contains("makerAccount").doesNotContain("takerAccount", "takerFee");
        assertThat(hers.get("frame").get("hidden").asInt()).isPositive();
    }

    private VenueUnderTest.Trader trader(String name) {
        try {
            return venue.trader(name, Map.of());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void anAuditorSeesEverything() throws Exception {
        PersonClient auditor = PersonClient.withRole(venue, "nora@example.com", "AUDITOR");
        assertThat(ok(auditor.get(FRAMES + "/" + traded)).json().get("hex").isNull())
                .isFalse();
        assertThat(ok(auditor.get("/api/v1/journal/explain?seq=" + traded))
                        .json()
                        .get("sums"))
                .isNotEmpty();
    }

    @Test
    void historyIsALineWithPartsAndMarks() throws Exception {
        String phase = "/api/v1/admin/instruments/BTC-USD/phase";
        ok(administrator.post(phase, "{\"phase\":\"HALT\",\"reason\":\"news\"}"));
        ok(administrator.post(phase, "{\"phase\":\"CONTINUOUS\"}"));
        venue.close();
        venue = VenueUnderTest.open(data);
        administrator = venue.administrator();
        ok(administrator.post("/api/v1/admin/accounts", "{\"name\":\"carol\"}"));
        long head = venue.sequence();

        JsonNode told =
                ok(administrator.get("/api/v1/journal/density?slices=4")).json();

        long frames = 0;
        long trades = 0;
        for (JsonNode slice : told.get("slices")) {
            assertThat(slice.get("first").asLong()).isEqualTo(frames + 1);
            frames += slice.get("frames").asLong();
            trades += slice.get("trades").asLong();
        }
        assertThat(told.get("slices")).hasSize(4);
        assertThat(frames).isEqualTo(head);
        assertThat(trades).isEqualTo(1);
        List<String> marks = new ArrayList<>();
        told.get("marks")
                .forEach(mark -> marks.add(mark.get("kind").asText() + " "
                        + mark.get("symbol").asText() + " " + mark.get("words").asText()));
        assertThat(marks)
                .containsExactly(
                        "PHASE BTC-USD CONTINUOUS to HALT",
                        "PHASE BTC-USD HALT to CONTINUOUS",
                        "RESTART null epoch 1 to 2");
        assertThat(told.get("areMarksWhole").asBoolean()).isTrue();
        assertThat(administrator.get("/api/v1/journal/density?slices=0").text("field"))
                .isEqualTo("slices");
        assertThat(administrator
                        .get("/api/v1/journal/density?fromSeq=9&toSeq=3")
                        .text("field"))
                .isEqualTo("fromSeq");
    }

    @Test
    void whatIsAskedWronglyIsToldAtItsField() {
        assertWrong("?type=NoSuchThing", "type", "INVALID_VALUE");
        assertWrong("?order=abc", "order", "UNKNOWN_ORDER");
        assertWrong("?symbol=NO-SUCH", "symbol", "UNKNOWN_INSTRUMENT");
        assertWrong("?account=99999", "account", "UNKNOWN_ACCOUNT");
        assertWrong("?fromSeq=0", "fromSeq", "INVALID_VALUE");
        assertWrong("?toSeq=" + (traded + 100), "toSeq", "INVALID_VALUE");
        assertWrong("?fromSeq=5&toSeq=4", "fromSeq", "INVALID_VALUE");
        assertWrong("?from=yesterday", "from", "INVALID_VALUE");
        assertWrong("?from=2999-01-01T00:00:00Z", "from", "INVALID_VALUE");
        assertWrong("?to=1999-01-01T00:00:00Z", "to", "INVALID_VALUE");
        assertWrong("?cursor=nonsense", "cursor", "INVALID_VALUE");
        assertWrong("?limit=0", "limit", "INVALID_VALUE");
        assertThat(administrator.get("/api/v1/journal/explain").text("field")).isEqualTo("seq");
        assertThat(administrator.get(FRAMES + "/0").status()).isEqualTo(404);
    }

    private void assertWrong(String query, String field, String code) {
        Client.Answer answer = administrator.get(FRAMES + query);
        assertThat(answer.text("field")).as(answer.toString()).isEqualTo(field);
        assertThat(answer.code()).as(answer.toString()).isEqualTo(code);
    }
}
