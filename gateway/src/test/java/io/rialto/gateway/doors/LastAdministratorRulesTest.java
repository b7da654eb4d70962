package io.rialto.gateway.doors;

import static io.rialto.gateway.doors.PersonClient.body;
import static io.rialto.gateway.doors.VenueUnderTest.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The venue keeps its last administrator: nobody could make another. */
class LastAdministratorRulesTest {
    private static final String KEYS = "/api/v1/admin/api-keys/";
    private static final String OWN = "/api/v1/api-keys/";
    private static final String ADMINISTRATORS = "/api/v1/admin/administrators";

    @TempDir
    private Path data;

    private VenueUnderTest venue;
    private Client first;
    private String firstKey;

    @BeforeEach
    void open() throws Exception {
        venue = VenueUnderTest.open(data, Map.of());
        first = venue.administrator();
        firstKey = new ObjectMapper()
                .readTree(data.resolve("bootstrap-admin.json").toFile())
                .get("key")
                .asText();
    }

    @AfterEach
    void close() throws Exception {
        venue.close();
    }

    @Test
    void theOnlyKeyIsNeitherRevokedNorSwitchedOffNorLessenedNorEnded() {
        isKept(first.delete(KEYS + firstKey));
        isKept(first.delete(OWN + firstKey));
        isKept(first.put(OWN + firstKey, "{\"status\":\"INACTIVE\"}"));
        isKept(first.put(OWN + firstKey, "{\"scopes\":[\"read\"]}"));
        isKept(first.put(
                OWN + firstKey,
                body("expiresAt", Instant.now().plusSeconds(3_600).toString())));

        ok(first.put(OWN + firstKey, "{\"label\":\"desk\"}"));
        JsonNode told = ok(first.get(ADMINISTRATORS)).json();
        assertThat(told.get("standing").asInt()).isEqualTo(1);
        assertThat(told.at("/keys/0/status").asText()).isEqualTo("ACTIVE");
        assertThat(told.at("/keys/0/label").asText()).isEqualTo("desk");
        assertThat(ok(first.get(KEYS + firstKey)).json().get("account").isNull())
                .isTrue();
    }

    @Test
    void besideAnotherItMayGoAndThenTheOtherIsTheLast() {
        Client.Answer made = ok(first.post(ADMINISTRATORS, "{}"));
        Client second = venue.again(made.text("key"), made.text("secret"));
        assertThat(ok(second.delete(KEYS + firstKey)).text("status")).isEqualTo("REVOKED");
        assertThat(first.get(ADMINISTRATORS).code()).isEqualTo("KEY_REVOKED");

        isKept(second.delete(KEYS + made.text("key")));
        ok(second.delete(KEYS + firstKey));
        assertThat(ok(second.get(ADMINISTRATORS)).json().get("standing").asInt())
                .isEqualTo(1);
    }

    @Test
    void aKeyThatEndsByItselfIsNoSuccessor() {
        Client.Answer made = ok(first.post(ADMINISTRATORS, "{}"));
        ok(first.put(
                OWN + made.text("key"),
                body("expiresAt", Instant.now().plusSeconds(3_600).toString())));

        isKept(first.delete(KEYS + firstKey));
    }

    @Test
    void aPersonWhoHasBeenInIsASuccessorAndIsThenKept() throws Exception {
        PersonClient eve = PersonClient.at(venue, "eve@example.com");
        ok(eve.register(PersonClient.PASSWORD));
        ok(first.post("/api/v1/admin/users/1/role", body("role", "ADMIN")));
        isKept(first.delete(KEYS + firstKey));

        PersonClient nora = PersonClient.withRole(venue, "nora@example.com", "ADMIN");
        ok(first.delete(KEYS + firstKey));
        isKept(nora.post("/api/v1/admin/users/2/disable", ""));
        isKept(nora.post("/api/v1/admin/users/2/role", body("role", "TRADER")));

        ok(eve.logIn(PersonClient.PASSWORD));
        ok(eve.post("/api/v1/admin/users/2/role", body("role", "TRADER")));
        isKept(eve.post("/api/v1/admin/users/1/disable", ""));
        assertThat(eve.get(ADMINISTRATORS).json().at("/people/0/status").asText())
                .isEqualTo("ACTIVE");
    }

    @Test
    void whoIsDisabledTakesHisKeysWithHimAndIsNoSuccessor() throws Exception {
        PersonClient nora = PersonClient.withRole(venue, "nora@example.com", "ADMIN");
        String account = nora.get("/api/v1/users/me").text("account");
        ok(nora.post("/api/v1/admin/accounts/" + account + "/api-keys", "{\"scopes\":[\"read\",\"admin\"]}"));
        assertThat(ok(first.get(ADMINISTRATORS)).json().get("standing").asInt()).isEqualTo(3);

        ok(first.post("/api/v1/admin/users/1/disable", ""));
        assertThat(ok(first.get(ADMINISTRATORS)).json().get("standing").asInt()).isEqualTo(1);
        isKept(first.delete(KEYS + firstKey));
        ok(first.post("/api/v1/admin/users/1/enable", ""));
        ok(first.delete(KEYS + firstKey));
        ok(nora.logIn(PersonClient.PASSWORD));
        isKept(nora.post("/api/v1/admin/users/1/disable", ""));
    }

    @Test
    void ofTwoWhoRevokeEachOtherAtOnceOneStays() throws Exception {
        Client.Answer made = ok(first.post(ADMINISTRATORS, "{}"));
        Client second = venue.again(made.text("key"), made.text("secret"));
        ExecutorService both = Executors.newFixedThreadPool(2);
        CompletableFuture<Client.Answer> one =
                CompletableFuture.supplyAsync(() -> first.delete(KEYS + made.text("key")), both);
        CompletableFuture<Client.Answer> other =
                CompletableFuture.supplyAsync(() -> second.delete(KEYS + firstKey), both);

        assertThat(List.of(one.join().status(), other.join().status())).containsOnlyOnce(200);
        both.shutdown();
        Client left = one.join().status() == 200 ? first : second;
        assertThat(ok(left.get(ADMINISTRATORS)).json().get("standing").asInt()).isEqualTo(1);
    }

    /** Risk holds back; to let go again is the administrators', by whichever address. */
    @Test
    void riskSuspendsAFirmAndDoesNotLetItGoAgain() throws Exception {
        ok(first.post("/api/v1/admin/accounts", "{\"name\":\"Alice\",\"firm\":\"Acme\"}"));
        PersonClient rita = PersonClient.withRole(venue, "rita@example.com", "RISK");
        ok(rita.post("/api/v1/admin/suspend", body("scope", "FIRM", "target", "Acme")));
        String back = "{\"scope\":\"FIRM\",\"target\":\"Acme\",\"resume\":true}";
        assertThat(rita.post("/api/v1/admin/suspend", back).code()).isEqualTo("FORBIDDEN");
        ok(first.post("/api/v1/admin/suspend", back));
    }

    private static void isKept(Client.Answer answer) {
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("LAST_ADMINISTRATOR");
    }
}
