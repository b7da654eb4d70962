package io.rialto.gateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rialto.gateway.control.BothDatabases;
import io.rialto.gateway.control.ControlDatabase;
import io.rialto.gateway.delivery.Courier.Outcome;
import io.rialto.gateway.delivery.DeliveryItem.Channel;
import io.rialto.gateway.delivery.DeliveryItem.Priority;
import io.rialto.gateway.delivery.Outbox.Taken;
import io.rialto.gateway.delivery.Tally.Event;
import io.rialto.gateway.doors.TurnedClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutboxRulesTest {
    private static final String ALICE = "alice@example.com";
    private static final String BOB = "bob@example.com";

    private final TurnedClock clock = new TurnedClock(Instant.parse("2026-11-22T09:00:00Z"));

    @TempDir
    private Path data;

    private interface Rule {
        void holds(OutboxUnderTest one, OutboxUnderTest other) throws Exception;
    }

    /** Two processes at one database. */
    private void check(BothDatabases kind, Rule rule) throws Exception {
        var config = kind.create(data);
        try (ControlDatabase first = ControlDatabase.open(data, config);
                ControlDatabase second = ControlDatabase.open(data, config)) {
            rule.holds(new OutboxUnderTest(first, "one", clock), new OutboxUnderTest(second, "other", clock));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsHandedInLeavesAsItWas(BothDatabases kind) throws Exception {
        check(kind, (one, other) -> {
            DeliveryItem item = one.item("a-1", ALICE, Priority.NORMAL);

            assertThat(one.hand(item)).isTrue();
            assertThat(one.carryAll()).containsExactly("a-1");

            assertThat(one.carried).containsExactly(item);
            assertThat(one.state("a-1")).isEqualTo("SENT 1");
            assertThat(one.hand(item)).as("the same again").isFalse();
            assertThat(one.carryAll()).isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource
    void whatItsTransactionTakesBackNeverLeaves(BothDatabases kind) throws Exception {
        check(kind, (one, other) -> {
            assertThatThrownBy(() -> one.control.sql().useTransaction(handle -> {
                        one.outbox.add(handle, one.item("a-1", ALICE, Priority.NORMAL));
                        throw new IllegalStateException("the caller's");
                    }))
                    .hasMessage("the caller's");

            assertThat(one.carryAll()).isEmpty();
            assertThat(one.state("a-1")).isEqualTo("none");
        });
    }

    @ParameterizedTest
    @EnumSource
    void theMostUrgentLeavesFirstThenTheOldest(BothDatabases kind) throws Exception {
        check(kind, (one, other) -> {
            one.hand(one.item("low", "1@x.org", Priority.LOW));
            one.hand(one.item("first", "2@x.org", Priority.NORMAL));
            clock.turn(Duration.ofMillis(1));
            one.hand(one.item("second", "3@x.org", Priority.NORMAL));
            one.hand(one.item("critical", "4@x.org", Priority.CRITICAL));
            one.hand(one.item("high", "5@x.org", Priority.HIGH));

            assertThat(one.carryAll()).containsExactly("critical", "high", "first", "second", "low");
        });
    }

    @ParameterizedTest
    @EnumSource
    void whatFailedWaitsTwiceAsLongEachTimeAndBecomesADeadLetter(BothDatabases kind) throws Exception {
        check(kind, (one, other) -> {
            one.answers(item -> Outcome.later("450 try later"));
            one.hand(one.item("a-1", ALICE, Priority.NORMAL));
            List<Long> waits = new ArrayList<>();

            for (int i = 0; i < 5; i++) {
                long waited = 0;
                while (one.carryAll().isEmpty()) {
                    clock.turn(Duration.ofMillis(500));
                    waited += 500;
                }
                waits.add(waited);
            }

            // Half of 4, 8, 16 and then of the longest, 20: the draw is the least.
            assertThat(waits).containsExactly(0L, 2_000L, 4_000L, 8_000L, 10_000L);
            assertThat(one.state("a-1")).isEqualTo("DEAD 5 450 try later");
            assertThat(one.tally.counted(Channel.EMAIL, Event.RETRIED)).isEqualTo(4);
            assertThat(one.tally.counted(Channel.EMAIL, Event.DEAD)).isEqualTo(1);
        });
    }

    @ParameterizedTest
    @EnumSource
    void whatNeverWillPassIsADeadLetterAtOnceWithAllItHeld(BothDatabases kind) throws Exception {
        check(kind, (one, other) -> {
            one.answers(item -> Outcome.never("550 no such user"));
            DeliveryItem item = one.item("a-1", ALICE, Priority.NORMAL);
            one.hand(item);

            assertThat(one.carryAll()).containsExactly("a-1");
            clock.turn(Duration.ofDays(1));
            assertThat(one.carryAll()).isEmpty();

            assertThat(one.state("a-1")).isEqualTo("DEAD 1 550 no such user");
        });
    }

    @ParameterizedTest
    @EnumSource
    void aFaultOfTheCourierCountsAsAFailureAndTellsNoContent(BothDatabases kind) throws Exception {
        check(kind, (one, other) -> {
            one.answers(item -> {
                throw new IllegalArgumentException("password=secret " + item.subject());
            });
            one.hand(one.item("a-1", ALICE, Priority.NORMAL));

            one.carryAll();

            assertThat(one.state("a-1")).isEqualTo("WAITING 1 failed with IllegalArgumentException");
        });
    }

    @ParameterizedTest
    @EnumSource
    void whatWasNotNotedIsCarriedAgainWithTheSameId(BothDatabases kind) throws Exception {
        check(kind, (one, other) -> {
            DeliveryItem item = one.item("a-1", ALICE, Priority.NORMAL);
            one.hand(item);
            Taken taken = one.take().orElseThrow(); // and then this process dies, before or after carrying it

            assertThat(other.carryAll()).isEmpty();
            clock.turn(OutboxUnderTest.LEASE.minusMillis(1));
            assertThat(other.carryAll()).isEmpty();
            clock.turn(Duration.ofMillis(1));
            assertThat(other.carryAll()).containsExactly("a-1");

            assertThat(other.carried).containsExactly(taken.item());
            one.round.carry(taken); // it was not dead but slow: nobody is told twice of what became of it
            assertThat(one.state("a-1")).isEqualTo("SENT 1");
        });
    }

    @ParameterizedTest
    @EnumSource
    void aLeaseThatIsRenewedKeepsOthersAway(BothDatabases kind) throws Exception {
        check(kind, (one, other) -> {
            one.hand(one.item("a-1", ALICE, Priority.NORMAL));
            Taken taken = one.take().orElseThrow();

            for (int i = 0; i < 4; i++) {
                clock.turn(OutboxUnderTest.LEASE.dividedBy(2));
                one.round.sweep(Duration.ofDays(1));
                assertThat(other.carryAll()).isEmpty();
            }
            one.round.carry(taken);

            assertThat(one.state("a-1")).isEqualTo("SENT 1");
        });
    }

    @ParameterizedTest
    @EnumSource
    void whatIsOutOfDateExpiresAndIsNoDeadLetter(BothDatabases kind) throws Exception {
        check(kind, (one, other) -> {
            one.answers(item -> Outcome.later("away"));
            one.hand(one.item("a-1", ALICE, Priority.NORMAL));
            one.carryAll();

            clock.turn(Duration.ofHours(1));
            assertThat(one.carryAll()).isEmpty();
            one.round.sweep(Duration.ofDays(1));

            assertThat(one.state("a-1")).isEqualTo("EXPIRED 1 away");
            assertThat(one.tally.counted(Channel.EMAIL, Event.EXPIRED)).isEqualTo(1);
            assertThat(one.tally.counted(Channel.EMAIL, Event.DEAD)).isZero();
        });
    }

    @ParameterizedTest
    @EnumSource
    void whoFailsHoldsUpHimselfAndNobodyElse(BothDatabases kind) throws Exception {
        check(kind, (one, other) -> {
            one.answers(item -> item.address().equals(ALICE) ? Outcome.later("away") : Outcome.DELIVERED);
            one.hand(one.item("a-1", ALICE, Priority.NORMAL));
            one.hand(one.item("a-2", ALICE, Priority.NORMAL));
            one.hand(one.item("a-3", ALICE, Priority.CRITICAL));
            one.hand(one.item("b-1", BOB, Priority.LOW));

            assertThat(one.carryAll()).containsExactly("a-3", "b-1");
            assertThat(one.state("a-2")).isEqualTo("WAITING 0");
            one.hand(one.item("a-4", ALICE, Priority.CRITICAL));
            assertThat(one.carryAll()).as("critical is tried all the same").containsExactly("a-4");
        });
    }

    @ParameterizedTest
    @EnumSource
    void ofOneAddressOneIsUnderWayAtATime(BothDatabases kind) throws Exception {
        check(kind, (one, other) -> {
            one.hand(one.item("a-1", ALICE, Priority.NORMAL));
            one.hand(one.item("a-2", ALICE, Priority.NORMAL));
            one.hand(one.item("b-1", BOB, Priority.NORMAL));
            Taken taken = one.take().orElseThrow();

            assertThat(other.carryAll()).containsExactly("b-1");
            one.round.carry(taken);
            assertThat(other.carryAll()).containsExactly("a-2");
        });
    }

    @ParameterizedTest
    @EnumSource
    void whoAsksToBeLeftAloneIsUpToTheLongestWait(BothDatabases kind) throws Exception {
        check(kind, (one, other) -> {
            Duration asked = Duration.ofHours(5);
            one.answers(item -> new Outcome(Courier.Result.LATER, "429", asked));
            one.hand(one.item("a-1", ALICE, Priority.NORMAL));
            one.carryAll();

            clock.turn(Duration.ofMillis(19_999));
            assertThat(one.carryAll()).isEmpty();
            clock.turn(Duration.ofMillis(1));
            assertThat(one.carryAll()).containsExactly("a-1");
        });
    }

    @ParameterizedTest
    @EnumSource
    void aChannelThatNobodyCarriesIsADeadLetter(BothDatabases kind) throws Exception {
        check(kind, (one, other) -> {
            DeliveryItem mail = one.item("a-1", "+41441234567", Priority.NORMAL);
            one.hand(new DeliveryItem(
                    "s-1",
                    1,
                    Channel.SMS,
                    mail.address(),
                    "",
                    List.of(),
                    mail.createdAt(),
                    mail.expiresAt(),
                    mail.priority()));

            one.round.carry(one.round.take(Channel.SMS, Priority.LOW).orElseThrow());

            assertThat(one.state("s-1")).isEqualTo("DEAD 1 the channel is not configured");
        });
    }

    @ParameterizedTest
    @EnumSource
    void whatIsOverIsForgottenByAgeAndWhatWaitsIsCounted(BothDatabases kind) throws Exception {
        check(kind, (one, other) -> {
            one.hand(one.item("sent", ALICE, Priority.NORMAL));
            one.carryAll();
            clock.turn(Duration.ofDays(1).plusMillis(1));
            one.hand(one.item("waits", BOB, Priority.NORMAL));
            clock.turn(Duration.ofSeconds(3));

            one.round.sweep(Duration.ofDays(1));

            assertThat(one.state("sent")).isEqualTo("none");
            assertThat(one.state("waits")).isEqualTo("WAITING 0");
            assertThat(one.tally.waiting(Channel.EMAIL)).isEqualTo(1);
            assertThat(one.tally.oldestSeconds(Channel.EMAIL)).isEqualTo(3.0);
            assertThat(one.tally.waiting(Channel.WEBHOOK)).isZero();
        });
    }
}
