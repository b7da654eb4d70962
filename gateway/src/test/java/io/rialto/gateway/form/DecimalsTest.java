package io.rialto.gateway.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 2, 0",
        "0.00, 2, 0",
        "1, 2, 100",
        "1.5, 2, 150",
        "50000.01, 2, 5000001",
        "0.00000001, 8, 1",
        "9223372036854775807, 0, 9223372036854775807",
        "92233720368.54775807, 8, 9223372036854775807",
        "9007199254740993, 0, 9007199254740993"
    })
    void aPlainDecimalIsTakenExactly(String text, int scale, long minor) {
        assertThat(Decimals.minor("price", text, scale)).isEqualTo(minor);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "+1",
                "-1",
                "-0",
                "1e3",
                "1E3",
                "1.",
                ".5",
                ".",
                "1..2",
                "1.2.3",
                " 1",
                "1 ",
                "1_000",
                "1,5",
                "0x10",
                "NaN",
                "Infinity",
                "00.5",
                "01",
                "\u0661",
                "\uff11",
                "1\u00a0",
                "1\n",
                "null"
            })
    void whatIsNoPlainDecimalIsRefused(String text) {
        refused(text, 8, ProblemCode.INVALID_DECIMAL);
    }

    @Test
    void nothingIsRoundedSilently() {
        refused("1.001", 2, ProblemCode.TOO_MANY_DECIMALS);
        refused("1.000", 2, ProblemCode.TOO_MANY_DECIMALS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775808", "10000000000000000000", "99999999999999999999999999", "1e9"})
    void whatDoesNotFitIsRefusedAndNeverWraps(String text) {
        assertThatThrownBy(() -> Decimals.minor("price", text, 0)).isInstanceOf(Problem.class);
    }

    @Test
    void aValueOffTheGridIsRefused() {
        assertThat(Decimals.steps("price", "1.05", 5, 2, ProblemCode.PRICE_OFF_TICK))
                .isEqualTo(21);
        assertThatThrownBy(() -> Decimals.steps("price", "1.07", 5, 2, ProblemCode.PRICE_OFF_TICK))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.code()).isEqualTo(ProblemCode.PRICE_OFF_TICK);
                    assertThat(problem.field()).contains("price");
                    assertThat(problem).hasMessage("price must be a multiple of 0.05: was '1.07'");
                });
    }

    @Test
    void decimalsGoOutAtFullScale() {
        assertThat(Decimals.text(10, 8)).isEqualTo("0.00000010");
        assertThat(Decimals.text(-1, 2)).isEqualTo("-0.01");
        assertThat(Decimals.text(Long.MAX_VALUE, 1_000, 2)).isEqualTo("92233720368547758070.00");
        assertThat(Decimals.text(3, 25, 2)).isEqualTo("0.75");
    }

    @Test
    void anAverageHasEightDigitsMoreThanThePriceHalfToEven() {
        assertThat(Decimals.average(new BigDecimal("10"), new BigDecimal("3"), 2))
                .isEqualTo("3.3333333333");
        assertThat(Decimals.average(new BigDecimal("0.00000000025"), BigDecimal.ONE, 2))
                .isEqualTo("0.0000000002");
    }

    private static void refused(String text, int scale, ProblemCode code) {
        assertThatThrownBy(() -> Decimals.minor("price", text, scale))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.code()).isEqualTo(code);
                    assertThat(problem.field()).contains("price");
                });
    }
}
