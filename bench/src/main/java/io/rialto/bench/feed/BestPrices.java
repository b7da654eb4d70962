package io.rialto.bench.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/**
 * The best price of each side of some markets, as the venue's socket tells it (channel {@code book}, depth 1). Nobody has to ask.
 *
 * <p>Threading: the socket's thread writes, any thread looks. Errors: a connection that ends leaves what was seen last; {@link
 * #isOpen} tells.
 */
public final class BestPrices implements AutoCloseable {
    private final Map<String, Best> seen = new ConcurrentHashMap<>();
    private final CountDownLatch begun;
    private final Wire wire;

    /** Null where nobody stands. */
    private record Best(BigDecimal bid, BigDecimal ask) {}

    private BestPrices(URI venue, List<String> symbols) {
        begun = new CountDownLatch(symbols.size());
        wire = new Wire(venue, this::hear);
        for (int i = 0; i < symbols.size(); i++) {
            wire.say("{\"op\":\"subscribe\",\"channel\":\"book\",\"symbol\":\"" + symbols.get(i)
                    + "\",\"depth\":1,\"id\":" + (i + 1) + "}");
        }
    }

    /** Returns when each book has been told once. */
    public static BestPrices of(URI venue, List<String> symbols) throws IOException {
        BestPrices prices = new BestPrices(venue, symbols);
        prices.wire.await(prices.begun, "its books: " + symbols);
        return prices;
    }

    public boolean isOpen() {
        return wire.isOpen();
    }

    /** What a buyer, or a seller, finds; empty when nobody stands there. */
    public Optional<BigDecimal> best(String symbol, boolean buys) {
        Best best = seen.getOrDefault(symbol, new Best(null, null));
        return Optional.ofNullable(buys ? best.ask : best.bid);
    }

    private void hear(JsonNode told) {
        if (!told.path("channel").asText().equals("book") || !told.has("bids")) return;
        String symbol = told.path("symbol").asText();
        boolean isSnapshot = told.path("type").asText().equals("SNAPSHOT");
        Best before = isSnapshot ? null : seen.get(symbol);
        seen.put(
                symbol,
                new Best(
                        side(before == null ? null : before.bid, told.path("bids")),
                        side(before == null ? null : before.ask, told.path("asks"))));
        if (isSnapshot) begun.countDown();
    }

    /** One level is shown: what takes its place stands in the message that tells of its going. */
    private static BigDecimal side(BigDecimal before, JsonNode changes) {
        BigDecimal best = before;
        for (JsonNode level : changes) {
            BigDecimal price = new BigDecimal(level.path(0).asText());
            boolean isGone = new BigDecimal(level.path(1).asText()).signum() == 0;
            if (isGone && price.equals(best)) best = null;
        }
        for (JsonNode level : changes) {
            if (new BigDecimal(level.path(1).asText()).signum() > 0)
                best = new BigDecimal(level.path(0).asText());
        }
        return best;
    }

    @Override
    public void close() {
        wire.close();
    }
}
