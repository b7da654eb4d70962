package io.rialto.bench.kill;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rialto.bench.venue.VenueClient;
import io.rialto.bench.venue.VenueClient.Answer;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** What must hold after every restart, asked from outside. */
final class Audit {
    private static final int REPLAYS = 40;
    private static final String FEE_INCOME = "2";

    private final KilledVenue venue;

    Audit(KilledVenue venue) {
        this.venue = venue;
    }

    /** What had no answer gets one now, under its old key. */
    void settleUnknown(Trader trader) {
        for (Intent intent : trader.intents()) {
            if (!intent.isAcked())
                assertThat(trader.send(intent)).as("retry of %s", intent).isTrue();
        }
    }

    /** An answer once given is given again, to the byte, and stands at the same place in line. */
    void answersAreUnchanged(Trader trader, SplittableRandom random) throws IOException {
        VenueClient client = venue.client(trader.account());
        List<Intent> acked = trader.intents();
        for (int i = 0; i < REPLAYS && !acked.isEmpty(); i++) {
            Intent intent = acked.get(random.nextInt(acked.size()));
            if (!intent.answer().body().has("sequence")) continue;
            Answer again = client.send(intent.method, intent.path, intent.body, intent.idempotencyKey());
            assertThat(again.body()).as("%s", intent).isEqualTo(intent.answer().body());
            assertThat(again.status())
                    .as("%s", intent)
                    .isEqualTo(intent.answer().status());
            JsonNode asked = client.get("/api/v1/requests/" + intent.key).body();
            assertThat(asked.get("sequence"))
                    .as("%s %s", intent, asked)
                    .isEqualTo(intent.answer().body().get("sequence"));
        }
    }

    /** Every order that was acknowledged is there once, and none that was not. */
    void nothingIsLostOrDoubled(Trader trader) throws IOException {
        Map<String, String> listed = new HashMap<>();
        String cursor = "";
        do {
            Answer page = venue.client(trader.account()).get("/api/v1/orders?limit=1000" + cursor);
            assertThat(page.status()).as("%s", page.body()).isEqualTo(200);
            for (JsonNode order : page.body().get("items")) {
                String twice = listed.put(
                        order.get("clientOrderId").asText(), order.get("id").asText());
                assertThat(twice).as("two orders for one intent: %s", order).isNull();
            }
            cursor = page.body().hasNonNull("next")
                    ? "&cursor=" + page.body().get("next").asText()
                    : null;
        } while (cursor != null);
        Map<String, String> acked = new HashMap<>();
        for (Intent intent : trader.intents()) {
            if (intent.placedAnOrder())
                acked.put(intent.key, intent.answer().body().get("id").asText());
        }
        assertThat(listed).isEqualTo(acked);
    }

    /** What was deposited is still there, over the traders and the venue's fees together. */
    void moneyIsConserved() throws IOException {
        Map<String, BigDecimal> totals = new HashMap<>();
        List<String> owners = new ArrayList<>(List.of(FEE_INCOME));
        venue.accounts().forEach(account -> owners.add(account.id()));
        for (String owner : owners) {
            Answer balances = venue.administrator().get("/api/v1/portfolio/balances?account=" + owner);
            assertThat(balances.status()).as("%s", balances.body()).isEqualTo(200);
            for (JsonNode balance : balances.body().get("items")) {
                totals.merge(
                        balance.get("asset").asText(),
                        new BigDecimal(balance.get("total").asText()),
                        BigDecimal::add);
            }
        }
        for (String asset : new String[] {"KIL", "TST"}) {
            assertThat(totals.get(asset)).as(asset).isEqualByComparingTo("3000000.00");
        }
    }
}
