package io.rialto.bench.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.bench.house.Sources.Source;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Each house rule finds what it is there to find. */
class HouseRulesControlTest {
    private static final String CORE = "engine/src/main/java/io/rialto/engine/book/Sample.java";

    @Test
    void aLongFileAndALongMethodAreFound() {
        String body = "int x;\n".repeat(401);
        finds(SizeRules::longFiles, CORE, "package io.rialto.engine.book;\nclass Sample { void go() {\n" + body + "}}");
        finds(SizeRules::longMethods, CORE, "package p;\nclass Sample { void go() {\n" + "int x;\n".repeat(60) + "}}");
        finds(SizeRules::longMedian, CORE, "package p;\n" + "\n".repeat(90) + "class Sample {}");
    }

    @Test
    void aDeepPackageAndAKindAreFound() {
        finds(SizeRules::crowdedPackages, CORE, "package io.rialto.engine.book.deep;\nclass Sample {}");
        finds(WordRules::kindsInNames, CORE, "package io.rialto.engine.util;\nclass Sample {}");
        finds(WordRules::kindsInNames, CORE.replace("Sample", "BookManager"), "package p;\nclass BookManager {}");
    }

    @Test
    void everyWayOutOfTheLineIsFound() {
        for (String impure : List.of(
                "long t = System.nanoTime();",
                "Object id = java.util.UUID.randomUUID();",
                "Thread t;",
                "volatile int x;",
                "java.io.File f;",
                "double price;",
                "String s = String.format(\"x\");",
                "java.util.HashMap<String, String> m;",
                "void go() { list.forEach(x -> {}); }")) {
            finds(WordRules::impureCore, CORE, "package io.rialto.engine.book;\nclass Sample { " + impure + " }");
        }
    }

    @Test
    void theRingMayHaveThreads() {
        assertThat(WordRules.impureCore(List.of(Sources.parse(
                        "engine/src/main/java/io/rialto/engine/ring/Sample.java",
                        "package io.rialto.engine.ring;\nclass Sample { Thread t; }"))))
                .isEmpty();
    }

    @Test
    void unfinishedWorkSleepingAndMockingAreFound() {
        String test = "engine/src/test/java/io/rialto/engine/SampleTest.java";
        finds(WordRules::unfinished, CORE, "package p;\n// TO" + "DO later\nclass Sample {}");
        finds(WordRules::lazyTests, test, "package p;\nclass SampleTest { void x() { Thread" + ".sleep(5); } }");
        finds(WordRules::lazyTests, test, "package p;\nimport org.mock" + "ito.Mock;\nclass SampleTest {}");
        finds(DocRules::silentPublicTypes, CORE, "package p;\npublic class Sample {}");
    }

    private static void finds(Function<List<Source>, List<String>> rule, String path, String text) {
        assertThat(rule.apply(List.of(Sources.parse(path, text)))).as(text).isNotEmpty();
    }
}
