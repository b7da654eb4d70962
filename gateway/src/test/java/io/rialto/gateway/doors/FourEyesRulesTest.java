package io.rialto.gateway.doors;

import static io.rialto.gateway.doors.PersonClient.body;
import static io.rialto.gateway.doors.VenueUnderTest.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rialto.gateway.control.RealPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FourEyesRulesTest {
    private static final Map<String, String> ON = Map.of("people.four-eyes", "on");
    private static final String CHANGES = "/api/v1/admin/changes";
    private static final String DEPOSITS = "/api/v1/admin/deposits";

    @TempDir
    private Path data;

    @TempDir
    private Path elsewhere;

    private final TurnedClock clock = new TurnedClock(Instant.now());

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsDangerousWaitsForAnotherAndThenPassesOnce(boolean isPostgres) throws Exception {
        Map<String, String> options = new HashMap<>(ON);
        if (isPostgres) options.putAll(RealPostgres.settings(elsewhere));
        try (VenueUnderTest venue = VenueUnderTest.open(data, options, clock)) {
            PersonClient nora = PersonClient.withRole(venue, "nora@example.com", "ADMIN");
            Client first = venue.administrator();
            String deposit = money(nora, "250");
            long before = venue.sequence();

            Client.Answer asked = nora.post(DEPOSITS, deposit);
            assertThat(asked.status()).isEqualTo(202);
            assertThat(asked.text("state")).isEqualTo("PENDING");
            String id = asked.text("id");
            assertThat(nora.post(DEPOSITS, deposit).text("id")).isEqualTo(id);
            assertThat(venue.sequence()).isEqualTo(before);
            JsonNode waiting = first.get(CHANGES).json().get("items").get(0);
            assertThat(waiting.get("body").asText()).isEqualTo(deposit);
            assertThat(waiting.get("askedBy").asText()).isEqualTo("user 1");
            assertThat(waiting.get("path").asText()).isEqualTo(DEPOSITS);

            assertThat(nora.post(CHANGES + "/" + id + "/approve", "").code()).isEqualTo("SAME_ADMINISTRATOR");
            ok(first.post(CHANGES + "/" + id + "/approve", ""));
            assertThat(first.post(CHANGES + "/" + id + "/approve", "").code()).isEqualTo("CHANGE_DECIDED");
            assertThat(nora.post(DEPOSITS, money(nora, "999")).status())
                    .as("not to the letter")
                    .isEqualTo(202);
            assertThat(first.post(DEPOSITS, deposit).status())
                    .as("approving is not asking")
                    .isEqualTo(202);
            assertThat(nora.post(DEPOSITS, deposit).status()).isEqualTo(201);
            assertThat(nora.post(DEPOSITS, deposit).status()).as("used").isEqualTo(202);
        }
    }

    @Test
    void oneWithAKeyBesideHimIsStillOne() throws Exception {
        try (VenueUnderTest venue = VenueUnderTest.open(data, Map.of(), clock)) {
            PersonClient nora = PersonClient.withRole(venue, "nora@example.com", "ADMIN");
            String account = nora.get("/api/v1/users/me").text("account");
            ok(nora.post("/api/v1/admin/accounts/" + account + "/api-keys", "{\"scopes\":[\"read\",\"admin\"]}"));
        }
        try (VenueUnderTest venue = VenueUnderTest.open(data, ON, clock)) {
            PersonClient nora = PersonClient.at(venue, "nora@example.com");
            ok(nora.logIn(PersonClient.PASSWORD));
            String account = nora.get("/api/v1/users/me").text("account");
            String path = "/api/v1/admin/accounts/" + account + "/api-keys";
            String asked = "{\"scopes\":[\"read\",\"admin\"]}";
            String id = nora.post(path, asked).text("id");
            assertThat(nora.post("/api/v1/admin/administrators", "{}").status()).isEqualTo(202);
            ok(venue.administrator().post(CHANGES + "/" + id + "/approve", ""));
            Client.Answer key = nora.post(path, asked);
            assertThat(key.status()).isEqualTo(201);
            Client robot = venue.again(key.text("key"), key.text("secret"));
            String deposit = nora.post(DEPOSITS, money(nora, "1")).text("id");
            assertThat(robot.post(CHANGES + "/" + deposit + "/approve", "").code())
                    .isEqualTo("SAME_ADMINISTRATOR");
        }
    }

    @Test
    void aChangeIsRefusedOrForgottenAndPassesNeverAfterThat() throws Exception {
        try (VenueUnderTest venue = VenueUnderTest.open(data, ON, clock)) {
            PersonClient nora = PersonClient.withRole(venue, "nora@example.com", "ADMIN");
            String role = "/api/v1/admin/users/1/role";
            String deposit = money(nora, "5");
            Client first = venue.administrator();
            String refused = first.post(role, body("role", "RISK")).text("id");
            ok(nora.post(CHANGES + "/" + refused + "/refuse", ""));
            assertThat(nora.post(CHANGES + "/" + refused + "/approve", "").code())
                    .isEqualTo("CHANGE_DECIDED");
            String approved = nora.post(DEPOSITS, deposit).text("id");
            String tooLate = nora.post(DEPOSITS, money(nora, "6")).text("id");
            ok(first.post(CHANGES + "/" + approved + "/approve", ""));
            assertThat(nora.post(CHANGES + "/x/approve", "").status()).isEqualTo(404);

            clock.turn(Duration.ofHours(24).plusSeconds(1));
            ok(nora.refresh());
            assertThat(nora.post(DEPOSITS, deposit).text("id")).isNotEqualTo(approved);
            assertThat(nora.post(CHANGES + "/" + tooLate + "/refuse", "").code())
                    .isEqualTo("CHANGE_DECIDED");
        }
    }

    @Test
    void whatCannotBeTakenBackOrMovesMoneyTakesTwo() throws Exception {
        try (VenueUnderTest venue = VenueUnderTest.open(data, ON, clock)) {
            Client first = venue.administrator();
            ok(first.post("/api/v1/admin/administrators", "{}"));
            for (String what : List.of(
                    "deposits",
                    "withdrawals",
                    "assets",
                    "instruments",
                    "instruments/BTC-USD/listing",
                    "instruments/BTC-USD/margin-tiers",
                    "fee-schedules",
                    "fee-assignments",
                    "insurance-fund",
                    "administrators",
                    "users/1/role",
                    "trades/1/bust")) {
                assertThat(first.post("/api/v1/admin/" + what, "").status())
                        .as(what)
                        .isEqualTo(202);
            }
        }
    }

    @Test
    void anApprovalIsGoodForOneOfManyAtOnce() throws Exception {
        try (VenueUnderTest venue = VenueUnderTest.open(data, ON, clock)) {
            PersonClient nora = PersonClient.withRole(venue, "nora@example.com", "ADMIN");
            String deposit = money(nora, "7");
            String id = nora.post(DEPOSITS, deposit).text("id");
            ok(venue.administrator().post(CHANGES + "/" + id + "/approve", ""));
            ExecutorService many = Executors.newFixedThreadPool(8);
            List<CompletableFuture<Integer>> sent = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                sent.add(CompletableFuture.supplyAsync(
                        () -> nora.post(DEPOSITS, deposit).status(), many));
            }
            assertThat(sent.stream().map(CompletableFuture::join).filter(status -> status == 201))
                    .hasSize(1);
            many.shutdown();
        }
    }

    @Test
    void aVenueWithOneAdministratorHasNobodyToAsk() throws Exception {
        try (VenueUnderTest venue = VenueUnderTest.open(data, ON, clock)) {
            assertThat(venue.administrator()
                            .post("/api/v1/admin/administrators", "{}")
                            .status())
                    .isEqualTo(201);
            assertThat(venue.administrator()
                            .post("/api/v1/admin/administrators", "{}")
                            .status())
                    .isEqualTo(202);
        }
    }

    @Test
    void anAdministratorsKeyIsNotMultipliedByItsHolder() throws Exception {
        try (VenueUnderTest venue = VenueUnderTest.open(data, ON, clock)) {
            Client first = venue.administrator();
            Client.Answer second = ok(first.post("/api/v1/admin/administrators", "{}"));
            String other = "/api/v1/api-keys/" + second.text("key");
            assertThat(first.post("/api/v1/api-keys", "{\"scopes\":[\"read\",\"admin\"]}")
                            .status())
                    .isEqualTo(202);
            assertThat(first.post(other + "/rotate", "{}").status()).isEqualTo(202);
            assertThat(first.put(other, "{\"label\":\"mine\"}").status()).isEqualTo(202);

            PersonClient nora = PersonClient.member(venue, "nora@example.com");
            assertThat(nora.post("/api/v1/api-keys", "{\"scopes\":[\"read\",\"trade\"]}")
                            .status())
                    .as("a trader's own key takes nobody else")
                    .isEqualTo(201);
        }
    }

    private static String money(PersonClient whose, String amount) {
        String account = whose.get("/api/v1/users/me").text("account");
        return body("account", account, "asset", "USD", "amount", amount);
    }
}
