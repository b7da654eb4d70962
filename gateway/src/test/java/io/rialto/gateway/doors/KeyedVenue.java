package io.rialto.gateway.doors;

import static io.rialto.gateway.doors.VenueUnderTest.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.gateway.doors.VenueUnderTest.Trader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** A venue by a turned clock, and programs that sign by it: what rules about keys begin with. */
abstract class KeyedVenue {
    static final String KEYS = "/api/v1/api-keys";
    static final String BALANCES = "/api/v1/portfolio/balances";
    static final String ORDERS = "/api/v1/orders";

    @TempDir
    Path data;

    final TurnedClock clock = new TurnedClock(Instant.parse("2027-01-15T08:00:00Z"));
    VenueUnderTest venue;

    VenueUnderTest open(Map<String, String> options) throws Exception {
        venue = VenueUnderTest.open(data, options, clock);
        return venue;
    }

    @AfterEach
    void close() {
        if (venue != null) venue.close();
    }

    /** Signed by the venue's time. */
    Client.Answer send(Client client, String method, String path, String body) {
        Map<String, String> now = Map.of("X-API-Timestamp", Long.toString(clock.millis()), "User-Agent", "rules/1");
        return client.raw(method, path, body, client.signed(method, path, body, now));
    }

    Client.Answer get(Client client, String path) {
        return send(client, "GET", path, "");
    }

    Trader trader(String name, String scopes) throws Exception {
        Client administrator = venue.administrator();
        String account = ok(send(administrator, "POST", "/api/v1/admin/accounts", "{\"name\":\"" + name + "\"}"))
                .text("id");
        ok(send(
                administrator,
                "POST",
                "/api/v1/admin/deposits",
                "{\"account\":\"" + account + "\",\"asset\":\"USD\",\"amount\":\"1000\"}"));
        Client.Answer key = ok(send(
                administrator,
                "POST",
                "/api/v1/admin/accounts/" + account + "/api-keys",
                "{\"label\":\"a\",\"scopes\":[" + scopes + "]}"));
        return new Trader(account, key.text("key"), key.text("secret"), again(key));
    }

    Trader trader(String name) throws Exception {
        return trader(name, "\"read\",\"trade\"");
    }

    Client again(Client.Answer made) {
        return venue.again(made.text("key"), made.text("secret"));
    }

    Client.Answer makes(Client client, String more) {
        return ok(send(client, "POST", KEYS, "{\"label\":\"bot\",\"scopes\":[\"read\",\"trade\"]" + more + "}"));
    }

    static void refused(Client.Answer answer, int status, String code) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }
}
