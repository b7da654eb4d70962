package io.rialto.gateway.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Cells as RFC 4180 and a careful reader of spreadsheets want them. */
class CsvTest {
    @Test
    void aLineEndsWithBothAndNothingIsEmpty() {
        assertThat(Csv.line(Arrays.asList("a", null, "", "b c"))).isEqualTo("a,,,b c\r\n");
    }

    @Test
    void whatWouldBreakALineIsQuoted() {
        assertThat(Csv.line(List.of("a,b", "say \"x\"", "two\r\nlines")))
                .isEqualTo("\"a,b\",\"say \"\"x\"\"\",\"two\r\nlines\"\r\n");
    }

    @Test
    void whatWouldBeAFormulaIsText() {
        for (String formula : List.of("=1+1", "+1", "-cmd|' /C calc'!A0", "@SUM(A1)", "-1-1", "--5", "-", "\t=1")) {
            assertThat(Csv.cell(formula)).isEqualTo("'" + formula);
        }
        assertThat(Csv.cell("=\"x\",1")).isEqualTo("\"'=\"\"x\"\",1\"");
        assertThat(Csv.cell("\r=1")).isEqualTo("\"'\r=1\"");
    }

    @Test
    void numbersBelowZeroStayNumbers() {
        for (String number : List.of("-5.00", "0", "-0.00000001", "12"))
            assertThat(Csv.cell(number)).isEqualTo(number);
    }
}
