package io.rialto.gateway.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.protocol.Reason;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemCodeTest {
    @Test
    void everyReasonOfTheVenueIsAProblemCode() {
        List<Reason> reasons = Arrays.stream(Reason.values())
                .filter(reason -> reason != Reason.NONE && reason != Reason.NULL_VAL)
                .toList();

        assertThat(reasons)
                .allSatisfy(reason -> assertThat(ProblemCode.of(reason).name()).isEqualTo(reason.name()));
    }

    @Test
    void everyProblemIsAnErrorAndHasItsOwnType() {
        assertThat(ProblemCode.all()).allMatch(code -> code.status() >= 400 && code.status() < 600);
        assertThat(ProblemCode.all().stream().map(ProblemCode::type)).doesNotHaveDuplicates();
        assertThat(ProblemCode.all())
                .allMatch(code -> !code.title().isBlank() && code.title().length() < 160);
    }

    @Test
    void aReasonWithoutWordsOfItsOwnIsToldInTheSchemasWords() {
        assertThat(ProblemCode.of(Reason.WORK_PENDING).title()).startsWith("What fell due before this command");
        assertThat(ProblemCode.of(Reason.WORK_PENDING).status()).isEqualTo(422);
    }

    @Test
    void aValueIsShownInPrintableAsciiAndCutShort() {
        assertThat(Problem.shown("1\u0662\n\"")).isEqualTo("'1\\u0662\\u000a\"'");
        assertThat(Problem.shown("9".repeat(1_000))).hasSizeLessThan(60);
    }
}
