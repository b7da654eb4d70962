package io.rialto.gateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.gateway.control.BothDatabases;
import io.rialto.gateway.control.ControlDatabase;
import io.rialto.gateway.delivery.Courier.Outcome;
import io.rialto.gateway.delivery.DeadLetters.DeadLetter;
import io.rialto.gateway.delivery.DeadLetters.PutBack;
import io.rialto.gateway.delivery.DeadLetters.Wanted;
import io.rialto.gateway.delivery.DeliveryItem.Channel;
import io.rialto.gateway.delivery.DeliveryItem.Priority;
import io.rialto.gateway.doors.TurnedClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeadLetterRulesTest {
    private static final Wanted ALL = wanted(Optional.empty(), OptionalLong.empty(), Optional.empty());

    private final TurnedClock clock = new TurnedClock(Instant.parse("2026-11-22T09:00:00Z"));

    @TempDir
    private Path data;

    private static Wanted wanted(Optional<Channel> channel, OptionalLong person, Optional<String> reason) {
        return new Wanted(channel, person, reason, OptionalLong.empty(), OptionalLong.empty());
    }

    private interface Rule {
        void holds(OutboxUnderTest outbox, DeadLetters letters);
    }

    /** Three were given up, a second apart. */
    private void check(BothDatabases kind, Rule rule) throws Exception {
        try (ControlDatabase control = ControlDatabase.open(data, kind.create(data))) {
            OutboxUnderTest outbox = new OutboxUnderTest(control, "one", clock);
            outbox.answers(item -> Outcome.never(item.id().equals("a-2") ? "HTTP 410" : "SMTP 550"));
            for (int i = 1; i <= 3; i++) {
                outbox.hand(outbox.item("a-" + i, i + "@x.org", Priority.NORMAL));
                outbox.carryAll();
                clock.turn(Duration.ofSeconds(1));
            }
            rule.holds(outbox, new DeadLetters(control, clock));
        }
    }

    private static List<String> ids(List<DeadLetter> letters) {
        return letters.stream().map(letter -> letter.item().id()).toList();
    }

    @ParameterizedTest
    @EnumSource
    void theyAreShownNewestFirstByWhatIsAskedFor(BothDatabases kind) throws Exception {
        check(kind, (outbox, letters) -> {
            List<DeadLetter> all = letters.list(ALL, Long.MAX_VALUE, 10);
            long second = clock.millis() - 2_000;

            assertThat(ids(all)).containsExactly("a-3", "a-2", "a-1");
            assertThat(all.get(1).item()).isEqualTo(outbox.carried.get(1));
            assertThat(all.get(1).reason()).isEqualTo("HTTP 410");
            assertThat(all.get(1).attempts()).isEqualTo(1);
            assertThat(all.get(1).diedMillis()).isEqualTo(second);
            assertThat(ids(letters.list(ALL, all.get(1).number(), 10))).containsExactly("a-1");
            assertThat(ids(letters.list(ALL, Long.MAX_VALUE, 2))).containsExactly("a-3", "a-2");
            assertThat(ids(letters.list(
                            wanted(Optional.of(Channel.EMAIL), OptionalLong.of(7), Optional.of("SMTP 550")),
                            Long.MAX_VALUE,
                            10)))
                    .containsExactly("a-3", "a-1");
            assertThat(letters.list(
                            wanted(Optional.of(Channel.SMS), OptionalLong.empty(), Optional.empty()),
                            Long.MAX_VALUE,
                            10))
                    .isEmpty();
            Wanted between = new Wanted(
                    Optional.empty(),
                    OptionalLong.empty(),
                    Optional.empty(),
                    OptionalLong.of(second),
                    OptionalLong.of(second + 1));
            assertThat(ids(letters.list(between, Long.MAX_VALUE, 10))).containsExactly("a-2");
        });
    }

    @ParameterizedTest
    @EnumSource
    void whatIsPutBackKeepsItsIdAndItsContentAndHasAllItsTriesAgain(BothDatabases kind) throws Exception {
        check(kind, (outbox, letters) -> {
            assertThat(letters.redrive("a-2")).isEqualTo(new PutBack(1, 0));
            assertThat(letters.redrive("a-2")).as("it is none any more").isEqualTo(new PutBack(0, 0));
            assertThat(letters.redrive("a-9")).isEqualTo(new PutBack(0, 0));

            outbox.answers(item -> Outcome.later("away"));
            assertThat(outbox.carryAll()).containsExactly("a-2");
            assertThat(outbox.state("a-2")).isEqualTo("WAITING 2 away");
            outbox.answers(item -> Outcome.DELIVERED);
            clock.turn(Duration.ofSeconds(2));
            assertThat(outbox.carryAll()).containsExactly("a-2");

            assertThat(outbox.state("a-2")).startsWith("SENT 3");
            assertThat(outbox.carried.get(4)).isEqualTo(outbox.carried.get(1));
            assertThat(ids(letters.list(ALL, Long.MAX_VALUE, 10))).containsExactly("a-3", "a-1");
        });
    }

    @ParameterizedTest
    @EnumSource
    void allOfAChannelArePutBackButWhatIsOutOfDateExpires(BothDatabases kind) throws Exception {
        check(kind, (outbox, letters) -> {
            clock.turn(Duration.ofHours(1).minusMillis(1_500)); // now the first two are out of date

            assertThat(letters.redrive(Channel.SMS)).isEqualTo(new PutBack(0, 0));
            assertThat(letters.redrive(Channel.EMAIL)).isEqualTo(new PutBack(1, 2));

            outbox.answers(item -> Outcome.DELIVERED);
            assertThat(outbox.carryAll()).containsExactly("a-3");
            assertThat(outbox.state("a-1")).isEqualTo("EXPIRED 1 SMTP 550");
        });
    }
}
