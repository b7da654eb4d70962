package io.rialto.engine.planted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** A planted bug that is not planted must be heard of: else a change of the core would disarm it in silence. */
class MutationTableTest {
    private static final List<String> LINES =
            List.of("# off by one: the last one is left out", "Some.java", "- i <= n", "+ i < n", "! seed 7");

    @Test
    void everyBugStillHasItsPlace() {
        SoftAssertions all = new SoftAssertions();
        for (Mutation mutation : MutationTable.all()) {
            all.assertThatCode(() -> Planting.planted(mutation)).doesNotThrowAnyException();
        }
        all.assertAll();
    }

    @Test
    void aBugIsReadFromItsLines() {
        assertThat(MutationTable.of(LINES))
                .containsExactly(new Mutation(
                        "off by one", "the last one is left out", "Some.java", "i <= n", "i < n", false, false, 7));
    }

    @Test
    void aBugIsPlantedHoweverTheLineIsBroken() {
        assertThat(only().plantedIn("while (i\n        <= n) i++;")).isEqualTo("while (i < n) i++;");
    }

    @Test
    void aTextThatIsNotThereIsAnError() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> only().plantedIn("while (n > i) i++;"))
                .withMessageContaining("off by one")
                .withMessageContaining("places=0");
    }

    @Test
    void aTextThatIsThereTwiceIsAnError() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> only().plantedIn("i <= n || i <= n"))
                .withMessageContaining("places=2");
    }

    @Test
    void twoBugsOfOneNameAreAnError() {
        List<String> twice = List.of(
                LINES.get(0), LINES.get(1), LINES.get(2), LINES.get(3), LINES.get(0), LINES.get(1), LINES.get(2));

        assertThatIllegalArgumentException().isThrownBy(() -> MutationTable.of(twice));
    }

    private static Mutation only() {
        return MutationTable.of(LINES).get(0);
    }
}
