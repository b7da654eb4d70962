package io.rialto.bench.traders;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rialto.bench.feed.BestPrices;
import io.rialto.bench.feed.OwnOrders;
import io.rialto.bench.venue.VenueClient;
import java.io.IOException;
import java.util.Optional;

/** An account with its key, as its program would use it: orders by HTTP; the best prices, and what became of its own orders, as the socket tells them. One thread. */
public final class Trader implements Desk {
    private static final String ORDERS = "/api/v1/orders";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final VenueClient venue;
    private final BestPrices prices;
    private final OwnOrders own;
    private final Tally tally;

    public Trader(VenueClient venue, BestPrices prices, OwnOrders own, Tally tally) {
        this.venue = venue;
        this.prices = prices;
        this.own = own;
        this.tally = tally;
    }

    @Override
    public Optional<String> rest(Market market, boolean buys, long ticks, long lots) throws IOException {
        ObjectNode order = order(market, buys, lots).put("type", "LIMIT").put("price", market.price(ticks));
        return place(order.put("postOnly", "REJECT"))
                .filter(made -> made.path("status").asText().equals("NEW"))
                .map(made -> made.path("id").asText());
    }

    @Override
    public Optional<String> limit(Market market, boolean buys, long ticks, long lots) throws IOException {
        return place(order(market, buys, lots).put("type", "LIMIT").put("price", market.price(ticks)))
                .map(made -> made.path("id").asText());
    }

    @Override
    public void take(Market market, boolean buys, long ticks, long lots) throws IOException {
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

    @Override
    public void cancel(String order) throws IOException {
        VenueClient.Answer answer = venue.send("DELETE", ORDERS + "/" + order, "", Optional.empty());
        if (answer.isOk()) tally.cancel();
        else tally.refused(answer.body().path("code").asText("HTTP " + answer.status()));
    }

    @Override
    public boolean isOpen(String order) {
        return own.isOpen(order);
    }

    @Override
    public Optional<Long> best(Market market, boolean buys) throws IOException {
        if (!prices.isOpen()) throw new IOException("the socket that tells the books has ended");
        return prices.best(market.symbol(), buys)
                .map(price -> price.movePointRight(market.tickScale()).longValueExact());
    }
}
