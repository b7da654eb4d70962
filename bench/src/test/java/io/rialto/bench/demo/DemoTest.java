package io.rialto.bench.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rialto.bench.traders.Tally;
import io.rialto.bench.venue.JvmFlags;
import io.rialto.bench.venue.VenueClient;
import io.rialto.gateway.control.OwnerFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class DemoTest {
    private static final List<String> BUSY = List.of("BTC-USD", "ETH-USD", "BTC-EUR", "ETH-BTC");
    private static final long SEED = 3;

    @TempDir
    private Path data;

    @Test
    void theVenueIsAlive() throws Exception {
        try (Demo demo = Demo.open(data, 0, line -> {})) {
            Demo.Logins logins = demo.logins();
            assertThat(logins.trader().email()).isEqualTo("trader@demo.example");
            VenueClient admin = demo.administrator();

            demo.run(SEED, 1, 200, () -> !isAlive(admin, demo.tally()), line -> {});

            for (String symbol : BUSY) {
                JsonNode last = admin.get("/api/v1/market/" + symbol + "/auction")
                        .body()
                        .path("last");
                assertThat(last.path("volume").asDouble())
                        .as(symbol + " " + last)
                        .isPositive();
            }
            JsonNode quiet = admin.get("/api/v1/market/OIL-EUR/book").body();
            assertThat(quiet.path("bids")).isNotEmpty();
            assertThat(quiet.path("asks")).isNotEmpty();
            assertThat(admin.get("/api/v1/market/OIL-EUR/trades").body().path("items"))
                    .isEmpty();
            assertThat(demo.tally().unexpected()).as(demo.tally().line()).isEmpty();
            assertThat(admin.get("/api/v1/admin/users").body().path("items")).hasSize(2);
            Path accounts = data.resolve("demo-accounts.json");
            assertThat(OwnerFile.isOpenToOthers(accounts)).isFalse();
            JsonNode first = new ObjectMapper().readTree(accounts.toFile()).at("/items/0");
            VenueClient desk = new VenueClient(
                    demo.address(),
                    first.path("key").asText(),
                    first.path("secret").asText());
            assertThat(desk.get("/api/v1/orders?limit=1").body().path("items")).isNotEmpty();
        }
    }

    /** Trades of continuous trading everywhere, beside those of the auctions. */
    private static boolean isAlive(VenueClient admin, Tally tally) {
        if (tally.orders() % 20 != 0 || tally.fills() < BUSY.size()) return false;
        return BUSY.stream().allMatch(symbol -> trades(admin, symbol) >= 5);
    }

    private static long trades(VenueClient admin, String symbol) {
        try {
            long auction = admin.get("/api/v1/market/" + symbol + "/auction")
                    .body()
                    .path("last")
                    .path("sequence")
                    .asLong(Long.MAX_VALUE - 1_000);
            long later = 0;
            for (JsonNode trade : admin.get("/api/v1/market/" + symbol + "/trades?limit=20")
                    .body()
                    .path("items")) {
                if (trade.path("sequence").asLong() > auction + 100) later++;
            }
            return later;
        } catch (IOException gone) {
            throw new AssertionError(gone);
        }
    }

    @Test
    void aSignalEndsItInOrder() throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JvmFlags.own());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "io.rialto.bench.BenchMain"));
        command.addAll(List.of("demo", "--port", "0", "--opening", "1", "--data", data.toString()));
        Process demo = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> printed = new ArrayList<>();
        try (BufferedReader lines = demo.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                printed.add(line);
                if (line.startsWith("opening auctions")) demo.toHandle().destroy();
            }
        }

        assertThat(demo.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(printed).anyMatch(line -> line.startsWith("trader        trader@demo.example  "));
        assertThat(printed).anyMatch(line -> line.startsWith("ready http://127.0.0.1:"));
        assertThat(printed).as(printed.toString()).anyMatch(line -> line.startsWith("stopped sequence="));
        try (Demo again = Demo.open(data, 0, line -> {})) {
            assertThat(again.logins().trader().email()).isEqualTo("trader-2@demo.example");
        }
    }
}
