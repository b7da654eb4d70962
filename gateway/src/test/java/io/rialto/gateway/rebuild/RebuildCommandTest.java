package io.rialto.gateway.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.gateway.doors.VenueUnderTest;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class RebuildCommandTest {
    @TempDir
    private Path data;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void whatIsBuiltAnewIsWhatTheVenueWrote() throws Exception {
        try (VenueUnderTest venue = VenueUnderTest.open(data, Map.of("records.kept", "on"))) {
            VenueUnderTest.Trader alice = venue.trader("Alice", Map.of("USD", "10000"));
            VenueUnderTest.Trader bob = venue.trader("Bob", Map.of("BTC", "1"));
            alice.places("BUY", "0.02", "100.00");
            bob.places("SELL", "0.01", "99.00");
            // an answer that has seen all of it
            assertThat(venue.administrator().get("/api/v1/events?limit=1").status())
                    .isEqualTo(200);
        }

        String file = data.resolve("records.db").toString();
        assertThat(rebuild("--sum", "--into", file)).isZero();
        String live = last(out);
        assertThat(live).matches("sequence=[1-9][0-9]* sha256=[0-9a-f]{64}");
        assertThat(out.toString()).contains("fill rows=2").contains("orders rows=2");

        String sequence = live.substring("sequence=".length(), live.indexOf(' '));
        assertThat(rebuild("--data", data.toString(), "--to", sequence))
                .as(err.toString())
                .isZero();
        assertThat(last(out)).isEqualTo(live);
        assertThat(err.toString()).contains("rebuilding frames=" + sequence);
        assertThat(rebuild("--data", data.toString()))
                .as("not into what is no longer empty")
                .isEqualTo(1);
        assertThat(err.toString()).contains("must be empty");
    }

    @Test
    void whereThereIsNoJournalNothingIsMade() {
        assertThat(rebuild("--data", data.resolve("nowhere").toString())).isEqualTo(1);
        assertThat(err.toString()).contains("there is no journal");
        assertThat(rebuild("--unknown")).isEqualTo(2);
    }

    private int rebuild(String... arguments) {
        CommandLine command = new CommandLine(new RebuildCommand());
        command.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return RebuildCommand.run(command, arguments);
    }

    private static String last(StringWriter text) {
        String[] lines = text.toString().strip().split("\n");
        return lines[lines.length - 1];
    }
}
