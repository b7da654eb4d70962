package io.rialto.bench.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** Who may know whom, and which third party lives in which room. */
final class Directions {
    private static final String ENGINE = "io.rialto.engine..";
    private static final String RING = "io.rialto.engine.ring..";
    private static final String JOURNAL = "io.rialto.journal..";
    private static final String FEEDS = "io.rialto.feeds..";
    private static final String REPLAY = "io.rialto.replay..";
    private static final String GATEWAY = "io.rialto.gateway..";
    private static final String BENCH = "io.rialto.bench..";
    private static final String DOORS_WIRING = "io.rialto.gateway";
    private static final String INGRESS = "io.rialto.gateway.ingress";

    static final List<ArchRule> ALL = List.of(
            strangers("io.rialto.protocol..", ENGINE, JOURNAL, FEEDS, REPLAY, GATEWAY, BENCH),
            strangers(ENGINE, JOURNAL, FEEDS, REPLAY, GATEWAY, BENCH),
            strangers(JOURNAL, ENGINE, FEEDS, REPLAY, GATEWAY, BENCH),
            strangers(FEEDS, ENGINE, REPLAY, GATEWAY, BENCH),
            strangers(REPLAY, FEEDS, GATEWAY, BENCH),
            strangers(GATEWAY, BENCH),
            noClasses()
                    .that()
                    .resideInAPackage(GATEWAY)
                    .and()
                    .resideOutsideOfPackages(DOORS_WIRING, INGRESS)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(ENGINE, JOURNAL, REPLAY)
                    .allowEmptyShould(true)
                    .because("routes see the protocol, the ingress and the feeds' queries"),
            only("com.lmax.disruptor..", RING),
            only("net.openhft..", JOURNAL, "io.rialto.bench.journal.."),
            only("io.javalin..", GATEWAY, "io.rialto.bench.http.."),
            only("io.aeron..", "io.rialto.cluster.."),
            noClasses()
                    .that()
                    .resideInAnyPackage("io.rialto.protocol..", ENGINE)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.slf4j..", "java.util.logging..")
                    .allowEmptyShould(true));

    private Directions() {}

    private static ArchRule strangers(String room, String... others) {
        return noClasses()
                .that()
                .resideInAPackage(room)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .allowEmptyShould(true);
    }

    private static ArchRule only(String party, String... rooms) {
        return noClasses()
                .that()
                .resideInAPackage("io.rialto..")
                .and()
                .resideOutsideOfPackages(rooms)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(party)
                .allowEmptyShould(true);
    }
}
