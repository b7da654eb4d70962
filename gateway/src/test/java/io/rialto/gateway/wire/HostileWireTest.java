package io.rialto.gateway.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rialto.gateway.doors.VenueUnderTest;
import io.rialto.gateway.doors.VenueUnderTest.Trader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each line of {@code hostile-wire.jsonl}, byte by byte, at a venue that faces the internet: it is answered as it says, once, the
 * connection is not used any more where it can no longer be understood, and the journal stays as it was. The controls succeed.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileWireTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3})");
    private static final Pattern TIMES = Pattern.compile("\\{(\\d+)}");
    private static final int CLOSE = 0x88;

    private VenueUnderTest venue;
    private Trader trader;

    @BeforeAll
    void open(@TempDir Path data) throws Exception {
        venue = VenueUnderTest.open(
                data,
                Map.of(
                        "security.preset", "production",
                        "security.hosts", "venue.example.com, 127.0.0.1",
                        "security.origins", "https://app.example.com",
                        "security.proxies", "10.0.0.0/8",
                        "http.idle-timeout", "1000"));
        trader = venue.trader("tess", Map.of("USD", "1000"));
    }

    @AfterAll
    void close() {
        venue.close();
    }

    @TestFactory
    Stream<DynamicTest> itIsAnsweredAsItSays() throws IOException {
        String table;
        try (var file = HostileWireTest.class.getResourceAsStream("/hostile-wire.jsonl")) {
            table = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
        return table.lines().map(HostileWireTest::row).map(row -> DynamicTest.dynamicTest(name(row), () -> check(row)));
    }

    private static String name(JsonNode row) {
        return row.get("kind").asText() + ": " + row.get("name").asText();
    }

    private void check(JsonNode row) throws IOException {
        long before = venue.sequence();
        String frames = TIMES.matcher(row.path("frames").asText(""))
                .replaceAll(match -> "61".repeat(Integer.parseInt(match.group(1))));
        boolean staysOpen = row.path("close").asInt(-1) == 0;
        RawExchange.Said said =
                RawExchange.exchange(venue.port(), filled(row.get("send").asText()), frames, staysOpen);

        List<Integer> statuses = statuses(said.text());
        assertThat(statuses)
                .as(said.text())
                .hasSize(said.text().isEmpty() ? 0 : row.path("answers").asInt(1));
        int status = statuses.isEmpty() ? 0 : statuses.get(0);
        assertThat(allowed(row.get("status"))).as(said.text()).contains(status);
        if (row.has("code"))
            assertThat(said.text()).contains("\"code\":\"" + row.get("code").asText() + "\"");
        if (row.has("has")) assertThat(said.text()).contains(row.get("has").asText());
        if (row.has("without"))
            assertThat(said.text()).doesNotContain(row.get("without").asText());
        if (status >= 400 && !said.text().startsWith("HTTP/1.1 426")) isProblem(said.text());
        if (row.path("close").asInt(0) > 0 || row.path("close").isArray()) {
            assertThat(allowed(row.get("close"))).contains(closing(said.frames()));
        }
        if (status == 400 || status == 0 || !frames.isEmpty())
            assertThat(said.isClosed()).isTrue();
        assertThat(venue.sequence()).isEqualTo(before);
    }

    private static void isProblem(String answer) {
        assertThat(answer)
                .contains("application/problem+json", "\"correlationId\":\"", "X-Content-Type-Options: nosniff")
                .doesNotContain("jetty", "Exception", "\tat ", "io.rialto", "<html");
    }

    private static List<Integer> statuses(String text) {
        List<Integer> all = new ArrayList<>();
        Matcher found = STATUS.matcher(text);
        while (found.find()) all.add(Integer.valueOf(found.group(1)));
        return all;
    }

    private static List<Integer> allowed(JsonNode one) {
        List<Integer> all = new ArrayList<>();
        if (one.isArray()) one.forEach(each -> all.add(each.asInt()));
        else all.add(one.asInt());
        return all;
    }

    /** The code of the first closing frame; 0 for none. */
    private static int closing(byte[] frames) {
        int at = 0;
        while (at + 4 <= frames.length) {
            if ((frames[at] & 0xFF) == CLOSE) return (frames[at + 2] & 0xFF) << 8 | frames[at + 3] & 0xFF;
            at += 2 + (frames[at + 1] & 0x7F);
        }
        return 0;
    }

    private String filled(String text) {
        String whole = text.replace("{now}", Long.toString(System.currentTimeMillis()))
                .replace("{nonce}", UUID.randomUUID().toString())
                .replace("{key}", trader.key())
                .replace("{2000 headers}", "X-A: a\r\n".repeat(2_000));
        return TIMES.matcher(whole).replaceAll(match -> "a".repeat(Integer.parseInt(match.group(1))));
    }

    private static JsonNode row(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new AssertionError(line, e);
        }
    }
}
