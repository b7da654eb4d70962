package io.rialto.bench.ws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A small run of the measurement: nothing is missing, whoever stands still, and everybody who is held is told. */
class WsCommandTest {
    @Test
    void nobodyMissesAnythingThoughSomeStandStill(@TempDir Path home) throws Exception {
        Path json = home.resolve("ws.json");
        StringWriter out = new StringWriter();

        int code = new CommandLine(new WsCommand())
                .setOut(new PrintWriter(out))
                .execute(
                        "--subscribers=40",
                        "--stalled=8",
                        "--rate=100",
                        "--warm-up=1",
                        "--seconds=1",
                        "--reps=1",
                        "--held=100",
                        "--goal=1000", // how much slower is for the bench to say
                        "--json=" + json);

        assertThat(code).as(out.toString()).isZero();
        JsonNode results = new ObjectMapper().readTree(json.toFile());
        assertThat(results).hasSize(4);
        assertThat(results.get(0).get("received").asLong()).isEqualTo(40 * 100);
        assertThat(results.get(1).get("received").asLong()).isEqualTo(32 * 100);
        assertThat(results.get(3).get("held").asInt()).isEqualTo(100);
    }
}
