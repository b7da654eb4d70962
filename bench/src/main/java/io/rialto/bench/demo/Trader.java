package io.rialto.bench.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rialto.bench.venue.VenueClient;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;

/** An account of the demo with its key, as its program would use it. One thread. */
final class Trader {
    private static final String ORDERS = "/api/v1/orders";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final VenueClient venue;
    private final Tally tally;

    Trader(VenueClient venue, Tally tally) {
        this.venue = venue;
        this.tally = tally;
    }

    /** Rests at the price or not at all; its number, when it does. */
    Optional<String> rest(Market market, boolean buys, long ticks, long lots) throws IOException {
        ObjectNode order = order(market, buys, lots).put("type", "LIMIT").put("price", market.price(ticks));
        return place(order.put("postOnly", "REJECT"))
                .filter(made -> made.path("status").asText().equals("NEW"))
                .map(made -> made.path("id").asText());
    }

    /** Rests or trades. */
    Optional<String> limit(Market market, boolean buys, long ticks, long lots) throws IOException {
        return place(order(market, buys, lots).put("type", "LIMIT").put("price", market.price(ticks)))
                .map(made -> made.path("id").asText());
    }

    /** Takes what there is up to a price, and leaves the rest. */
    void take(Market market, boolean buys, long ticks, long lots) throws IOException {
        place(order(market, buys, lots)
                .put("type", "LIMIT")
                .put("timeInForce", "IOC")
                .put("price", market.price(ticks)));
    }

    private static ObjectNode order(Market market, boolean buys, long lots) {
        return JSON.createObjectNode()
                .put("symbol", market.symbol())
                .put("side", buys ? "BUY" : "SELL")
                .put("quantity", market.quantity(lots));
    }

    private Optional<JsonNode> place(ObjectNode order) throws IOException {
        VenueClient.Answer answer = venue.post(ORDERS, order.toString());
        if (!answer.isOk()) {
            tally.refused(answer.body().path("code").asText("HTTP " + answer.status()));
            return Optional.empty();
        }
        tally.order(answer.body().path("fills").size());
        return Optional.of(answer.body());
    }

    void cancel(String order) throws IOException {
        VenueClient.Answer answer = venue.send("DELETE", ORDERS + "/" + order, "", Optional.empty());
        if (answer.isOk()) tally.cancel();
        else tally.refused(answer.body().path("code").asText("HTTP " + answer.status()));
    }

    /** The price that a market's other side has to offer, in ticks; empty when nobody stands there. */
    Optional<Long> best(Market market, boolean buys) throws IOException {
        VenueClient.Answer answer = venue.get("/api/v1/market/" + market.symbol() + "/book?depth=1");
        JsonNode level = answer.body().path(buys ? "asks" : "bids").path(0);
        if (level.isMissingNode()) return Optional.empty();
        BigDecimal price = new BigDecimal(level.path(0).asText());
        return Optional.of(price.movePointRight(market.tickScale()).longValueExact());
    }
}
