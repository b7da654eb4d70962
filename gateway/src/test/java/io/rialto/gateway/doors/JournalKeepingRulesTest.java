package io.rialto.gateway.doors;

import static io.rialto.gateway.doors.VenueUnderTest.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What who runs the venue is told of how history is kept. */
@Timeout(60)
class JournalKeepingRulesTest {
    private static final String JOURNAL = "/api/v1/admin/journal";

    @TempDir
    private Path data;

    @Test
    void filesWritingSnapshotAndBooksAreTold() throws Exception {
        try (VenueUnderTest venue = VenueUnderTest.open(data, Map.of("snapshots.every", "0"))) {
            VenueUnderTest.Trader alice = venue.trader("alice", Map.of("USD", "100000", "BTC", "10"));
            assertThat(alice.client().get(JOURNAL).status()).isEqualTo(403);
            JsonNode before = told(venue);
            assertThat(before.get("snapshot").isNull()).isTrue();

            ok(alice.places("BUY", "0.5", "49990.00"));
            ok(alice.places("SELL", "0.25", "50010.00"));
            JsonNode now = told(venue);

            assertThat(now.get("promise").asText()).isEqualTo("JOURNALED");
            assertThat(now.get("sequence").asLong()).isEqualTo(venue.sequence());
            assertThat(now.at("/segments/0/name").asText()).endsWith(".cq4");
            assertThat(now.get("bytes").asLong()).isEqualTo(bytes());
            assertThat(now.at("/writing/frames").asLong())
                    .isEqualTo(before.at("/writing/frames").asLong() + 2);
            assertThat(now.at("/writing/bytes").asLong())
                    .isGreaterThan(before.at("/writing/bytes").asLong());
            assertThat(now.at("/start/nextMillis").isNull())
                    .as("too little to tell")
                    .isTrue();
            assertThat(book(now).get("checksum").asText())
                    .isEqualTo(crc(words(venue, "bids") + ":" + words(venue, "asks")));
        }
    }

    @Test
    void theBookOfThenHasTheSameChecksum() throws Exception {
        try (VenueUnderTest venue = VenueUnderTest.open(data)) {
            VenueUnderTest.Trader alice = venue.trader("alice", Map.of("USD", "100000"));
            ok(alice.places("BUY", "0.5", "49990.00"));
            JsonNode book = book(told(venue));
            String then = "/api/v1/journal/book?symbol=BTC-USD&seq=" + venue.sequence();

            assertThat(ok(venue.administrator().get(then)).text("checksum"))
                    .isEqualTo(book.get("checksum").asText());
            assertThat(ok(venue.administrator().get(then + "&depth=5"))
                            .json()
                            .get("checksum")
                            .isNull())
                    .isTrue();
        }
    }

    private static JsonNode told(VenueUnderTest venue) throws Exception {
        return ok(venue.administrator().get(JOURNAL + "?minSequence=" + venue.sequence()))
                .json();
    }

    private static JsonNode book(JsonNode told) {
        for (JsonNode each : told.get("books")) {
            if (each.get("symbol").asText().equals("BTC-USD")) return each;
        }
        throw new AssertionError(told.toString());
    }

    /** The one level of a side. */
    private static String words(VenueUnderTest venue, String side) {
        JsonNode level = ok(venue.nobody().raw("GET", "/api/v1/market/BTC-USD/book", "", Map.of()))
                .json()
                .get(side)
                .get(0);
        return level.get(0).asText() + ":" + level.get(1).asText();
    }

    private long bytes() throws Exception {
        try (var files = Files.list(data.resolve("journal"))) {
            return files.filter(file -> file.toString().endsWith(".cq4"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static String crc(String text) {
        CRC32 sum = new CRC32();
        for (int i = 0; i < text.length(); i++) sum.update(text.charAt(i));
        return Long.toString(sum.getValue());
    }
}
