package io.rialto.gateway.doors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rialto.gateway.Venue;
import io.rialto.gateway.http.Route;
import io.rialto.gateway.settings.Settings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;

/** A whole venue in this process, on a free port and a directory of its own. */
public final class VenueUnderTest implements AutoCloseable {
    private final Path data;
    private final Clock clock;
    private final Venue venue;
    private final List<String> said = new CopyOnWriteArrayList<>();

    private VenueUnderTest(Path data, Map<String, String> options, Clock clock) throws Exception {
        this.data = data;
        this.clock = clock;
        Map<String, String> all = new HashMap<>(Map.of(
                "http.port",
                "0",
                "journal.durability",
                "journaled",
                "records.kept",
                "off",
                "notifications.health", // a machine that is busy with other tests is no news
                "3600000"));
        all.putAll(options);
        venue = Venue.open(
                Settings.read(data, Optional.empty(), Map.of(), all).config(), OptionalLong.empty(), said::add, clock);
        Documented.is(venue.routes());
        DocumentedMessages.is(venue.routes());
    }

    public static VenueUnderTest open(Path data) throws Exception {
        return open(data, Map.of());
    }

    public static VenueUnderTest open(Path data, Map<String, String> options) throws Exception {
        return new VenueUnderTest(data, options, Clock.systemUTC());
    }

    /** @param clock by which the doors judge who may come in */
    public static VenueUnderTest open(Path data, Map<String, String> options, Clock clock) throws Exception {
        return new VenueUnderTest(data, options, clock);
    }

    /** What it told its operator. */
    public List<String> said() {
        return said;
    }

    public List<Route> routes() {
        return venue.routes();
    }

    public int port() {
        return venue.port();
    }

    public Client administrator() throws Exception {
        JsonNode file =
                new ObjectMapper().readTree(data.resolve("bootstrap-admin.json").toFile());
        return new Client(port(), file.get("key").asText(), file.get("secret").asText(), clock);
    }

    public Client nobody() {
        return new Client(port(), "", "", clock);
    }

    /** The same key at this venue's door: after a restart the port is another. */
    public Client again(String key, String secret) {
        return new Client(port(), key, secret, clock);
    }

    /** A new account with money and a key for it. */
    public Trader trader(String name, Map<String, String> money) throws Exception {
        return trader(name, "{\"name\":\"" + name + "\"}", money);
    }

    /** The same with an account of a firm. */
    public Trader memberOf(String firm, String name, Map<String, String> money) throws Exception {
        return trader(name, "{\"name\":\"" + name + "\",\"firm\":\"" + firm + "\"}", money);
    }

    private Trader trader(String name, String opening, Map<String, String> money) throws Exception {
        Client administrator = administrator();
        String account =
                ok(administrator.post("/api/v1/admin/accounts", opening)).text("id");
        money.forEach((asset, amount) -> ok(administrator.post(
                "/api/v1/admin/deposits",
                "{\"account\":\"" + account + "\",\"asset\":\"" + asset + "\",\"amount\":\"" + amount + "\"}")));
        Client.Answer made = ok(administrator.post(
                "/api/v1/admin/accounts/" + account + "/api-keys",
                "{\"label\":\"" + name + "\",\"scopes\":[\"read\",\"trade\"]}"));
        return new Trader(account, made.text("key"), made.text("secret"), again(made.text("key"), made.text("secret")));
    }

    /** An account and the client that trades for it. */
    public record Trader(String account, String key, String secret, Client client) {
        public Client.Answer places(String side, String quantity, String price) {
            return client.post("/api/v1/orders", order(side, quantity, price));
        }

        public String total(String asset) {
            for (JsonNode item : client.get("/api/v1/portfolio/balances").json().get("items")) {
                if (item.get("asset").asText().equals(asset))
                    return item.get("total").asText();
            }
            return "";
        }
    }

    public static String order(String side, String quantity, String price) {
        return "{\"symbol\":\"BTC-USD\",\"side\":\"" + side + "\",\"type\":\"LIMIT\",\"price\":\"" + price
                + "\",\"quantity\":\"" + quantity + "\"}";
    }

    public static Client.Answer ok(Client.Answer answer) {
        if (answer.status() / 100 != 2) throw new AssertionError(answer.toString());
        return answer;
    }

    /** Of the newest frame in the journal. */
    public long sequence() {
        return nobody().raw("GET", "/health", "", Map.of())
                .json()
                .get("sequence")
                .asLong();
    }

    @Override
    public void close() {
        venue.close();
    }
}
