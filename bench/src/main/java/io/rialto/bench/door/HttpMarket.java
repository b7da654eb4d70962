package io.rialto.bench.door;

import io.rialto.bench.recording.Market;
import io.rialto.bench.venue.VenueClient;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Locale;

/**
 * The recording's market, opened by an administrator over HTTP: two assets, the instrument, and two rich accounts.
 *
 * @param maker owns what rests
 * @param taker owns what comes in and never rests
 */
record HttpMarket(String symbol, VenueClient maker, VenueClient taker) {
    private static final String QUOTE = "PLAYUSD";
    private static final String RICH_IN_SHARES = "1000000000000000000";
    private static final String RICH_IN_MONEY = "100000000000000.0000";
    private static final int LONGEST_CODE = 16;

    static HttpMarket open(Market market, URI venue, VenueClient administrator) throws IOException {
        String base = market.symbol().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        base = "P" + base.substring(0, Math.min(base.length(), LONGEST_CODE - 1));
        String symbol = base + "-" + QUOTE;
        created(administrator, "/api/v1/admin/assets", "{\"code\":\"" + base + "\",\"scale\":0}");
        created(administrator, "/api/v1/admin/assets", "{\"code\":\"" + QUOTE + "\",\"scale\":4}");
        created(
                administrator,
                "/api/v1/admin/instruments",
                "{\"symbol\":\"" + symbol + "\",\"base\":\"" + base + "\",\"quote\":\"" + QUOTE + "\",\"tickSize\":\""
                        + BigDecimal.valueOf(market.tick(), Market.PRICE_SCALE).toPlainString()
                        + "\",\"lotSize\":\"1\",\"minQuantity\":\"1\",\"maxQuantity\":\"1000000000000\","
                        + "\"minNotional\":\"0.0000\",\"makerFeeRate\":\"0\",\"takerFeeRate\":\"0\"}");
        return new HttpMarket(
                symbol, account(administrator, venue, base, "maker"), account(administrator, venue, base, "taker"));
    }

    private static VenueClient account(VenueClient administrator, URI venue, String base, String name)
            throws IOException {
        String id = created(
                        administrator,
                        "/api/v1/admin/accounts",
                        "{\"name\":\"" + name + "\",\"firm\":\"play\",\"selfTradePrevention\":\"NONE\"}")
                .body()
                .get("id")
                .asText();
        deposit(administrator, id, base, RICH_IN_SHARES);
        deposit(administrator, id, QUOTE, RICH_IN_MONEY);
        tier(administrator, id);
        VenueClient.Answer key = created(
                administrator,
                "/api/v1/admin/accounts/" + id + "/api-keys",
                "{\"label\":\"play\",\"scopes\":[\"read\",\"trade\"]}");
        return new VenueClient(
                venue, key.body().get("key").asText(), key.body().get("secret").asText());
    }

    /** Who plays a whole market asks as much as a market maker. */
    private static void tier(VenueClient administrator, String account) throws IOException {
        VenueClient.Answer answer =
                administrator.post("/api/v1/admin/accounts/" + account + "/tier", "{\"tier\":\"BROKER\"}");
        if (!answer.isOk()) throw new IllegalStateException("no tier for account " + account + ": " + answer);
    }

    private static void deposit(VenueClient administrator, String account, String asset, String amount)
            throws IOException {
        created(
                administrator,
                "/api/v1/admin/deposits",
                "{\"account\":\"" + account + "\",\"asset\":\"" + asset + "\",\"amount\":\"" + amount + "\"}");
    }

    private static VenueClient.Answer created(VenueClient client, String path, String body) throws IOException {
        VenueClient.Answer answer = client.post(path, body);
        if (!answer.isOk()) {
            throw new IOException(
                    "the venue refused " + path + " " + body + ": " + answer.status() + " " + answer.body());
        }
        return answer;
    }
}
