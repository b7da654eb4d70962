package io.rialto.gateway.doors;

import static io.rialto.gateway.doors.VenueUnderTest.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rialto.replay.ReplayMain;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alice trades with Bob and takes her history home. */
class ExportRulesTest extends TwoTraders {
    private static final String EXPORTS = "/api/v1/exports/";

    @TempDir
    Path elsewhere;

    @BeforeEach
    void trade() {
        for (int i = 1; i <= 3; i++) {
            ok(bob.places("SELL", Integer.toString(i), "100.00"));
            ok(alice.places("BUY", Integer.toString(i), "100.00"));
        }
    }

    private Client.Answer get(String path) {
        return ok(alice.client().get(EXPORTS + path));
    }

    private static List<String> lines(Client.Answer csv) {
        String text = csv.response().body();
        assertThat(text).endsWith("\r\n");
        return List.of(text.split("\r\n"));
    }

    private static int range(Path home, Client.Answer export) {
        StringWriter out = new StringWriter();
        return ReplayMain.run(
                new PrintWriter(out),
                new PrintWriter(out),
                "range",
                "--data",
                home.toString(),
                "--first",
                export.header("X-Journal-First"),
                "--last",
                export.header("X-Journal-Last"),
                "--expect",
                export.header("X-Journal-Hash"),
                "--expect-before",
                export.header("X-Journal-Hash-Before"));
    }

    @Test
    void everyKindIsToldInBothFormats() {
        for (String kind : List.of("fills", "orders", "ledger", "statements", "equity")) {
            Client.Answer json = get(kind + "?format=json");
            Client.Answer csv = get(kind + "?format=csv");
            List<String> lines = lines(csv);
            int rows = json.json().get("rows").asInt();
            assertThat(json.json().get("items")).hasSize(rows);
            assertThat(lines).hasSize(rows + 1);
            assertThat(csv.header("X-Export-Rows")).isEqualTo(Integer.toString(rows));
            assertThat(csv.header("X-Export-Whole")).isEqualTo("true");
            assertThat(csv.header("Content-Type")).startsWith("text/csv");
            List<String> columns = List.of(lines.get(0).split(","));
            for (int i = 0; i < rows; i++) {
                JsonNode item = json.json().get("items").get(i);
                assertThat(columns).isEqualTo(names(item));
                assertThat(lines.get(i + 1).split(",", -1)).hasSameSizeAs(columns);
            }
        }
        assertThat(get("fills").json().get("items")).hasSize(3);
    }

    private static List<String> names(JsonNode item) {
        List<String> names = new ArrayList<>();
        item.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void theLedgersRowsAreTheLedgers() {
        JsonNode ledger =
                ok(alice.client().get("/api/v1/ledger?limit=1000")).json().get("items");
        JsonNode exported = get("ledger").json().get("items");
        assertThat(exported.findValuesAsText("id")).isEqualTo(ledger.findValuesAsText("id"));
        assertThat(exported.findValuesAsText("amount")).isEqualTo(ledger.findValuesAsText("amount"));
        long middle = exported.get(4).get("sequence").asLong();
        JsonNode later = get("ledger?afterSequence=" + middle).json();
        JsonNode earlier = get("ledger?toSequence=" + middle).json();
        assertThat(later.get("rows").asInt() + earlier.get("rows").asInt()).isEqualTo(exported.size());
        assertThat(later.at("/journal/first").asLong()).isEqualTo(middle + 1);
        assertThat(later.at("/journal/hashBefore")).isEqualTo(earlier.at("/journal/hash"));
    }

    @Test
    void acceptAsksForTheFormatAsWell() {
        Client.Answer csv = ok(alice.client().send("GET", EXPORTS + "fills", "", Map.of("Accept", "text/csv")));
        assertThat(csv.header("Content-Type")).startsWith("text/csv");
    }

    @Test
    void whatASpreadsheetWouldRunIsHarmless() {
        ok(alice.client()
                .post(
                        "/api/v1/orders",
                        "{\"symbol\":\"BTC-USD\",\"side\":\"BUY\",\"type\":\"LIMIT\",\"price\":\"1.00\",\"quantity\":\"1\","
                                + "\"clientOrderId\":\"-cmd\"}"));
        assertThat(get("orders?format=csv").response().body()).contains(",'-cmd,");
        assertThat(get("orders").json().at("/items/0/clientOrderId").asText()).isEqualTo("-cmd");
    }

    @Test
    void anExportIsKnownAgainInTheJournalAndInNoOther() throws Exception {
        Client.Answer whole = get("fills?format=csv");
        long middle = Long.parseLong(whole.header("X-Journal-Last")) - 2;
        Client.Answer part = get("ledger?afterSequence=5&toSequence=" + middle);
        assertThat(range(data, whole)).isZero();
        assertThat(range(data, part)).isZero();
        try (VenueUnderTest other = VenueUnderTest.open(elsewhere)) {
            other.trader("alice", Map.of("BTC", "1000", "USD", "1000001"));
            other.trader("bob", Map.of("BTC", "1000", "USD", "1000000"));
            for (int i = 0; i < 9; i++) other.trader("carol " + i, Map.of("USD", "1"));
        }
        assertThat(range(elsewhere, whole)).isOne();
        assertThat(range(elsewhere, part)).isOne();
        close();
        changeOneByte();
        assertThat(range(data, whole)).isOne();
    }

    private void changeOneByte() throws Exception {
        Path file;
        try (Stream<Path> files = Files.list(data.resolve("journal"))) {
            file = files.filter(each -> each.toString().endsWith(".cq4"))
                    .findFirst()
                    .orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(file);
        int at = 0;
        while (bytes[at] != 'R' || bytes[at + 1] != 'L' || bytes[at + 2] != 'T' || bytes[at + 3] != 'F') at++;
        bytes[at + 40] ^= 1;
        Files.write(file, bytes);
    }

    @Test
    void whatCannotBeExportedIsRefused() {
        assertThat(alice.client().get(EXPORTS + "secrets").status()).isEqualTo(404);
        for (String wrong : List.of(
                "fills?format=xls",
                "fills?interval=1h",
                "equity?afterSequence=1",
                "fills?afterSequence=9&toSequence=8",
                "fills?afterSequence=999999999",
                "ledger?account=" + bob.account())) {
            assertThat(alice.client().get(EXPORTS + wrong).status()).as(wrong).isIn(400, 404);
        }
    }
}
