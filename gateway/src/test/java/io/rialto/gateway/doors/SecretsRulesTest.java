package io.rialto.gateway.doors;

import static io.rialto.gateway.doors.PersonClient.PASSWORD;
import static io.rialto.gateway.doors.PersonClient.body;
import static io.rialto.gateway.doors.VenueUnderTest.ok;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rialto.gateway.doors.VenueUnderTest.Trader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Every secret that was used in a venue's life is looked for wherever the venue leaves something behind. */
class SecretsRulesTest {
    private static final String FIRST_KEY = "bootstrap-admin.json";

    @TempDir
    private Path data;

    private final Map<String, String> secrets = new LinkedHashMap<>();
    private final List<String> answers = new ArrayList<>();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(Logger.ROOT_LOGGER_NAME);

    @BeforeEach
    void listen() {
        log.start();
        root.addAppender(log);
    }

    @AfterEach
    void leave() {
        root.detachAppender(log);
    }

    @Test
    void noSecretIsFoundAgain() throws Exception {
        try (VenueUnderTest venue = VenueUnderTest.open(data)) {
            programs(venue);
            people(venue);
            wrongOnes(venue);
        }
        assertThat(secrets).hasSizeGreaterThan(7);
        assertThat(log.list).isNotEmpty();
        assertThat(foundIn("the log", logged())).isEmpty();
        assertThat(foundIn("later answers", String.join("\n", answers))).isEmpty();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (file.getFileName().toString().equals(FIRST_KEY)) continue;
                assertThat(foundIn(data.relativize(file).toString(), text(file)))
                        .isEmpty();
            }
        }
    }

    /** So that looking is known to find. */
    @Test
    void theFirstKeyIsFoundWhereItIs() throws Exception {
        try (VenueUnderTest venue = VenueUnderTest.open(data)) {
            programs(venue);
        }
        assertThat(foundIn(FIRST_KEY, text(data.resolve(FIRST_KEY)))).containsExactly("first key in " + FIRST_KEY);
    }

    private void programs(VenueUnderTest venue) throws Exception {
        secrets.put(
                "first key",
                new ObjectMapper()
                        .readTree(data.resolve(FIRST_KEY).toFile())
                        .get("secret")
                        .asText());
        Trader trader = venue.trader("tess", Map.of("USD", "1000"));
        secrets.put("trader's key", trader.secret());
        trader.places("BUY", "1", "100.00");
        Client.Answer made = ok(trader.client().post("/api/v1/api-keys", "{\"label\":\"bot\",\"scopes\":[\"read\"]}"));
        secrets.put("bot's key", made.text("secret"));
        Client bot = venue.again(made.text("key"), made.text("secret"));
        answers.add(ok(bot.get("/api/v1/portfolio/balances")).toString());
        answers.add(ok(trader.client().get("/api/v1/api-keys")).toString());
        answers.add(ok(venue.administrator().get("/api/v1/admin/accounts/" + trader.account() + "/api-keys"))
                .toString());
    }

    private void people(VenueUnderTest venue) throws Exception {
        PersonClient nora = PersonClient.member(venue, "nora@example.com");
        secrets.put("password", PASSWORD);
        secrets.put("first access token", nora.accessToken());
        secrets.put("first refresh token", nora.refreshToken());
        ok(nora.refresh());
        secrets.put("access token", nora.accessToken());
        secrets.put("refresh token", nora.refreshToken());
        answers.add(ok(nora.get("/api/v1/users/me")).toString());
        answers.add(ok(nora.get("/api/v1/users/me/sessions")).toString());
        Client.Answer begun = ok(nora.post("/api/v1/users/me/second-factor", body("password", PASSWORD)));
        secrets.put("second factor", begun.text("secret"));
        answers.add(ok(venue.administrator().get("/api/v1/admin/users")).toString());
    }

    /** What somebody nearly knew is a secret as well. */
    private void wrongOnes(VenueUnderTest venue) {
        secrets.put("mistyped password", "a quiet mourning in Trieste");
        answers.add(PersonClient.at(venue, "nora@example.com")
                .logIn("a quiet mourning in Trieste")
                .toString());
        secrets.put("token of elsewhere", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI3In0.c2VjcmV0c2VjcmV0c2VjcmV0");
        answers.add(PersonClient.at(venue, "nora@example.com")
                .bears("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI3In0.c2VjcmV0c2VjcmV0c2VjcmV0")
                .get("/api/v1/users/me")
                .toString());
    }

    private String logged() {
        StringBuilder all = new StringBuilder();
        for (ILoggingEvent event : List.copyOf(log.list)) {
            all.append(event.getFormattedMessage()).append('\n');
            if (event.getThrowableProxy() != null) {
                all.append(event.getThrowableProxy().getMessage()).append('\n');
            }
        }
        return all.toString();
    }

    private List<String> foundIn(String where, String text) {
        return secrets.entrySet().stream()
                .filter(secret -> text.contains(secret.getValue()))
                .map(secret -> secret.getKey() + " in " + where)
                .toList();
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    }
}
