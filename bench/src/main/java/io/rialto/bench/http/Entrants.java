package io.rialto.bench.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.rialto.bench.venue.RequestSigner;
import io.rialto.bench.venue.VenueClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Accounts with keys and money on a fresh venue, and the orders that they send: they trade with each other. */
public final class Entrants implements Load.Sending {
    private static final String PATH = "/api/v1/orders";
    private static final String SYMBOL = "BENCH-USD";

    private final List<RequestSigner> signers = new ArrayList<>();
    private final List<String> accounts = new ArrayList<>();

    public Entrants(VenueClient admin, int accounts) throws IOException {
        created(admin, "/api/v1/admin/assets", "{\"code\":\"BENCH\",\"scale\":4}");
        created(admin, "/api/v1/admin/instruments", """
                {"symbol":"%s","base":"BENCH","quote":"USD","tickSize":"0.01","lotSize":"0.01","minQuantity":"0.01",
                 "maxQuantity":"1000.00","minNotional":"0","makerFeeRate":"0.0001","takerFeeRate":"0.0002"}""".formatted(SYMBOL));
        for (int i = 0; i < accounts; i++) signers.add(open(admin, i));
    }

    private RequestSigner open(VenueClient admin, int number) throws IOException {
        String id = created(admin, "/api/v1/admin/accounts", "{\"name\":\"bench-" + number + "\"}")
                .get("id")
                .asText();
        accounts.add(id);
        for (String asset : new String[] {"BENCH", "USD"}) {
            created(admin, "/api/v1/admin/deposits", """
                    {"account":"%s","asset":"%s","amount":"1000000"}""".formatted(id, asset));
        }
        VenueClient.Answer tier = admin.post("/api/v1/admin/accounts/" + id + "/tier", "{\"tier\":\"BROKER\"}");
        if (!tier.isOk()) throw new IllegalStateException("no tier for account " + id + ": " + tier);
        JsonNode key = created(admin, "/api/v1/admin/accounts/" + id + "/api-keys", """
                {"label":"bench","scopes":["trade"]}""");
        return new RequestSigner(key.get("key").asText(), key.get("secret").asText());
    }

    private static JsonNode created(VenueClient admin, String path, String body) throws IOException {
        VenueClient.Answer answer = admin.post(path, body);
        if (answer.status() != 201) throw new IllegalStateException(path + " " + body + ": " + answer);
        return answer.body();
    }

    /** Their numbers. */
    public List<String> accounts() {
        return List.copyOf(accounts);
    }

    /** Who sends that order: all in turn. */
    public RequestSigner signer(long index) {
        return signers.get((int) (index % signers.size()));
    }

    /** As {@link #order(long)}, under a name by which it is found again. */
    public static byte[] order(long index, String name) {
        String order = new String(order(index), StandardCharsets.UTF_8);
        return ("{\"clientOrderId\":\"" + name + "\"," + order.substring(1)).getBytes(StandardCharsets.UTF_8);
    }

    static byte[] order(long index) {
        String side = index % 2 == 0 ? "BUY" : "SELL";
        return """
                {"symbol":"%s","side":"%s","type":"LIMIT","timeInForce":"GTC","price":"100.00","quantity":"0.05",\
                "selfTradePrevention":"NONE"}""".formatted(SYMBOL, side).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public int send(Connection connection, int client, long index) throws IOException {
        byte[] body = order(index);
        return connection.post(PATH, body, signers.get(client % signers.size()).sign("POST", PATH, body));
    }

    /** To the bare door, with as many bytes of headers as a signed request has. */
    static int sendBare(Connection connection, long index, RequestSigner signer) throws IOException {
        byte[] body = order(index);
        return connection.post(PATH, body, signer.sign("POST", PATH, body));
    }
}
