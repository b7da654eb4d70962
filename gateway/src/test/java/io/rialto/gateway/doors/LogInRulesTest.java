package io.rialto.gateway.doors;

import static io.rialto.gateway.doors.PersonClient.PASSWORD;
import static io.rialto.gateway.doors.VenueUnderTest.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogInRulesTest {
    private static final String WRONG = "not that password at all";

    @TempDir
    private Path data;

    private final TurnedClock clock = new TurnedClock(Instant.now());

    @Test
    void anUnknownUserAndAWrongPasswordGetTheSameAnswerAfterTheSameTime() throws Exception {
        try (VenueUnderTest venue = VenueUnderTest.open(data, Map.of(), clock)) {
            PersonClient nora = PersonClient.at(venue, "nora@example.com");
            ok(nora.register(PASSWORD));
            List<Long> known = new ArrayList<>();
            List<Long> unknown = new ArrayList<>();
            for (int i = 0; i < 7; i++) {
                clock.turn(Duration.ofMinutes(20));
                Client.Answer wrong = timed(known, nora);
                Client.Answer nobody = timed(unknown, PersonClient.at(venue, "nobody@example.com"));
                assertThat(nobody.status()).isEqualTo(wrong.status()).isEqualTo(401);
                assertThat(nobody.response().body().replaceAll("\"correlationId\":\"[^\"]*\"", ""))
                        .isEqualTo(wrong.response().body().replaceAll("\"correlationId\":\"[^\"]*\"", ""));
            }
            known.sort(null);
            unknown.sort(null);
            assertThat((double) unknown.get(3) / known.get(3))
                    .as("medians %s %s", known, unknown)
                    .isBetween(0.4, 2.5);
        }
    }

    private static Client.Answer timed(List<Long> times, PersonClient person) {
        long start = System.nanoTime();
        Client.Answer answer = person.logIn(WRONG);
        times.add(System.nanoTime() - start);
        return answer;
    }

    @Test
    void whoFailsWaitsTwiceAsLongEachTimeAlsoWithTheRightPasswordAndAcrossARestart() throws Exception {
        PersonClient nora;
        try (VenueUnderTest venue = VenueUnderTest.open(data, Map.of(), clock)) {
            nora = PersonClient.at(venue, "nora@example.com");
            ok(nora.register(PASSWORD));
            fails(nora, 5);
            waits(nora, 1);
            clock.turn(Duration.ofMillis(999));
            waits(nora, 1);
            clock.turn(Duration.ofMillis(1));
            fails(nora, 1);
            waits(nora, 2);
            clock.turn(Duration.ofSeconds(2));
            fails(nora, 1);
        }
        try (VenueUnderTest venue = VenueUnderTest.open(data, Map.of(), clock)) {
            nora = PersonClient.at(venue, "nora@example.com");
            waits(nora, 4);
            PersonClient nobody = PersonClient.at(venue, "nobody@example.com");
            fails(nobody, 5);
            waits(nobody, 1);
            clock.turn(Duration.ofSeconds(4));
            ok(nora.logIn(PASSWORD));
            fails(nora, 5);
            waits(nora, 1);
        }
    }

    @Test
    void aWaitIsNeverLongerThanAQuarterOfAnHour() throws Exception {
        try (VenueUnderTest venue = VenueUnderTest.open(data, Map.of(), clock)) {
            PersonClient nora = PersonClient.at(venue, "nora@example.com");
            ok(nora.register(PASSWORD));
            fails(nora, 5);
            for (int i = 0; i < 12; i++) {
                clock.turn(Duration.ofMinutes(15));
                fails(nora, 1);
            }
            waits(nora, 900);
            clock.turn(Duration.ofDays(1).plusSeconds(1));
            fails(nora, 5);
            waits(nora, 1);
        }
    }

    @Test
    void anAddressThatTriesManyUsersWaitsToo() throws Exception {
        try (VenueUnderTest venue = VenueUnderTest.open(data, Map.of(), clock)) {
            PersonClient nora = PersonClient.at(venue, "nora@example.com");
            ok(nora.register(PASSWORD));
            for (int i = 0; i < 20; i++) fails(PersonClient.at(venue, "user" + i + "@example.com"), 1);
            waits(nora, 1);
            clock.turn(Duration.ofSeconds(1));
            ok(nora.logIn(PASSWORD));
        }
    }

    @Test
    void manyGuessesAtOnceAreNotMoreThanThoseThatAreFree() throws Exception {
        try (VenueUnderTest venue = VenueUnderTest.open(data, Map.of(), clock)) {
            ok(PersonClient.at(venue, "nora@example.com").register(PASSWORD));
            ExecutorService many = Executors.newFixedThreadPool(16);
            List<CompletableFuture<Integer>> guesses = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                guesses.add(CompletableFuture.supplyAsync(
                        () -> PersonClient.at(venue, "nora@example.com")
                                .logIn(WRONG)
                                .status(),
                        many));
            }
            assertThat(guesses.stream().map(CompletableFuture::join).filter(status -> status == 401))
                    .hasSize(5);
            many.shutdown();
        }
    }

    private static void fails(PersonClient person, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(person.logIn(WRONG).code()).isEqualTo("WRONG_CREDENTIALS");
        }
    }

    private static void waits(PersonClient person, int seconds) {
        Client.Answer answer = person.logIn(PASSWORD);
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.code()).isEqualTo("TOO_MANY_ATTEMPTS");
        assertThat(answer.header("Retry-After")).isEqualTo(Integer.toString(seconds));
    }
}
