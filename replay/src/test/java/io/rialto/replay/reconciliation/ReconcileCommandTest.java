package io.rialto.replay.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.engine.Core;
import io.rialto.replay.ReplayMain;
import io.rialto.replay.WrittenHistory;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A history of 500 orders between accounts 100 and 101, whose money came with frames 4 to 9. */
class ReconcileCommandTest {
    private static final int ALICE = 100;
    private static final int USD = 2;

    @TempDir
    Path data;

    private Core live;
    private String out = "";

    @BeforeEach
    void writeHistory() {
        live = WrittenHistory.write(data, 11, 500);
    }

    private int reconcile(String... more) {
        StringWriter words = new StringWriter();
        String[] arguments = new String[more.length + 3];
        System.arraycopy(more, 0, arguments, 3, more.length);
        arguments[0] = "reconcile";
        arguments[1] = "--data";
        arguments[2] = data.toString();
        int code = ReplayMain.run(new PrintWriter(words), new PrintWriter(words), arguments);
        out = words.toString();
        return code;
    }

    private String file(String lines) throws IOException {
        Path file = data.resolve("outside.csv");
        Files.writeString(file, "account,asset,total\n" + lines + "\n");
        return file.toString();
    }

    private BigDecimal total() {
        return BigDecimal.valueOf(live.state().totalMinor(ALICE, USD), 2);
    }

    @Test
    void coreAndLedgerAgree() {
        assertThat(reconcile()).as(out).isZero();
        assertThat(out).matches("reconciled \\d+ breaks 0\\s+");
    }

    @Test
    void aFileThatSaysTheSameIsNoBreak() throws IOException {
        assertThat(reconcile("--file", file("100,USD," + total()))).as(out).isZero();
    }

    @Test
    void aBreakNamesAccountAssetDifferenceAndTheFirstSequence() throws IOException {
        String wrong = total().add(BigDecimal.ONE).toPlainString();
        assertThat(reconcile("--file", file("100,USD," + wrong))).isEqualTo(1);
        assertThat(out).contains("break core-file account=100 asset=USD difference=-1.00 since=");
        assertThat(reconcile("--file", file("100,USD,1000000000.00,3\n100,USD,1000000000.00,9")))
                .isEqualTo(1);
        assertThat(out)
                .startsWith("break core-file account=100 asset=USD difference=-1000000000.00 since=3")
                .contains("breaks 1");
    }

    @Test
    void whatFitsTheStartOnlyHasPartedWithTheFirstTradeSince() throws IOException {
        assertThat(reconcile("--file", file("100,USD,1000000000.00"))).isEqualTo(1);
        assertThat(out).containsPattern("since=[1-9][0-9]+");
    }

    @Test
    void aLineThatCannotBeReadIsNamed() throws IOException {
        assertThat(reconcile("--file", file("100,USD"))).isEqualTo(1);
        assertThat(out).contains("line 2");
    }
}
