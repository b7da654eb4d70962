package io.rialto.gateway.doors;

import static io.rialto.gateway.doors.VenueUnderTest.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SnapshotRulesTest {
    private static final String SNAPSHOTS = "/api/v1/admin/snapshots";

    @TempDir
    private Path data;

    private VenueUnderTest venue;
    private Client administrator;
    private VenueUnderTest.Trader alice;

    @BeforeEach
    void open() throws Exception {
        venue = VenueUnderTest.open(data);
        administrator = venue.administrator();
        alice = venue.trader("alice", Map.of("BTC", "10"));
    }

    @AfterEach
    void close() {
        venue.close();
    }

    @Test
    void anAdministratorHasOneTakenAndFindsItListed() {
        assertThat(ok(administrator.get(SNAPSHOTS)).json().get("items")).isEmpty();
        long before = venue.sequence();

        JsonNode item = taken().get("items").get(0);

        assertThat(item.get("sequence").asLong()).isGreaterThanOrEqualTo(before);
        assertThat(item.get("bytes").asLong()).isPositive();
        assertThat(item.get("stateHash").asText()).matches("[0-9a-f]{16}");
        assertThat(item.get("time").asText()).endsWith("Z");
    }

    @Test
    void aStartUsesItAndDecidesOnlyWhatCameAfter() throws Exception {
        ok(alice.places("SELL", "0.4", "50000.00"));
        long kept = taken().get("items").get(0).get("sequence").asLong();
        ok(alice.places("SELL", "0.3", "50100.00"));
        long last = venue.sequence();

        startAgain();

        assertThat(recovered()).contains("frames=" + last + " rerun=" + (last - kept) + " ");
        assertThat(alice.total("BTC")).isEqualTo("10.00000000");
        JsonNode open = ok(again().get("/api/v1/orders")).json().get("items");
        assertThat(open).hasSize(2);
        ok(again().delete("/api/v1/orders/" + open.get(0).get("id").asText()));
    }

    @Test
    void withoutThemAStartDoesTheSame() throws Exception {
        ok(alice.places("SELL", "0.4", "50000.00"));
        taken();
        long last = venue.sequence();
        venue.close();
        for (Path file : files()) Files.delete(file);

        startAgain();

        assertThat(recovered()).contains("frames=" + last + " lastSequence=" + last);
        assertThat(ok(again().get("/api/v1/orders")).json().get("items")).hasSize(1);
    }

    @Test
    void aDamagedOneIsPassedOverAndSaid() throws Exception {
        taken();
        long last = venue.sequence();
        venue.close();
        Path file = files().get(0);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 3] ^= 4;
        Files.write(file, bytes);

        startAgain();

        assertThat(venue.said()).anyMatch(line -> line.startsWith("snapshot passed over") && line.contains("checksum"));
        assertThat(recovered()).contains("frames=" + last + " lastSequence=" + last);
    }

    @Test
    void historyThatGrowsHasThemTakenByItself() throws Exception {
        venue.close();
        venue = VenueUnderTest.open(data, Map.of("snapshots.every", "5", "snapshots.kept", "1"));
        for (int i = 0; i < 6; i++) {
            ok(again().post("/api/v1/orders", VenueUnderTest.order("SELL", "0.1", "50000.00")));
        }
        administrator = venue.administrator();

        JsonNode items;
        do {
            items = ok(administrator.get(SNAPSHOTS)).json().get("items");
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        } while (items.isEmpty());

        assertThat(items).hasSize(1);
    }

    private JsonNode taken() {
        assertThat(administrator.post(SNAPSHOTS, "{}").status()).isEqualTo(202);
        JsonNode told;
        do {
            told = ok(administrator.get(SNAPSHOTS)).json();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        } while (told.get("isWorking").asBoolean());
        assertThat(told.get("failure").isNull()).as(told.toString()).isTrue();
        return told;
    }

    private void startAgain() throws Exception {
        venue.close();
        venue = VenueUnderTest.open(data);
        alice = new VenueUnderTest.Trader(alice.account(), alice.key(), alice.secret(), again());
    }

    private Client again() {
        return venue.again(alice.key(), alice.secret());
    }

    private String recovered() {
        return venue.said().stream()
                .filter(line -> line.startsWith("recovered "))
                .findFirst()
                .orElseThrow();
    }

    private List<Path> files() throws Exception {
        try (Stream<Path> files = Files.list(data.resolve("snapshots"))) {
            return files.toList();
        }
    }
}
