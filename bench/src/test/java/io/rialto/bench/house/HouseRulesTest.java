package io.rialto.bench.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.rialto.bench.house.Sources.Source;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The house's own rules. They are kept by changing the house, never by changing this. */
class HouseRulesTest {
    private static final List<Source> SOURCES = Sources.all();
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.rialto");

    @Test
    void noFileIsLongerThanFourHundredLines() {
        holds(SizeRules::longFiles);
    }

    @Test
    void theMedianFileFitsOnAScreen() {
        holds(SizeRules::longMedian);
    }

    @Test
    void noMethodIsLongerThanFiftyLines() {
        holds(SizeRules::longMethods);
    }

    @Test
    void noPackageHasMoreThanTenClassesOrMoreThanTwoLevels() {
        holds(SizeRules::crowdedPackages);
    }

    @Test
    void namesComeFromTheSubjectAndNotFromTheKind() {
        holds(WordRules::kindsInNames);
    }

    @Test
    void nothingIsLeftUnfinished() {
        holds(WordRules::unfinished);
    }

    @Test
    void theCoreIsAFunctionOfTheLine() {
        holds(WordRules::impureCore);
    }

    @Test
    void testsNeitherSleepNorMock() {
        holds(WordRules::lazyTests);
    }

    @Test
    void everyPublicTypeSaysWhatItIs() {
        holds(DocRules::silentPublicTypes);
    }

    @Test
    void nothingFlowsLeft() {
        assertThat(CLASSES).as("classes seen").hasSizeGreaterThan(50);
        Directions.ALL.forEach(rule -> rule.check(CLASSES));
    }

    private static void holds(Function<List<Source>, List<String>> rule) {
        assertThat(SOURCES).hasSizeGreaterThan(20);
        assertThat(rule.apply(SOURCES)).isEmpty();
    }
}
