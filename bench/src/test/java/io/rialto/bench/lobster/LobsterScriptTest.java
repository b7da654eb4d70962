package io.rialto.bench.lobster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rialto.bench.recording.Instruction;
import io.rialto.bench.recording.RecordingFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LobsterScriptTest {
    @TempDir
    Path home;

    @Test
    void rowZeroSeedsTheBookAndSplitsLevelsByTheOrdersNamedLater() throws IOException {
        assertThat(played("""
                1.5,1,7,30,1000,1
                2,3,7,30,1000,1
                """, """
                1100,50,1000,40
                1100,50,1000,10
                """))
                .containsExactly(
                        "NEW BUY 30 at 1000", "NEW BUY 10 at 1000", "NEW SELL 50 at 1100", "CANCEL BUY 30 at 1000");
    }

    @Test
    void aPartCancelKeepsItsPlaceAndOneOfAllThatIsOpenIsACancel() throws IOException {
        assertThat(played("""
                1,1,7,30,1000,1
                2,2,7,10,1000,1
                3,2,7,20,1000,1
                """, """
                1100,50,1000,30
                1100,50,1000,20
                1100,50,-9999999999,0
                """)).endsWith("REDUCE BUY 10 at 1000", "CANCEL BUY 20 at 1000");
    }

    @Test
    void anExecutionIsAnIncomingOrderOfTheOtherSide() throws IOException {
        assertThat(played("""
                1,1,7,30,1000,1
                2,4,7,10,1000,1
                3,5,0,99,1050,1
                """, """
                1100,50,1000,30
                1100,50,1000,20
                1100,50,1000,20
                """)).endsWith("MARKET SELL 10 at 1000 fills 10 of 1");
    }

    @Test
    void onlyWhatLiesBeyondTheLastWindowIsPutRight() throws IOException {
        String messages = """
                1,1,7,30,1000,1
                2,3,7,30,1000,1
                """;
        assertThat(differences(messages, """
                1100,50,1000,30
                1100,50,900,5
                """)).isEmpty();
        assertThat(differences(messages, """
                1100,50,1000,30
                1100,51,900,5
                """))
                .containsExactly("row 1: ask level 1: expected 51 at 1100, ours 50 at 1100");
    }

    @Test
    void anExecutionOutOfTurnIsLoweredWhereItStandsAndSaid() throws IOException {
        String messages = """
                1,1,9,1,900,1
                2,1,7,30,1000,1
                3,1,8,30,1000,1
                4,4,8,30,1000,1
                5,1,3,10,1000,1
                6,4,3,10,1000,1
                """;
        String book = """
                1100,50,900,1
                1100,50,1000,30
                1100,50,1000,60
                1100,50,1000,30
                1100,50,1000,40
                1100,50,1000,30
                """;
        assertThat(differences(messages, book)).isEmpty();
        assertThat(exceptions(messages, book)).containsExactly("row 3 unexplained", "row 5 older-order-joined-late");
    }

    @Test
    void timesAreReadAsTextAndCutAtTheNanosecond() throws IOException {
        try (LobsterScript script = open("43002.632812672994,1,7,30,1000,1\n", "1100,50,1000,30\n")) {
            script.next();
            assertThat(script.instructions().get(0).timeNanos()).isEqualTo(43_002_632_812_672L);
        }
    }

    @Test
    void theTickIsTheLargestStepThatFitsEveryPrice() throws IOException {
        try (LobsterScript script = open("1,1,7,30,1050,1\n", "1100,50,1050,30\n")) {
            assertThat(script.tick()).isEqualTo(50);
        }
    }

    @Test
    void anUnreadableRecordingIsRefusedByFileLineAndField() {
        assertThatThrownBy(() -> open("1,1,7,3O,1000,1\n", "1100,50,1000,30\n"))
                .isInstanceOf(RecordingFault.class)
                .hasMessage("messages.csv line 1: field 4 is not a whole number: was '3O'");
        assertThatThrownBy(() -> open("1,1,7,30,1000,1\n", "1100,50,1000,30\n1,1,1,1\n"))
                .hasMessageContaining("has 2 rows where the message file has 1");
    }

    @Test
    void everyRowOfTheRecordedDaysIsReproduced() throws IOException {
        for (String symbol : List.of(Recordings.AAPL, Recordings.AMZN)) {
            try (LobsterScript script = LobsterScript.open(Recordings.messages(symbol), Recordings.orderbook(symbol))) {
                assertThat(differences(script)).as(symbol).isEmpty();
            }
        }
    }

    private LobsterScript open(String messages, String orderbook) throws IOException {
        Path messageFile = Files.writeString(home.resolve("messages.csv"), messages);
        return LobsterScript.open(messageFile, Files.writeString(home.resolve("orderbook.csv"), orderbook));
    }

    private List<String> played(String messages, String orderbook) throws IOException {
        List<String> words = new ArrayList<>();
        try (LobsterScript script = open(messages, orderbook)) {
            while (script.next()) script.instructions().forEach(instruction -> words.add(inWords(instruction)));
        }
        return words;
    }

    private List<String> differences(String messages, String orderbook) throws IOException {
        try (LobsterScript script = open(messages, orderbook)) {
            return differences(script);
        }
    }

    private static List<String> differences(LobsterScript script) throws IOException {
        List<String> differences = new ArrayList<>();
        PlainBook book = new PlainBook();
        while (script.next()) {
            for (Instruction instruction : script.instructions()) {
                assertThat(book.apply(instruction)).as("%s", instruction).isEqualTo(instruction.fills());
            }
            String difference = book.levels(script.depth()).firstDifference(script.expected());
            if (!difference.isEmpty()) differences.add("row " + script.row() + ": " + difference);
        }
        return differences;
    }

    private List<String> exceptions(String messages, String orderbook) throws IOException {
        List<String> exceptions = new ArrayList<>();
        try (LobsterScript script = open(messages, orderbook)) {
            while (script.next()) {
                script.exception().ifPresent(cause -> exceptions.add("row " + script.row() + " " + cause));
            }
        }
        return exceptions;
    }

    private static String inWords(Instruction instruction) {
        StringBuilder words = new StringBuilder()
                .append(instruction.kind())
                .append(' ')
                .append(instruction.side())
                .append(' ')
                .append(instruction.quantity())
                .append(" at ")
                .append(instruction.price());
        instruction.fills().forEach(fill -> words.append(" fills " + fill.quantity() + " of " + fill.order()));
        return words.toString();
    }
}
