package io.rialto.gateway;

import static io.rialto.gateway.doors.VenueUnderTest.order;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rialto.gateway.doors.Client;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real process: started, traded with, killed, started again, and told to stop. */
class VenueProcessTest {
    private static final Pattern READY = Pattern.compile("ready http://127.0.0.1:(\\d+)");

    @TempDir
    private Path data;

    @Test
    void aKilledVenueComesBackWithItsBookItsBalancesAndItsAnswers() throws Exception {
        String account;
        Client.Answer placed;
        JsonNode book;
        Process first = start();
        try {
            Client administrator = administrator(port(first));
            account = administrator
                    .post("/api/v1/admin/accounts", "{\"name\":\"alice\"}")
                    .text("id");
            administrator.post(
                    "/api/v1/admin/deposits",
                    "{\"account\":\"" + account + "\",\"asset\":\"USD\",\"amount\":\"1000\"}");
            placed = trader(administrator, account).post("/api/v1/orders", order("BUY", "1", "100.00"), "order-1");
            assertThat(placed.status()).isEqualTo(201);
            assertThat(placed.text("ack")).isEqualTo("DURABLE");
            book = administrator.get("/api/v1/market/BTC-USD/book").json();
        } finally {
            first.destroyForcibly().waitFor();
        }
        Process second = start();
        try {
            Client administrator = administrator(port(second));
            assertThat(administrator.get("/api/v1/market/BTC-USD/book").json()).isEqualTo(book);
            Client.Answer order = administrator.get("/api/v1/orders/" + placed.text("id") + "?account=" + account);
            assertThat(order.json()).isEqualTo(placed.json());
            JsonNode usd = administrator
                    .get("/api/v1/portfolio/balances?account=" + account)
                    .json()
                    .get("items")
                    .get(0);
            assertThat(usd.get("held").asText()).isEqualTo("100.00000000");
        } finally {
            second.destroy();
            assertThat(second.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void faultsOfTheSettingsAreToldTogetherAndEndWithTwo() throws Exception {
        Process process = start("--durability", "maybe", "--profile", "fast");
        String output = new String(process.getInputStream().readAllBytes());

        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(output).contains("journal.durability must be one of", "line.profile must be one of");
    }

    private static Client trader(Client administrator, String account) {
        Client.Answer made = administrator.post(
                "/api/v1/admin/accounts/" + account + "/api-keys", "{\"label\":\"t\",\"scopes\":[\"trade\"]}");
        int port = Integer.parseInt(made.response().uri().toString().replaceAll("http://127.0.0.1:(\\d+)/.*", "$1"));
        return new Client(port, made.text("key"), made.text("secret"));
    }

    private Client administrator(int port) throws IOException {
        JsonNode file =
                new ObjectMapper().readTree(data.resolve("bootstrap-admin.json").toFile());
        return new Client(port, file.get("key").asText(), file.get("secret").asText());
    }

    private Process start(String... more) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> flag.startsWith("--add-") || flag.startsWith("-Dchronicle"))
                .forEach(command::add);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "io.rialto.gateway.Main"));
        command.addAll(List.of("run", "--port", "0", "--data", data.toString()));
        command.addAll(List.of(more));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static int port(Process process) throws IOException {
        BufferedReader lines = process.inputReader();
        List<String> said = new ArrayList<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            said.add(line);
            Matcher ready = READY.matcher(line);
            if (ready.find()) return Integer.parseInt(ready.group(1));
        }
        throw new AssertionError("the venue ended before it was ready: " + Map.of("said", said));
    }
}
