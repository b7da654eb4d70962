package io.rialto.bench.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.bench.lobster.Recordings;
import io.rialto.bench.lobster.SyntheticDay;
import io.rialto.bench.lobster.SyntheticStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The samples are written anew by the test itself when it runs with -Drialto.samples.write=true. */
class PlayTest {
    private static final Path SAMPLES = Path.of("src", "test", "resources", "recordings");
    private static final String MESSAGES = "synthetic_message_3.csv";
    private static final String ORDERBOOK = "synthetic_orderbook_3.csv";
    private static final String COMMANDS = "synthetic_commands.jsonl";
    private static final String EXPECTED = "synthetic_expected.jsonl";

    @TempDir
    Path home;

    private String out = "";
    private String err = "";

    @BeforeEach
    void theSamplesAreWhatTheGeneratorMakes() throws IOException {
        SyntheticDay day = SyntheticDay.of(7, 400, 3, 50);
        SyntheticStream stream = SyntheticStream.of(8, 400);
        keep(MESSAGES, day.messages());
        keep(ORDERBOOK, day.orderbook());
        keep(COMMANDS, stream.commands());
        keep(EXPECTED, stream.expected());
    }

    private static void keep(String name, String text) throws IOException {
        if (Boolean.getBoolean("rialto.samples.write")) {
            Files.createDirectories(SAMPLES);
            Files.writeString(SAMPLES.resolve(name), text);
        }
        assertThat(SAMPLES.resolve(name)).hasContent(text.strip());
    }

    @Test
    void aRecordedPairComesOutRowForRow() throws IOException {
        Path ours = home.resolve("ours.csv");
        for (String via : List.of("core", "ring")) {
            assertThat(lobster(SAMPLES.resolve(ORDERBOOK), "--via", via, "--out", ours.toString()))
                    .as(out + err)
                    .isZero();
            assertThat(out)
                    .containsPattern("rows 400 equal 400 \\(100.00 %\\) reveals \\d+ exceptions 0 by class none");
            assertThat(ours).hasSameTextualContentAs(SAMPLES.resolve(ORDERBOOK));
        }
        assertThat(out).containsPattern("recovered frames=\\d+ stateHash=[0-9a-f]{16} equal");
    }

    @Test
    void everyDepthAndTickComesOutRowForRow() throws IOException {
        for (int depth : new int[] {1, 2, 5, 10, 50}) {
            for (int live : new int[] {2, 3 * depth, 20 * depth}) comesOutRowForRow(depth, live);
        }
    }

    private void comesOutRowForRow(int depth, int live) throws IOException {
        SyntheticDay day = SyntheticDay.of(100 + depth, 1500, depth, 1 + depth % 7, live);
        Path messages = Files.writeString(home.resolve("m"), day.messages());
        Path orderbook = Files.writeString(home.resolve("b"), day.orderbook());
        String[] pair = {"--messages", messages.toString(), "--orderbook", orderbook.toString(), "--symbol", "SYN"};
        int code = play(new LobsterPlay(), pair);
        assertThat(code).as("depth %s live %s: %s", depth, live, out).isZero();
        assertThat(out).startsWith("rows 1500 equal 1500 (100.00 %)").contains("exceptions 0");
    }

    @Test
    void oneWrongQuantityInSightIsOneDifferingRow() throws IOException {
        List<String> rows = Files.readAllLines(SAMPLES.resolve(ORDERBOOK));
        String[] fields = rows.get(250).split(",");
        fields[1] = String.valueOf(Long.parseLong(fields[1]) + 1);
        rows.set(250, String.join(",", fields));
        Path wrong = Files.write(home.resolve("wrong.csv"), rows);
        assertThat(lobster(wrong)).isEqualTo(1);
        assertThat(out).startsWith("rows 400 equal 399 (99.75 %)").contains("row 250: ask level 1: expected ");
    }

    @Test
    void aMessageLeftOutIsNotCoveredUp() throws IOException {
        List<String> rows = Files.readAllLines(SAMPLES.resolve(MESSAGES));
        int entered = 200;
        while (!rows.get(entered).contains(",1,")) entered++;
        rows.set(entered, rows.get(entered).replaceFirst(",1,\\d+,", ",5,0,"));
        Path wrong = Files.write(home.resolve("wrong.csv"), rows);
        assertThat(play(
                        new LobsterPlay(),
                        "--messages",
                        wrong.toString(),
                        "--orderbook",
                        SAMPLES.resolve(ORDERBOOK).toString(),
                        "--symbol",
                        "SYN"))
                .isEqualTo(1);
        assertThat(out).contains("row " + entered + ": ");
    }

    @Test
    void aReadyMadeStreamComesOutFillForFillAndBookForBook() throws IOException {
        Path ours = home.resolve("ours.jsonl");
        for (String via : List.of("core", "ring")) {
            assertThat(commands(COMMANDS, EXPECTED, "--via", via, "--actual", ours.toString()))
                    .as(out + err)
                    .isZero();
            assertThat(out).containsPattern("commands 400 fills \\d+ different 0 books 400 equal 400");
            assertThat(Files.readAllLines(ours)).hasSize(400).first().asString().startsWith("{\"row\":0,\"asks\":[");
        }
    }

    @Test
    void oneWrongFillAndOneWrongBookAreTwoDifferences() throws IOException {
        String stream = Files.readString(SAMPLES.resolve(COMMANDS));
        int at = stream.indexOf("\"fills\":[[") + 10;
        Path wrong =
                Files.writeString(home.resolve("wrong.jsonl"), stream.substring(0, at) + "9" + stream.substring(at));
        List<String> books = Files.readAllLines(SAMPLES.resolve(EXPECTED));
        books.set(50, books.get(50).replaceFirst("\"asks\":\\[\\[(\\d+)", "\"asks\":[[$100"));
        Path wrongBooks = Files.write(home.resolve("books.jsonl"), books);
        assertThat(play(new CommandsPlay(), "--commands", wrong.toString(), "--expected", wrongBooks.toString()))
                .isEqualTo(1);
        assertThat(out).contains(" different 1 books 400 equal 399").contains("row 50: ask level 1");
    }

    @Test
    void misuseIsSaidAndCodedAsSuch() {
        assertThat(play(new LobsterPlay(), "--messages", "a")).isEqualTo(2);
        assertThat(commands("nothing.jsonl", EXPECTED)).isEqualTo(2);
        assertThat(lobster(SAMPLES.resolve(ORDERBOOK), "--depth", "4")).isEqualTo(2);
        assertThat(lobster(SAMPLES.resolve(ORDERBOOK), "--via", "pigeon")).isEqualTo(2);
    }

    @Test
    void theRecordedDaysComeOutRowForRowAndFillForFill() {
        for (String symbol : List.of(Recordings.AAPL, Recordings.AMZN)) {
            String rows = symbol.equals(Recordings.AMZN) ? "155935" : "999";
            assertThat(play(
                            new LobsterPlay(),
                            "--messages",
                            Recordings.messages(symbol).toString(),
                            "--orderbook",
                            Recordings.orderbook(symbol).toString(),
                            "--symbol",
                            symbol.substring(0, 4)))
                    .as(out)
                    .isZero();
            assertThat(out).startsWith("rows " + rows + " equal " + rows + " (100.00 %)");
            for (String kind : List.of("_commands", "_commands_fused")) {
                assertThat(play(
                                new CommandsPlay(),
                                "--commands",
                                Recordings.file(symbol + kind + ".jsonl.gz").toString(),
                                "--expected",
                                Recordings.file(symbol + "_expected.jsonl.gz").toString()))
                        .as(out)
                        .isZero();
                assertThat(out).contains(" different 0 ");
            }
        }
    }

    @Test
    void theShortRecordingComesOutThroughTheDurableLineAndOverHttp() {
        String messages = Recordings.messages(Recordings.AAPL).toString();
        String orderbook = Recordings.orderbook(Recordings.AAPL).toString();
        for (String via : List.of("ring", "http")) {
            assertThat(play(
                            new LobsterPlay(),
                            "--messages",
                            messages,
                            "--orderbook",
                            orderbook,
                            "--symbol",
                            "AAPL",
                            "--via",
                            via))
                    .as(out + err)
                    .isZero();
            assertThat(out)
                    .contains("rows 999 equal 999 (100.00 %)")
                    .containsPattern("recovered frames=\\d+ .* equal\n");
        }
    }

    @Test
    void aStreamComesOutOverHttp() throws IOException {
        List<String> commands = Files.readAllLines(SAMPLES.resolve(COMMANDS)).subList(0, 60);
        List<String> books = Files.readAllLines(SAMPLES.resolve(EXPECTED)).subList(0, 60);
        assertThat(play(
                        new CommandsPlay(),
                        "--commands",
                        Files.write(home.resolve("commands.jsonl"), commands).toString(),
                        "--expected",
                        Files.write(home.resolve("books.jsonl"), books).toString(),
                        "--via",
                        "http"))
                .as(out + err)
                .isZero();
        assertThat(out).containsPattern("commands 60 fills \\d+ different 0 books 60 equal 60");
    }

    private int lobster(Path orderbook, String... more) {
        String[] arguments = {
            "--messages", SAMPLES.resolve(MESSAGES).toString(), "--orderbook", orderbook.toString(), "--symbol", "SYN"
        };
        return play(new LobsterPlay(), concat(arguments, more));
    }

    private int commands(String commands, String expected, String... more) {
        String[] arguments = {
            "--commands",
            SAMPLES.resolve(commands).toString(),
            "--expected",
            SAMPLES.resolve(expected).toString()
        };
        return play(new CommandsPlay(), concat(arguments, more));
    }

    private static String[] concat(String[] first, String[] second) {
        String[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    private int play(Callable<Integer> play, String... arguments) {
        StringWriter said = new StringWriter();
        StringWriter warned = new StringWriter();
        int code = new CommandLine(play)
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(warned))
                .execute(arguments);
        out = said.toString();
        err = warned.toString();
        return code;
    }
}
