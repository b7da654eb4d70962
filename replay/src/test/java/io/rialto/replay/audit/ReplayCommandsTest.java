package io.rialto.replay.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rialto.engine.Core;
import io.rialto.protocol.InstrumentParameter;
import io.rialto.protocol.Side;
import io.rialto.replay.ReplayMain;
import io.rialto.replay.WrittenHistory;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayCommandsTest {
    private static final int ORDERS = 500;

    @TempDir
    Path data;

    private String out = "";
    private String err = "";
    private Core live;

    @BeforeEach
    void writeHistory() {
        live = WrittenHistory.write(data, 11, ORDERS);
    }

    @Test
    void verifySaysWhatItSaw() {
        assertThat(replay("verify")).isZero();
        assertThat(out)
                .startsWith("verified frames=" + live.sequence() + " lastSequence=" + live.sequence() + " stateHash="
                        + String.format("%016x", live.stateHash()) + " tookMillis=");
    }

    @Test
    void verifyRunsBesideALiveVenue() {
        try (WrittenHistory venue = new WrittenHistory(data.resolve("live"), 12, 7)) {
            venue.open();
            for (int i = 0; i < 200; i++) {
                venue.trade();
                if (i % 20 == 0) {
                    assertThat(run("verify", "--data", data.resolve("live").toString()))
                            .as(err)
                            .isZero();
                }
            }
        }
    }

    @Test
    void garbageIsRefusedAndNeverCrashes() throws IOException {
        Path journal = queueFile();
        byte[] good = Files.readAllBytes(journal);
        Random random = new Random(13);
        for (int round = 0; round < 40; round++) {
            byte[] bad = good.clone();
            int from = random.nextInt(1 << 16);
            for (int i = 0; i < 1 << round % 12; i++) bad[from + i] = (byte) random.nextInt();
            Files.write(journal, bad);
            for (String command : List.of("verify", "show", "stats", "book")) {
                assertThat(replay(command))
                        .as("%s round %s %s", command, round, err)
                        .isBetween(0, 1);
            }
        }
        Files.write(journal, new byte[1 << 16]);
        assertThat(replay("verify")).as(out + err).isBetween(0, 1);
        Files.write(journal, good);
        assertThat(replay("verify")).as("the same bytes again").isZero();
    }

    @Test
    void truncationIsFoundByWhatWasPromised() throws IOException {
        Path journal = queueFile();
        byte[] good = Files.readAllBytes(journal);
        Files.write(journal, Arrays.copyOf(good, 40_000));
        assertThat(replay("verify")).isEqualTo(1);
        assertThat(out).startsWith("verified up to the damage frames=");
        assertThat(err)
                .contains("journal damaged")
                .contains("offset=")
                .contains("sequence=")
                .contains("field=");
    }

    @Test
    void showFiltersBySequenceTypeOrderAccountAndTime() throws IOException {
        assertThat(replay("show", "--from", "3", "--to", "3")).isZero();
        assertThat(out).startsWith("3 2023-11-14T22:13:20.").contains("ListInstrument symbol=BTC-USD");
        assertThat(frames("--type", "tradeexecuted"))
                .isNotEmpty()
                .allSatisfy(frame ->
                        assertThat(frame.get("events").findValuesAsText("name")).contains("TradeExecuted"));
        JsonNode trade = frames("--type", "TradeExecuted", "--limit", "1").get(0);
        String maker = trade.get("events").findValue("makerOrder").asText();
        assertThat(frames("--order", maker))
                .hasSizeGreaterThan(1)
                .allSatisfy(frame -> assertThat(frame.toString()).contains("\"" + maker + "\""));
        assertThat(frames("--account", "101", "--type", "Deposit")).hasSize(2);
        String time = frames("--from", "20", "--to", "20").get(0).get("time").asText();
        assertThat(frames("--since", time)).hasSize((int) live.sequence() - 19);
        assertThat(frames("--until", time)).hasSize(20);
        assertThat(replay("show", "--type", "Nonsense")).isEqualTo(2);
    }

    @Test
    void theBookAtTheEndIsTheLiveBook() {
        assertThat(replay("book", "--symbol", "BTC-USD", "--depth", "1000")).isZero();
        List<String> expected = new ArrayList<>();
        for (Side side : new Side[] {Side.BUY, Side.SELL}) {
            live.state()
                    .depth(
                            1,
                            side,
                            1000,
                            (ticks, lots, orders) -> expected.add(ticks / 100 + "." + ticks / 10 % 10 + ticks % 10));
        }
        assertThat(expected).isNotEmpty().allSatisfy(price -> assertThat(out).contains(price));
        assertThat(out).startsWith("book BTC-USD sequence " + live.sequence() + " at 2023-11-14T22:13:20.");
        assertThat(out.lines().filter(line -> line.contains("."))).hasSizeLessThanOrEqualTo(expected.size() + 1);
    }

    @Test
    void theBookAtEverySequenceIsTheOneThatStoodThere() {
        try (WrittenHistory venue = new WrittenHistory(data.resolve("live"), 14, 1)) {
            venue.open();
            for (int i = 0; i < 60; i++) {
                venue.trade();
                long sequence = venue.core().sequence();
                assertThat(run("book", "--data", data.resolve("live").toString()))
                        .isZero();
                String now = out;
                venue.trade();
                assertThat(run("book", "--data", data.resolve("live").toString(), "--at", "" + sequence))
                        .isZero();
                assertThat(out).isEqualTo(now);
            }
        }
    }

    @Test
    void anAccountsBalancesAreTheCores() {
        assertThat(replay("account", "100")).isZero();
        long total = live.state().totalMinor(100, 2);
        assertThat(out).contains("USD total=" + total / 100 + "." + total / 10 % 10 + total % 10);
    }

    @Test
    void anInstrumentsParametersAreShownAsOfASequence() {
        Path live = data.resolve("live");
        try (WrittenHistory venue = new WrittenHistory(live, 15, 1)) {
            venue.open();
            venue.change(InstrumentParameter.ORDER_LIMIT_LOTS, 500);
            long then = venue.core().sequence();
            venue.change(InstrumentParameter.ORDER_LIMIT_LOTS, 400);
            venue.change(InstrumentParameter.TICK, 502);
            assertThat(run("instrument", "--data", live.toString(), "--at", "" + then, "BTC-USD"))
                    .as(err)
                    .isZero();
            assertThat(out).startsWith("instrument BTC-USD sequence " + then).contains("ORDER_LIMIT_LOTS 500");
            assertThat(out).contains("TICK 102").doesNotContain("TICK 502");
            assertThat(run("instrument", "--data", live.toString(), "BTC-USD")).isZero();
            assertThat(out).contains("ORDER_LIMIT_LOTS 400", "TICK 502");
            assertThat(run("instrument", "--data", live.toString(), "NONE")).isEqualTo(1);
        }
    }

    @Test
    void statsCountFramesEventsAndRefusals() {
        assertThat(replay("stats")).isZero();
        assertThat(out)
                .startsWith("frames " + live.sequence() + " events ")
                .contains(
                        "NewOrder", "TradeExecuted", "refusals", "UNKNOWN_ORDER", "busiest second 2023-11-14T22:13:20");
    }

    @Test
    void misuseIsSaidAndCodedAsSuch() {
        assertThat(run("verify", "--data", data.resolve("nowhere").toString())).isEqualTo(2);
        assertThat(err).contains("--data must hold a journal");
        assertThat(replay("book", "--at", "yesterday")).isEqualTo(2);
        assertThat(err).contains("must be a time like");
        assertThat(replay("nonsense")).isEqualTo(2);
        assertThat(replay("book", "--symbol", "NONE")).isEqualTo(1);
        assertThat(run("--help")).isZero();
    }

    private List<JsonNode> frames(String... filters) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("show", "--json"));
        arguments.addAll(List.of(filters));
        assertThat(replay(arguments.toArray(String[]::new))).as(err).isZero();
        List<JsonNode> frames = new ArrayList<>();
        ObjectMapper json = new ObjectMapper();
        for (String line : out.lines().toList()) frames.add(json.readTree(line));
        return frames;
    }

    private int replay(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", data.toString()));
        return run(all.toArray(String[]::new));
    }

    private int run(String... arguments) {
        StringWriter said = new StringWriter();
        StringWriter warned = new StringWriter();
        int code = ReplayMain.run(new PrintWriter(said), new PrintWriter(warned), arguments);
        out = said.toString();
        err = warned.toString();
        return code;
    }

    private Path queueFile() throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("journal"))) {
            return files.filter(file -> file.toString().endsWith(".cq4"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
