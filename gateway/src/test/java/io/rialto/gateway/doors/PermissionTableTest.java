package io.rialto.gateway.doors;

import static io.rialto.gateway.doors.VenueUnderTest.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.gateway.access.Role;
import io.rialto.gateway.access.Scope;
import io.rialto.gateway.http.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The table of {@code docs/permissions.md}, held against every route: nobody, every role and a key of each scope ask for each of
 * them over HTTP, with a parameter that no route knows. Who is let in is told so (400 of that parameter), and nothing is done;
 * anybody else gets 401 or 403.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PermissionTableTest {
    private static final Path TABLE = Path.of("../docs/permissions.md");
    private static final String UNKNOWN = "no-such-parameter";
    private static final String NOBODY = "nobody";

    /** Who is let in by a word of the table. */
    private static final Map<String, Set<String>> WORDS = Map.of(
            "everybody", everybody(),
            "READ", signed(),
            "people", Set.of("TRADER", "BROKER", "RISK", "AUDITOR", "ADMIN"),
            "TRADE", Set.of("TRADER", "BROKER", "key trade"),
            "ADMIN", Set.of("ADMIN", "key admin"),
            "ADMIN, BROKER", Set.of("ADMIN", "key admin", "BROKER"),
            "ADMIN, RISK", Set.of("ADMIN", "key admin", "RISK"),
            "ADMIN, AUDITOR", Set.of("ADMIN", "key admin", "AUDITOR"),
            "ADMIN, RISK, AUDITOR", Set.of("ADMIN", "key admin", "RISK", "AUDITOR"));

    private final Map<String, PersonClient> people = new LinkedHashMap<>();
    private final Map<String, Client> keys = new LinkedHashMap<>();
    private VenueUnderTest venue;

    private static Set<String> signed() {
        return Set.of("TRADER", "BROKER", "RISK", "AUDITOR", "ADMIN", "key read");
    }

    private static Set<String> everybody() {
        return Set.of(
                NOBODY,
                "TRADER",
                "BROKER",
                "RISK",
                "AUDITOR",
                "ADMIN",
                "key read",
                "key trade",
                "key withdraw",
                "key admin");
    }

    @BeforeAll
    void open(@TempDir Path data) throws Exception {
        venue = VenueUnderTest.open(data);
        for (Role role : Role.values()) {
            people.put(role.name(), PersonClient.withRole(venue, role + "@example.com", role.name()));
        }
        String account = venue.trader("alice", Map.of()).account();
        for (Scope scope : Scope.values()) {
            Client.Answer made = ok(venue.administrator()
                    .post(
                            "/api/v1/admin/accounts/" + account + "/api-keys",
                            "{\"scopes\":[\"" + scope.word() + "\"]}"));
            keys.put("key " + scope.word(), venue.again(made.text("key"), made.text("secret")));
        }
    }

    @AfterAll
    void close() {
        venue.close();
    }

    private static Map<String, String> table() throws IOException {
        Map<String, String> table = new TreeMap<>();
        for (String line : Files.readString(TABLE).lines().toList()) {
            String[] cells = line.split(" *\\| *");
            if (cells.length == 3 && cells[1].startsWith("`")) table.put(cells[1].replace("`", ""), cells[2]);
        }
        return table;
    }

    private static String name(Route route) {
        return route.method() + " " + route.path();
    }

    @Test
    void everyRouteIsInTheTableAndNothingElseIs() throws Exception {
        assertThat(table().keySet())
                .as("docs/permissions.md has a line for each route")
                .containsExactlyInAnyOrderElementsOf(
                        venue.routes().stream().map(PermissionTableTest::name).toList());
        assertThat(table().values()).allMatch(WORDS::containsKey);
    }

    @Test
    void everyRouteLetsInWhomTheTableSaysAndNobodyElse() throws Exception {
        Map<String, String> table = table();
        long before = venue.sequence();
        List<String> wrong = new ArrayList<>();
        for (Route route : venue.routes())
            wrong.addAll(wrong(route, table.getOrDefault(name(route), "not in the table")));
        assertThat(wrong).isEmpty();
        assertThat(venue.sequence()).as("nothing was done").isEqualTo(before);
    }

    /** So that it is known to find. */
    @Test
    void aWrongLineIsFound() {
        Route halt = venue.routes().stream()
                .filter(route -> name(route).equals("POST /api/v1/admin/halt"))
                .findFirst()
                .orElseThrow();
        assertThat(wrong(halt, "ADMIN")).containsExactly("POST /api/v1/admin/halt lets in RISK though: ADMIN");
        assertThat(wrong(halt, "ADMIN, RISK, AUDITOR"))
                .containsExactly("POST /api/v1/admin/halt answers AUDITOR 403 though: ADMIN, RISK, AUDITOR");
    }

    private List<String> wrong(Route route, String word) {
        List<String> wrong = new ArrayList<>();
        Map<String, Client.Answer> answers = answers(route, word.equals("people"));
        answers.forEach((who, answer) -> {
            boolean isLetIn = answer.status() == 400 && answer.text("field").equals(UNKNOWN);
            boolean isExpected = WORDS.getOrDefault(word, Set.of()).contains(who);
            int refusal = who.equals(NOBODY) ? 401 : 403;
            if (isLetIn && !isExpected) wrong.add(name(route) + " lets in " + who + " though: " + word);
            if (!isLetIn && isExpected)
                wrong.add(name(route) + " answers " + who + " " + answer.status() + " though: " + word);
            if (!isLetIn && !isExpected && answer.status() != refusal)
                wrong.add(name(route) + " refuses " + who + " by " + answer.status());
        });
        return wrong;
    }

    private Map<String, Client.Answer> answers(Route route, boolean isPersonal) {
        String plain = route.path().replaceAll("\\{\\w+}", "1");
        String path = plain + "?" + UNKNOWN + "=1";
        Map<String, Client.Answer> answers = new LinkedHashMap<>();
        answers.put(NOBODY, venue.nobody().raw(route.method(), path, "", Map.of()));
        people.forEach((who, person) -> answers.put(who, person.send(route.method(), path, "")));
        // That a program is no person is found by the route itself: it is asked as it is.
        keys.forEach((who, key) -> answers.put(who, key.send(route.method(), isPersonal ? plain : path, "", Map.of())));
        return answers;
    }
}
