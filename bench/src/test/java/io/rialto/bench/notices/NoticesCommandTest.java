package io.rialto.bench.notices;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A small run of the measurement: every order that was refused is told, and every breach. */
class NoticesCommandTest {
    @Test
    void allAreTold(@TempDir Path home) throws Exception {
        Path json = home.resolve("notices.json");
        StringWriter out = new StringWriter();

        int code = new CommandLine(new NoticesCommand())
                .setOut(new PrintWriter(out))
                .execute(
                        "--reps=1",
                        "--count=10000",
                        "--goal=1",
                        "--rate=150",
                        "--warm-up=1",
                        "--seconds=2",
                        "--readers=5",
                        "--durability=journaled",
                        "--goal-micros=60000000", // how soon is for the bench to say
                        "--json=" + json);

        assertThat(code).as(out.toString()).isZero();
        JsonNode results = new ObjectMapper().readTree(json.toFile());
        assertThat(results).hasSize(1 + 4);
        for (int i = 1; i < 5; i++) {
            JsonNode kind = results.get(i);
            boolean isCritical = kind.get("priority").asText().equals("CRITICAL");
            assertThat(kind.get("missing").asLong()).isZero();
            assertThat(kind.get("told").asLong()).isEqualTo(isCritical ? 100 : 200);
        }
    }
}
