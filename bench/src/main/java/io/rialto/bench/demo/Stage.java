package io.rialto.bench.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rialto.bench.feed.BestPrices;
import io.rialto.bench.feed.OwnOrders;
import io.rialto.bench.traders.Market;
import io.rialto.bench.traders.Tally;
import io.rialto.bench.traders.Trader;
import io.rialto.bench.traders.Walk;
import io.rialto.bench.venue.RequestSigner;
import io.rialto.bench.venue.VenueClient;
import io.rialto.gateway.control.OwnerFile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** What there must be before the demo begins: markets, accounts with money and keys, people with log-ins. One thread. */
final class Stage {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SECRET_BYTES = 9;
    private static final Map<String, String> PLENTY =
            Map.of("BTC", "5000", "ETH", "50000", "USD", "100000000", "EUR", "100000000", "OIL", "1000000");
    private static final Map<String, String> PURSE =
            Map.of("BTC", "2", "ETH", "20", "USD", "100000", "EUR", "100000", "OIL", "500");

    private final URI venue;
    private final VenueClient admin;
    private final Tally tally;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<OwnOrders> sockets = new ArrayList<>();
    private final List<ObjectNode> accounts = new ArrayList<>();
    private final SecureRandom random = new SecureRandom();

    Stage(URI venue, VenueClient admin, Tally tally) {
        this.venue = venue;
        this.admin = admin;
        this.tally = tally;
    }

    /** A person who can log in. */
    record Login(String email, String password) {}

    /** Lists what is missing. */
    void lists(List<Market> markets) throws IOException {
        JsonNode assets = asked("/api/v1/assets");
        if (!assets.findValuesAsText("code").contains("OIL"))
            done("/api/v1/admin/assets", body("code", "OIL", "scale", 8));
        List<String> known = asked("/api/v1/instruments").findValuesAsText("symbol");
        for (Market market : markets) {
            if (!known.contains(market.symbol())) done("/api/v1/admin/instruments", terms(market));
        }
    }

    private static ObjectNode terms(Market market) {
        return body("symbol", market.symbol(), "base", market.base(), "quote", market.quote())
                .put("tickSize", market.price(1))
                .put("lotSize", market.quantity(1))
                .put("minQuantity", market.quantity(1))
                .put("maxQuantity", market.quantity(market.usualLots() * 1_000L))
                .put("minNotional", "0")
                .put("makerFeeRate", "0.0005")
                .put("takerFeeRate", "0.0010");
    }

    /** An account with more money than it needs, and a key for it, which is written down for whoever wants to trade beside it. */
    Trader trader(String name, BestPrices prices, Path data) throws IOException {
        String account =
                done("/api/v1/admin/accounts", body("name", name)).path("id").asText();
        pay(account, PLENTY);
        done("/api/v1/admin/accounts/" + account + "/tier", body("tier", "BROKER"));
        ObjectNode scopes = body("label", name);
        scopes.putArray("scopes").add("read").add("trade");
        JsonNode key = done("/api/v1/admin/accounts/" + account + "/api-keys", scopes);
        accounts.add(body("name", name, "account", account)
                .put("key", key.path("key").asText())
                .put("secret", key.path("secret").asText()));
        OwnerFile.write(
                data.resolve("demo-accounts.json"),
                JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(Map.of("items", accounts)));
        String id = key.path("key").asText();
        String secret = key.path("secret").asText();
        OwnOrders own = OwnOrders.of(venue, new RequestSigner(id, secret));
        sockets.add(own);
        return new Trader(new VenueClient(venue, id, secret), prices, own, tally);
    }

    /** Lets go of everybody's sockets. */
    void leave() {
        sockets.forEach(OwnOrders::close);
    }

    private void pay(String account, Map<String, String> money) throws IOException {
        for (Map.Entry<String, String> each : money.entrySet()) {
            done("/api/v1/admin/deposits", body("account", account, "asset", each.getKey(), "amount", each.getValue()));
        }
    }

    /** Registers somebody and gives him a role; one who trades has money. A password is made for this run. */
    Login person(String mailbox, String name, String role) throws IOException {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        String password = HexFormat.of().formatHex(secret);
        String email = mailbox + "@demo.example";
        said("/api/v1/auth/register", body("email", email, "password", password, "name", name), "");
        JsonNode tokens = said("/api/v1/auth/login", body("email", email, "password", password), "");
        JsonNode me =
                said("/api/v1/users/me", body(), tokens.path("accessToken").asText());
        if (!role.equals("TRADER")) done("/api/v1/admin/users/" + me.path("id").asText() + "/role", body("role", role));
        else pay(me.path("account").asText(), PURSE);
        return new Login(email, password);
    }

    /** Tells where a market stands, for portfolios to be valued by. */
    void marks(List<Walk> walks) throws IOException {
        for (Walk walk : walks) {
            String path = "/api/v1/admin/instruments/" + walk.market().symbol() + "/mark-price";
            done(path, body("price", walk.market().price(walk.ticks())));
        }
    }

    /** An opening auction that collects orders until it is ended. */
    void calls(Market market) throws IOException {
        moves(market, body("phase", "CALL", "kind", "OPENING", "next", "CONTINUOUS"));
    }

    /** What was collected trades at one price. */
    void uncrosses(Market market) throws IOException {
        moves(market, body("phase", "CONTINUOUS"));
    }

    private void moves(Market market, ObjectNode to) throws IOException {
        done("/api/v1/admin/instruments/" + market.symbol() + "/phase", to);
    }

    boolean isContinuous(Market market) throws IOException {
        return asked("/api/v1/instruments/" + market.symbol())
                .path("phase")
                .asText()
                .equals("CONTINUOUS");
    }

    /** How many people there are already. */
    int people() throws IOException {
        return asked("/api/v1/admin/users").path("items").size();
    }

    JsonNode asked(String path) throws IOException {
        VenueClient.Answer answer = admin.get(path);
        if (!answer.isOk()) throw new IOException(path + ": " + answer);
        return answer.body();
    }

    private JsonNode done(String path, ObjectNode body) throws IOException {
        VenueClient.Answer answer = admin.post(path, body.toString());
        if (!answer.isOk()) throw new IOException(path + " " + body + ": " + answer);
        return answer.body();
    }

    /** As a browser: without a key. An empty body asks. */
    private JsonNode said(String path, ObjectNode body, String token) throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(venue.resolve(path)).header("Content-Type", "application/json");
        if (!token.isEmpty()) request.header("Authorization", "Bearer " + token);
        if (!body.isEmpty()) request.POST(BodyPublishers.ofString(body.toString()));
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) throw new IOException(path + ": " + answer.statusCode());
            return JSON.readTree(answer.body());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        }
    }

    private static ObjectNode body(Object... namesAndValues) {
        ObjectNode body = JSON.createObjectNode();
        for (int i = 0; i < namesAndValues.length; i += 2)
            body.putPOJO((String) namesAndValues[i], namesAndValues[i + 1]);
        return body;
    }
}
