package io.rialto.gateway.doors;

import static io.rialto.gateway.doors.VenueUnderTest.ok;
import static io.rialto.gateway.doors.VenueUnderTest.order;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeyTermsRulesTest extends KeyedVenue {
    @Test
    void nobodyHandsOutMoreThanHeHas() throws Exception {
        open(Map.of());
        Client alice = trader("alice").client();
        Client reader = trader("bob", "\"read\"").client();
        refused(send(alice, "POST", KEYS, "{\"scopes\":[\"withdraw\"]}"), 403, "FORBIDDEN");
        refused(send(alice, "POST", KEYS, "{\"scopes\":[\"admin\"]}"), 403, "FORBIDDEN");
        refused(send(reader, "POST", KEYS, "{\"scopes\":[\"read\"]}"), 403, "FORBIDDEN");
        Client.Answer made = makes(alice, ",\"addresses\":[\"127.0.0.1\"]");
        refused(send(again(made), "POST", KEYS, "{\"scopes\":[\"read\"]}"), 403, "FORBIDDEN");
        refused(send(alice, "PUT", KEYS + "/" + made.text("key"), "{\"scopes\":[\"admin\"]}"), 403, "FORBIDDEN");
        assertThat(send(again(made), "DELETE", KEYS + "/" + made.text("key"), "")
                        .status())
                .as("a key may always end itself")
                .isEqualTo(200);
    }

    @Test
    void aScopeThatIsTakenAwayIsGoneWithTheNextRequest() throws Exception {
        open(Map.of());
        Client alice = trader("alice").client();
        Client.Answer made = makes(alice, "");
        ok(send(alice, "PUT", KEYS + "/" + made.text("key"), "{\"scopes\":[\"read\"]}"));
        refused(send(again(made), "POST", ORDERS, order("BUY", "1", "1.00")), 403, "FORBIDDEN");
    }

    @Test
    void aKeyIsTakenFromItsAddressesOnly() throws Exception {
        open(Map.of("security.proxies", "127.0.0.1"));
        Client alice = trader("alice").client();
        Client bot = again(makes(alice, ",\"addresses\":[\"192.0.2.0/24\",\"2001:db8::/32\"]"));
        refused(get(bot, BALANCES), 403, "ADDRESS_NOT_ALLOWED");
        assertThat(from(bot, "192.0.2.77").status()).isEqualTo(200);
        assertThat(from(bot, "2001:db8:5::1").status()).isEqualTo(200);
        refused(from(bot, "198.51.100.1"), 403, "ADDRESS_NOT_ALLOWED");
        refused(from(bot, "2001:db9::1"), 403, "ADDRESS_NOT_ALLOWED");
    }

    private Client.Answer from(Client client, String address) {
        Map<String, String> headers = new HashMap<>(
                client.signed("GET", BALANCES, "", Map.of("X-API-Timestamp", Long.toString(clock.millis()))));
        headers.put("X-Forwarded-For", address);
        return client.raw("GET", BALANCES, "", headers);
    }

    @Test
    void ordersKeepToTheInstrumentsAndSizesOfTheKey() throws Exception {
        open(Map.of());
        Client alice = trader("alice").client();
        Client bot = again(
                makes(alice, ",\"instruments\":[\"BTC-USD\"],\"maxOrderQuantity\":\"2\",\"maxOrderValue\":\"10\""));
        String id = ok(send(bot, "POST", ORDERS, order("BUY", "2", "5.00"))).text("id");
        refused(send(bot, "POST", ORDERS, order("BUY", "2.1", "1.00")), 403, "BEYOND_THE_KEY");
        String wish = "{\"targets\":[{\"asset\":\"BTC\",\"weight\":\"0.5\"}],\"place\":true}";
        refused(send(bot, "POST", "/api/v1/portfolio/rebalance", wish), 403, "BEYOND_THE_KEY");
        refused(send(bot, "POST", ORDERS, order("BUY", "2", "5.01")), 403, "BEYOND_THE_KEY");
        refused(send(bot, "POST", ORDERS, order("BUY", "1", "1.00").replace("BTC", "ETH")), 403, "BEYOND_THE_KEY");
        refused(
                send(
                        bot,
                        "POST",
                        ORDERS,
                        "{\"symbol\":\"BTC-USD\",\"side\":\"BUY\",\"type\":\"MARKET\",\"quantity\":\"1\"}"),
                403,
                "BEYOND_THE_KEY");
        refused(send(bot, "PATCH", ORDERS + "/" + id, "{\"price\":\"5.01\"}"), 403, "BEYOND_THE_KEY");
        refused(send(bot, "PATCH", ORDERS + "/" + id, "{\"quantity\":\"2.01\"}"), 403, "BEYOND_THE_KEY");
        refused(batch(bot, order("BUY", "3", "1.00")), 403, "BEYOND_THE_KEY");
        assertThat(batch(bot, order("BUY", "1", "1.00")).status()).isEqualTo(200);

        String foreign = ok(send(
                        alice, "POST", ORDERS, order("BUY", "1", "1.00").replace("BTC", "ETH")))
                .text("id");
        refused(send(bot, "PATCH", ORDERS + "/" + foreign, "{\"price\":\"1.01\"}"), 403, "BEYOND_THE_KEY");
        assertThat(send(bot, "DELETE", ORDERS + "/" + foreign, "").status())
                .as("cancels are bound by nothing")
                .isEqualTo(200);
        assertThat(get(bot, BALANCES).status()).isEqualTo(200);
    }

    private Client.Answer batch(Client client, String order) {
        String operation = order.replaceFirst("\\{", "{\"op\":\"PLACE\",");
        return send(client, "POST", ORDERS + "/batch", "{\"mode\":\"BEST_EFFORT\",\"operations\":[" + operation + "]}");
    }

    @Test
    void aKeyExpiresAtItsMoment() throws Exception {
        open(Map.of());
        Client alice = trader("alice").client();
        Client.Answer made = makes(alice, ",\"expiresAt\":\"2027-01-15T08:00:10Z\"");
        clock.turn(Duration.ofMillis(9_999));
        assertThat(get(again(made), BALANCES).status()).isEqualTo(200);
        clock.turn(Duration.ofMillis(1));
        refused(get(again(made), BALANCES), 401, "KEY_EXPIRED");
        assertThat(get(alice, KEYS + "/" + made.text("key")).text("status")).isEqualTo("EXPIRED");
        ok(send(alice, "PUT", KEYS + "/" + made.text("key"), "{\"expiresAt\":null}"));
        assertThat(get(again(made), BALANCES).status()).isEqualTo(200);
    }

    @Test
    void aKeyOfEd25519SignsWithWhatTheVenueNeverSees() throws Exception {
        open(Map.of());
        Client alice = trader("alice").client();
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        byte[] encoded = pair.getPublic().getEncoded();
        String raw =
                Base64.getEncoder().encodeToString(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
        Client.Answer made = makes(alice, ",\"algorithm\":\"ED25519\",\"publicKey\":\"" + raw + "\"");
        assertThat(made.json().has("secret")).isFalse();
        assertThat(signed(made.text("key"), pair, "nonce-1").status()).isEqualTo(200);

        KeyPair next = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        String whole = Base64.getEncoder().encodeToString(next.getPublic().getEncoded());
        ok(send(alice, "POST", KEYS + "/" + made.text("key") + "/rotate", "{\"publicKey\":\"" + whole + "\"}"));
        refused(signed(made.text("key"), pair, "nonce-2"), 401, "INVALID_SIGNATURE");
        assertThat(signed(made.text("key"), next, "nonce-3").status()).isEqualTo(200);
        refused(send(alice, "POST", KEYS, "{\"scopes\":[\"read\"],\"algorithm\":\"ED25519\"}"), 400, "MISSING_FIELD");
        refused(
                send(alice, "POST", KEYS, "{\"scopes\":[\"read\"],\"algorithm\":\"ED25519\",\"publicKey\":\"AAAA\"}"),
                400,
                "INVALID_VALUE");
    }

    private Client.Answer signed(String key, KeyPair pair, String nonce) throws Exception {
        String time = Long.toString(clock.millis());
        String empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(pair.getPrivate());
        signature.update(
                String.join("\n", "GET", BALANCES, "", time, nonce, empty).getBytes(StandardCharsets.UTF_8));
        return venue.nobody()
                .raw(
                        "GET",
                        BALANCES,
                        "",
                        Map.of(
                                "X-API-Key", key,
                                "X-API-Timestamp", time,
                                "X-API-Nonce", nonce,
                                "X-API-Signature", Base64.getEncoder().encodeToString(signature.sign())));
    }
}
