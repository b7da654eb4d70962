package io.rialto.gateway.doors;

import static io.rialto.gateway.doors.PersonClient.PASSWORD;
import static io.rialto.gateway.doors.PersonClient.body;
import static io.rialto.gateway.doors.VenueUnderTest.ok;
import static io.rialto.gateway.doors.VenueUnderTest.order;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rialto.gateway.access.Role;
import io.rialto.gateway.access.Scope;
import io.rialto.gateway.http.Route;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoleRulesTest {
    private static final Set<String> HELD_BACK_BY_RISK = Set.of(
            "POST /admin/halt",
            "POST /admin/kill",
            "POST /admin/suspend",
            "POST /admin/accounts/{id}/suspend",
            "PUT /admin/accounts/{id}/state",
            "POST /admin/orders/cancel",
            "POST /admin/limits",
            "PUT /admin/credit",
            "POST /admin/proposals",
            "POST /admin/proposals/{id}/withdraw",
            "POST /risk-rules",
            "PUT /risk-rules/{id}",
            "DELETE /risk-rules/{id}");

    @TempDir
    private Path data;

    @ParameterizedTest
    @EnumSource
    void everyRouteIsOpenToTheRolesThatItIsForAndToNoOther(Role role) throws Exception {
        try (VenueUnderTest venue = VenueUnderTest.open(data)) {
            PersonClient person = PersonClient.withRole(venue, "nora@example.com", role.name());
            assertThat(venue.routes().stream()
                            .map(route -> route.method() + " " + route.path().replace("/api/v1", ""))
                            .toList())
                    .containsAll(HELD_BACK_BY_RISK);
            for (Route route : venue.routes()) {
                if (route.path().endsWith("/auth/logout")) continue;
                String path = route.path().replaceAll("\\{\\w+}", "0");
                boolean isRefused = person.send(route.method(), path, "").status() == 403;
                assertThat(isRefused)
                        .as("%s %s %s", role, route.method(), route.path())
                        .isEqualTo(!isFor(role, route));
            }
            ok(person.post("/api/v1/auth/logout", ""));
        }
    }

    private static boolean isFor(Role role, Route route) {
        if (route.scope().isEmpty() || route.scope().get() == Scope.READ) return true;
        if (route.scope().get() != Scope.ADMIN) return role == Role.TRADER || role == Role.BROKER;
        if (role == Role.ADMIN) return true;
        boolean isOfMarket =
                !route.path().contains("/monitoring") && !route.path().equals("/metrics");
        boolean isRead = route.method().equals("GET") && isOfMarket;
        boolean isHold =
                HELD_BACK_BY_RISK.contains(route.method() + " " + route.path().replace("/api/v1", ""));
        return isRead && (role == Role.RISK || role == Role.AUDITOR) || isHold && role == Role.RISK;
    }

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
