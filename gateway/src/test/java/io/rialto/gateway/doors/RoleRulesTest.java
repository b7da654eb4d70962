package io.rialto.gateway.doors;

import static io.rialto.gateway.doors.PersonClient.PASSWORD;
import static io.rialto.gateway.doors.PersonClient.body;
import static io.rialto.gateway.doors.VenueUnderTest.ok;
import static io.rialto.gateway.doors.VenueUnderTest.order;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rialto.gateway.access.Role;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoleRulesTest {
    @TempDir
    private Path data;

    @Test
    void whoSeesEverythingReadsAnyAccountAndNobodyElseDoes() throws Exception {
        try (VenueUnderTest venue = VenueUnderTest.open(data)) {
            String account = venue.trader("alice", Map.of("USD", "5")).account();
            String path = "/api/v1/portfolio/balances?account=" + account;
            for (Role role : Role.values()) {
                PersonClient person = PersonClient.withRole(venue, role.name() + "@example.com", role.name());
                assertThat(person.get(path).status()).as(role.name()).isEqualTo(role.seesAll() ? 200 : 404);
            }
        }
    }

    @Test
    void anAdministratorGivesRolesAndTheyCountAtOnce() throws Exception {
        try (VenueUnderTest venue = VenueUnderTest.open(data)) {
            PersonClient first = PersonClient.withRole(venue, "first@example.com", "ADMIN");
            PersonClient nora = PersonClient.member(venue, "nora@example.com");
            String number = nora.get("/api/v1/users/me").text("id");
            assertThat(nora.get("/api/v1/admin/users").status()).isEqualTo(403);
            assertThat(nora.post("/api/v1/admin/users/" + number + "/role", body("role", "ADMIN"))
                            .status())
                    .isEqualTo(403);
            assertThat(first.post("/api/v1/admin/users/" + number + "/role", body("role", "KING"))
                            .text("field"))
                    .isEqualTo("role");
            ok(first.post("/api/v1/admin/users/" + number + "/role", body("role", "AUDITOR")));
            JsonNode users = nora.get("/api/v1/admin/users").json().get("items");
            assertThat(users).hasSize(2);
            assertThat(users.get(1).get("role").asText()).isEqualTo("AUDITOR");
            assertThat(users.toString()).doesNotContain("argon2", "hash");
            assertThat(nora.post("/api/v1/orders", order("BUY", "1", "1.00")).status())
                    .isEqualTo(403);
            assertThat(first.get("/api/v1/admin/users/99").code()).isEqualTo("UNKNOWN_USER");
        }
    }

    @Test
    void whoIsDisabledIsOutAtOnceAndStaysOut() throws Exception {
        try (VenueUnderTest venue = VenueUnderTest.open(data)) {
            PersonClient nora = PersonClient.member(venue, "nora@example.com");
            String path = "/api/v1/admin/users/" + nora.get("/api/v1/users/me").text("id");
            ok(venue.administrator().post(path + "/disable", ""));
            assertThat(nora.get("/api/v1/users/me").code()).isEqualTo("SESSION_ENDED");
            assertThat(nora.refresh().code()).isEqualTo("SESSION_ENDED");
            assertThat(nora.logIn("not that password").code()).isEqualTo("WRONG_CREDENTIALS");
            assertThat(nora.logIn(PASSWORD).code()).isEqualTo("USER_DISABLED");
            ok(venue.administrator().post(path + "/enable", ""));
            assertThat(nora.get("/api/v1/users/me").code()).isEqualTo("SESSION_ENDED");
            ok(nora.logIn(PASSWORD));
        }
    }

    @Test
    void theKeysOfWhoIsDisabledStopWithHimAndComeBackWithHim() throws Exception {
        try (VenueUnderTest venue = VenueUnderTest.open(data)) {
            PersonClient nora = PersonClient.member(venue, "nora@example.com");
            String path = "/api/v1/admin/users/" + nora.get("/api/v1/users/me").text("id");
            Client.Answer made = ok(nora.post("/api/v1/api-keys", "{\"scopes\":[\"read\",\"trade\"]}"));
            Client robot = venue.again(made.text("key"), made.text("secret"));
            Client other = venue.trader("bob", Map.of()).client();
            SocketClient socket = SocketClient.at(venue.port());
            assertThat(socket.signs(robot, Map.of(), "").get("status").asInt()).isEqualTo(200);

            ok(venue.administrator().post(path + "/disable", ""));
            assertThat(robot.get("/api/v1/api-keys").code()).isEqualTo("USER_DISABLED");
            assertThat(robot.post("/api/v1/orders", order("BUY", "1", "1.00")).status())
                    .isEqualTo(403);
            assertThat(socket.next().get("op").asText()).isEqualTo("closed");
            ok(other.get("/api/v1/api-keys"));

            ok(venue.administrator().post(path + "/enable", ""));
            ok(robot.get("/api/v1/api-keys"));
        }
    }

    @Test
    void historyTellsAPersonFromTheKeysOfHisAccount() throws Exception {
        try (VenueUnderTest venue = VenueUnderTest.open(data)) {
            PersonClient nora = PersonClient.member(venue, "nora@example.com");
            JsonNode me = nora.get("/api/v1/users/me").json();
            String account = me.get("account").asText();
            Client administrator = venue.administrator();
            ok(administrator.post(
                    "/api/v1/admin/deposits", body("account", account, "asset", "USD", "amount", "1000")));
            Client.Answer key = ok(administrator.post(
                    "/api/v1/admin/accounts/" + account + "/api-keys", "{\"scopes\":[\"read\",\"trade\"]}"));
            Client robot = venue.again(key.text("key"), key.text("secret"));
            ok(nora.post("/api/v1/orders", order("BUY", "1", "10.00")));
            ok(administrator.post(
                    "/api/v1/admin/kill",
                    body("scope", "TRADER", "target", me.get("id").asText())));
            assertThat(nora.post("/api/v1/orders", order("BUY", "1", "10.00")).code())
                    .isEqualTo("TRADER_KILLED");
            assertThat(nora.get("/api/v1/orders?status=OPEN").json().get("items"))
                    .isEmpty();
            ok(robot.post("/api/v1/orders", order("BUY", "1", "10.00")));
        }
    }
}
