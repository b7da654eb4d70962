package io.rialto.gateway.doors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rialto.engine.Core;
import io.rialto.engine.CoreOptions;
import io.rialto.engine.ring.Line;
import io.rialto.engine.ring.LineOptions;
import io.rialto.engine.ring.Profile;
import io.rialto.engine.ring.Stage;
import io.rialto.feeds.Feeds;
import io.rialto.feeds.FeedsOptions;
import io.rialto.gateway.access.Authenticator;
import io.rialto.gateway.access.Bearers;
import io.rialto.gateway.access.KeyRing;
import io.rialto.gateway.admin.ListingRoutes;
import io.rialto.gateway.control.ControlDatabase;
import io.rialto.gateway.control.Sealing;
import io.rialto.gateway.http.Doorway;
import io.rialto.gateway.http.Freshness;
import io.rialto.gateway.http.HttpDoor;
import io.rialto.gateway.http.Route;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.ingress.Admission;
import io.rialto.gateway.ingress.Ingress;
import io.rialto.gateway.keys.ApiKeys;
import io.rialto.gateway.keys.KeyWatch;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.requests.RequestRoutes;
import io.rialto.gateway.security.Scrapers;
import io.rialto.gateway.settings.Settings;
import io.rialto.gateway.settings.VenueConfig;
import io.rialto.gateway.tiers.RequestLimits;
import io.rialto.gateway.tracing.Tracing;
import io.rialto.protocol.frame.Frame;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A door on a line whose journal stands still until it is told to go on, or breaks. */
class PressureRulesTest {
    private static final int PLACES = 16;
    private static final int RESERVED = PLACES / 8;

    private final CountDownLatch goOn = new CountDownLatch(1);
    private final ExecutorService answers = Executors.newFixedThreadPool(2);
    private final Feeds feeds = new Feeds(FeedsOptions.defaults());
    private volatile Admission admission = Admission.OPEN;
    private volatile boolean breaks;
    private Line line;
    private ControlDatabase control;
    private Authenticator authenticator;
    private HttpDoor door;
    private RequestLimits limits;
    private ApiKeys programs;
    private Client administrator;

    @BeforeEach
    void open(@TempDir Path data) throws Exception {
        line = Line.start(
                LineOptions.of(Profile.SHARED).withRingSize(PLACES), new Core(CoreOptions.defaults()), new Still());
        control = ControlDatabase.open(data, VenueConfig.Control.EMBEDDED);
        KeyRing keys = KeyRing.open(control, Sealing.open(data, false), Clock.systemUTC());
        authenticator = Authenticator.open(
                data, keys, Bearers.NONE, new Authenticator.Windows(5_000, 60_000, 10_000), Clock.systemUTC());
        Ingress ingress = new Ingress(
                line,
                () -> admission,
                sequence -> Optional.empty(),
                answers,
                new Ingress.Limits(Duration.ofMillis(300), 100),
                Ingress.Watch.NOBODY,
                0);
        Freshness freshness = sequence -> {};
        Routes routes = new Routes()
                .add(new ListingRoutes(ingress, feeds.listings(), new Listed(feeds.listings(), freshness)))
                .add(new RequestRoutes(ingress, freshness, feeds.requests()));
        VenueConfig config = Settings.read(data, Optional.empty(), Map.of(), Map.of("http.port", "0"))
                .config();
        limits = RequestLimits.open(config, control, Clock.systemUTC());
        programs = ApiKeys.open(config.control(), control, keys, Clock.systemUTC());
        KeyWatch terms = programs.watch(feeds.orders(), new Listed(feeds.listings(), freshness), freshness);
        door = HttpDoor.open(
                config,
                routes,
                new Doorway(
                        authenticator,
                        freshness,
                        new Scrapers(List.of()),
                        limits.turnstile(),
                        terms,
                        Route.Gate.OPEN,
                        Route.Trail.NONE,
                        Tracing.NOBODY),
                HttpDoor.Watch.NOBODY,
                "/socket",
                socket -> {});
        JsonNode file = new ObjectMapper()
                .readTree(
                        keys.bootstrap(data.resolve("admin.json")).orElseThrow().toFile());
        administrator = new Client(
                door.port(), file.get("key").asText(), file.get("secret").asText());
    }

    @AfterEach
    void close() throws Exception {
        goOn.countDown();
        door.close();
        line.close();
        authenticator.close();
        limits.close();
        programs.close();
        control.close();
        answers.shutdown();
    }

    @Test
    void aFullLineIsAnAnswerAndNotAWait() {
        List<CompletableFuture<Client.Answer>> waiting = new ArrayList<>();
        for (int i = 0; i < PLACES - RESERVED; i++) {
            int number = i;
            waiting.add(CompletableFuture.supplyAsync(() -> lists("A" + number, "key-" + number), answers()));
        }
        await(() -> line.occupancy() >= PLACES - RESERVED);

        Client.Answer refused = lists("LATE", "late");
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.code()).isEqualTo("BUSY");
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(administrator.get("/api/v1/requests/late").text("status")).isEqualTo("NEVER_SEEN");

        goOn.countDown();
        assertThat(waiting)
                .allSatisfy(answer -> assertThat(answer.join().status()).isIn(201, 504));
        assertThat(lists("LATE", "late").status()).isEqualTo(201);
    }

    @Test
    void anAnswerThatDoesNotComeInTimeIsAnUnknownOutcomeAndSaysHowToAsk() {
        Client.Answer answer = lists("SLOW", "slow-key");

        assertThat(answer.status()).isEqualTo(504);
        assertThat(answer.code()).isEqualTo("UNKNOWN_OUTCOME");
        assertThat(answer.text("detail")).contains("/api/v1/requests/");
        assertThat(administrator.get("/api/v1/requests/slow-key").text("status"))
                .isEqualTo("IN_FLIGHT");
    }

    @Test
    void aBrokenJournalHaltsTheVenueAndNothingMoreIsTaken() {
        breaks = true;
        goOn.countDown();

        assertThat(lists("LOST", "lost").code()).isEqualTo("UNKNOWN_OUTCOME");
        Client.Answer after = lists("AFTER", "after");
        assertThat(after.status()).isEqualTo(503);
        assertThat(after.code()).isEqualTo("HALTED");
    }

    @Test
    void aFullDiskLetsNothingInButCancels() {
        goOn.countDown();
        admission = Admission.CANCELS_ONLY;
        Client.Answer refused = lists("FULL", "full");
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.code()).isEqualTo("JOURNAL_SPACE_LOW");
        assertThat(administrator.get("/api/v1/requests/any?fence=true").status())
                .isEqualTo(200);

        admission = Admission.CLOSED;
        assertThat(administrator.get("/api/v1/requests/other?fence=true").code())
                .isEqualTo("JOURNAL_SPACE_LOW");
    }

    private Client.Answer lists(String code, String key) {
        return administrator.post("/api/v1/admin/assets", "{\"code\":\"" + code + "\",\"scale\":2}", key);
    }

    private static ExecutorService answers() {
        return Executors.newSingleThreadExecutor();
    }

    private static void await(java.util.function.BooleanSupplier fact) {
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (!fact.getAsBoolean() && System.nanoTime() < deadline) Thread.onSpinWait();
        assertThat(fact.getAsBoolean()).isTrue();
    }

    private final class Still implements Stage {
        @Override
        public void onFrame(Frame frame) {
            try {
                goOn.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (breaks) throw new IllegalStateException("the disk is gone");
        }

        @Override
        public void onBatchEnd() {
            // Nothing is kept here.
        }
    }
}
