package io.rialto.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.engine.simulation.DecidedFlow;
import io.rialto.feeds.bus.EventBus;
import io.rialto.feeds.bus.EventHandler;
import io.rialto.feeds.bus.Subscription;
import io.rialto.feeds.business.BusinessEvent;
import io.rialto.feeds.business.EventKind;
import io.rialto.feeds.business.EventReader;
import io.rialto.feeds.offsets.FileOffsets;
import io.rialto.journal.Durability;
import io.rialto.journal.Journal;
import io.rialto.journal.JournalOptions;
import io.rialto.journal.JournalReader;
import io.rialto.protocol.frame.FrameView;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of command the venue knows, as the seeded flows draw them: what happened is told, all of it, once and in order. */
@Timeout(300)
class FlowsThroughBusTest {
    private static final int SEEDS = 400;
    private static final int FRESH_SEEDS = 50;
    private static final int COMMANDS = 200;

    private final Set<EventKind> seen = EnumSet.noneOf(EventKind.class);

    @TempDir
    Path directory;

    @Test
    void everyEventThatHasAKindIsToldOnceAndInOrder() {
        for (long seed = 1; seed <= SEEDS; seed++) play(seed);
        assertThat(seen).containsExactlyInAnyOrder(EventKind.values());
    }

    @Test
    void theSameOfFreshFlows() {
        long first = System.nanoTime();
        for (long seed = first; seed < first + FRESH_SEEDS; seed++) play(seed);
    }

    private void play(long seed) {
        List<EventReader> readers = new ArrayList<>(List.of(new EventReader()));
        FrameView view = new FrameView();
        DecidedFlow.play(seed, COMMANDS, (core, frame) -> {
            String where = "seed " + seed + " sequence " + core.sequence();
            List<BusinessEvent> told = read(readers.get(0), view.wrap(frame.buffer(), 0), where);
            ExpectedKinds.check(view, told, where);
            told.forEach(event -> seen.add(event.kind()));
            if (readers.size() > 1)
                assertThat(readers.get(1).read(view)).as(where).isEqualTo(told);
            if (core.sequence() == COMMANDS / 2) readers.add(readers.get(0).copy());
        });
    }

    private static List<BusinessEvent> read(EventReader reader, FrameView view, String where) {
        try {
            return reader.read(view);
        } catch (RuntimeException fault) {
            throw new AssertionError(where, fault);
        }
    }

    /** The control: a kind that is left out is missed. */
    @Test
    void whatIsNotToldIsMissed() {
        FrameView view = new FrameView();
        EventReader reader = new EventReader();
        List<Throwable> found = new ArrayList<>();
        DecidedFlow.play(1, COMMANDS, (core, frame) -> {
            List<BusinessEvent> told = new ArrayList<>(reader.read(view.wrap(frame.buffer(), 0)));
            if (!told.removeIf(event -> event.kind() == EventKind.ORDER_PLACED)) return;
            try {
                ExpectedKinds.check(view, told, "control");
            } catch (AssertionError missed) {
                found.add(missed);
            }
        });
        assertThat(found).isNotEmpty();
    }

    /** Through a journal on disk and every way to be told. */
    @Test
    void theBusTellsEveryConsumerTheSame() {
        for (long seed = 1; seed <= 3; seed++) tellAll(directory.resolve("seed-" + seed), seed);
    }

    private static void tellAll(Path home, long seed) {
        List<BusinessEvent> expected = new ArrayList<>();
        EventReader reader = new EventReader();
        FrameView view = new FrameView();
        long[] last = new long[1];
        try (JournalReader empty = JournalReader.open(home.resolve("journal"));
                FileOffsets offsets = new FileOffsets(home.resolve("offsets"))) {
            while (empty.next()) continue;
            JournalOptions options = JournalOptions.in(home.resolve("journal")).durability(Durability.JOURNALED);
            try (Journal journal = Journal.open(options, empty.end());
                    EventBus bus = new EventBus(journal::tail, home.resolve("aside"))) {
                List<BusinessEvent> atOnce = new ArrayList<>();
                List<BusinessEvent> later = new ArrayList<>();
                List<BusinessEvent> narrow = new ArrayList<>();
                Set<EventKind> all = Subscription.everything();
                bus.subscribe(Subscription.synchronous("at-once", all, offsets, EventHandler.each(atOnce::add)));
                bus.subscribe(Subscription.asynchronous("later", all, offsets, EventHandler.each(later::add)));
                bus.subscribe(Subscription.asynchronous("narrow", all, offsets, EventHandler.each(narrow::add))
                        .withQueue(1));
                bus.start();
                DecidedFlow.play(seed, COMMANDS, (core, frame) -> {
                    journal.append(frame);
                    journal.commit();
                    last[0] = core.sequence();
                    expected.addAll(reader.read(view.wrap(frame.buffer(), 0)));
                });
                for (String name : List.of("at-once", "later", "narrow")) {
                    assertThat(bus.consumer(name).orElseThrow().awaitHandled(last[0], Duration.ofSeconds(60)))
                            .isTrue();
                }
                assertThat(atOnce).as("seed " + seed).isEqualTo(expected);
                assertThat(later).as("seed " + seed).isEqualTo(expected);
                assertThat(narrow).as("seed " + seed).isEqualTo(expected);
            }
        }
    }
}
