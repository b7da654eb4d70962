package io.rialto.feeds;

import static io.rialto.feeds.History.ALICE;
import static io.rialto.feeds.History.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rialto.feeds.bus.Consumer;
import io.rialto.feeds.bus.EventBus;
import io.rialto.feeds.bus.EventHandler;
import io.rialto.feeds.bus.SetAside;
import io.rialto.feeds.bus.Subscription;
import io.rialto.feeds.business.BusinessEvent;
import io.rialto.feeds.business.EventKind;
import io.rialto.feeds.offsets.FileOffsets;
import io.rialto.feeds.offsets.Offsets;
import io.rialto.feeds.offsets.Offsets.Place;
import io.rialto.journal.Durability;
import io.rialto.journal.Journal;
import io.rialto.journal.JournalOptions;
import io.rialto.journal.JournalReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How consumers are told: an order placed in each frame, through a journal on disk. The small world is listed in the first four frames. */
@Timeout(120)
class EventBusRulesTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Set<EventKind> PLACED = Set.of(EventKind.ORDER_PLACED);
    private static final long FIRST = 5;

    @TempDir
    Path directory;

    private Journal journal;
    private FileOffsets offsets;
    private EventBus bus;
    private final History history = new History(FeedsOptions.defaults());
    private final List<Long> told = new CopyOnWriteArrayList<>();

    @BeforeEach
    void open() {
        try (JournalReader reader = JournalReader.open(directory)) {
            while (reader.next()) continue;
            journal = Journal.open(JournalOptions.in(directory).durability(Durability.JOURNALED), reader.end());
        }
        history.into(frame -> journal.append(frame)).lists();
        journal.commit();
        openBus();
    }

    private void openBus() {
        offsets = new FileOffsets(directory.resolve("events"));
        bus = new EventBus(journal::tail, directory.resolve("events"));
    }

    @AfterEach
    void close() {
        closeBus();
        journal.close();
    }

    private void closeBus() {
        bus.close();
        offsets.close();
    }

    /** A frame each; the sequence of the last. */
    private long place(int orders) {
        for (int i = 0; i < orders; i++) history.rests(history.buys(ALICE, 1, 100));
        journal.commit();
        return history.sequence();
    }

    private void remember(BusinessEvent event) {
        told.add(event.sequence());
    }

    private static List<Long> sequences(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }

    private Subscription later(String name, EventHandler handler) {
        return Subscription.asynchronous(name, PLACED, offsets, handler);
    }

    private Subscription atOnce(String name, EventHandler handler) {
        return Subscription.synchronous(name, PLACED, offsets, handler);
    }

    @Test
    void eachConsumerIsToldItsKindsInOrder() {
        List<EventKind> ended = new CopyOnWriteArrayList<>();
        Consumer placed = bus.subscribe(later("placed", EventHandler.each(this::remember)));
        Consumer others = bus.subscribe(Subscription.synchronous(
                "ended",
                Set.of(EventKind.ORDER_CANCELLED, EventKind.ORDER_FILLED),
                offsets,
                EventHandler.each(event -> ended.add(event.kind()))));
        bus.start();
        long last = place(3);
        long cancelled = history.cancels(history.buys(BOB, 1, 99), 1);
        journal.commit();

        assertThat(placed.awaitHandled(cancelled, LONG)).isTrue();
        assertThat(others.awaitHandled(cancelled, LONG)).isTrue();
        assertThat(told).isEqualTo(sequences(FIRST, last));
        assertThat(ended).containsExactly(EventKind.ORDER_CANCELLED);
        assertThat(bus.subscribers(EventKind.ORDER_PLACED)).isOne();
        assertThat(bus.subscribers(EventKind.ORDER_FILLED)).isOne();
        assertThat(bus.subscribers(EventKind.MARKET_ALERT)).isZero();
    }

    @Test
    void whoGathersIsToldSeveralFramesAtOnceUntilOneIsUrgent() {
        List<List<Long>> rounds = new CopyOnWriteArrayList<>();
        long urgent = FIRST + 3;
        EventHandler handler = (events, after) ->
                rounds.add(events.stream().map(BusinessEvent::sequence).toList());
        Consumer gathers = bus.subscribe(
                later("gathers", handler).gathering(Duration.ofSeconds(1), event -> event.sequence() == urgent));
        bus.start();
        for (int i = 0; i < 4; i++) place(1);

        assertThat(gathers.awaitHandled(urgent, LONG)).isTrue();
        assertThat(rounds.stream().flatMap(List::stream).toList()).isEqualTo(sequences(FIRST, urgent));
        assertThat(rounds).hasSizeLessThan(4);
    }

    /** Its process dies at any moment: what it handled before its offset was kept, it is told again; nothing is left out. */
    @Test
    void everythingIsToldAtLeastOnceAcrossKills() {
        long last = place(50);
        for (int kill = 0; kill < 4; kill++) {
            int handledBefore = told.size();
            int dies = 9 + kill;
            AtomicBoolean isDead = new AtomicBoolean();
            Offsets forgetful = new Offsets() {
                @Override
                public Place load(String consumer) {
                    return offsets.load(consumer);
                }

                @Override
                public void save(String consumer, Place place) {
                    if (!isDead.get()) offsets.save(consumer, place);
                }
            };
            CountDownLatch death = new CountDownLatch(1);
            EventHandler mortal = EventHandler.each(event -> {
                if (told.size() - handledBefore >= dies) {
                    isDead.set(true);
                    death.countDown();
                    throw new EventHandler.Unavailable("dead", null);
                }
                told.add(event.sequence());
            });
            bus.subscribe(Subscription.asynchronous("mortal", PLACED, forgetful, mortal));
            bus.start();
            await(death);
            closeBus();
            openBus();
        }
        Consumer whole = bus.subscribe(later("mortal", EventHandler.each(this::remember)));
        bus.start();
        assertThat(whole.awaitHandled(last, LONG)).isTrue();
        assertThat(told).containsAll(sequences(FIRST, last)).hasSizeGreaterThan(50);
    }

    @Test
    void afterACleanEndNothingIsToldTwice() {
        long first = place(10);
        assertThat(bus.subscribe(later("steady", EventHandler.each(this::remember))))
                .isNotNull();
        Consumer early = bus.consumer("steady").orElseThrow();
        bus.start();
        assertThat(early.awaitHandled(first, LONG)).isTrue();
        closeBus();
        long last = place(10);
        openBus();
        Consumer again = bus.subscribe(later("steady", EventHandler.each(this::remember)));
        bus.start();
        assertThat(again.awaitHandled(last, LONG)).isTrue();
        assertThat(told).isEqualTo(sequences(FIRST, last));
    }

    /** Its offset is in its own transaction: here a list and a place that change together. */
    @Test
    void aConsumerMayKeepItsOffsetItself() {
        List<Long> rows = new ArrayList<>();
        Place[] kept = {Place.afterFrame(FIRST + 1)};
        Subscription own = Subscription.asynchronous("own", PLACED, Offsets.own(name -> kept[0]), (events, after) -> {
            events.forEach(event -> rows.add(event.sequence()));
            kept[0] = after;
        });
        long last = place(5);
        Consumer consumer = bus.subscribe(own);
        bus.start();
        assertThat(consumer.awaitHandled(last, LONG)).isTrue();
        closeBus();
        assertThat(rows).isEqualTo(sequences(FIRST + 2, last));
        assertThat(kept[0]).isEqualTo(Place.afterFrame(last));
    }

    @Test
    void poisonIsSetAsideWithItsReasonAndTheRestGoesOn() throws Exception {
        AtomicBoolean isCured = new AtomicBoolean();
        EventHandler handler = EventHandler.each(event -> {
            if (event.sequence() == FIRST + 1 && !isCured.get()) throw new IllegalStateException("no such\naddress");
            told.add(event.sequence());
        });
        long last = place(4);
        for (String name : List.of("later", "at-once")) {
            told.clear();
            isCured.set(false);
            boolean isLater = name.equals("later");
            Consumer consumer = bus.subscribe((isLater ? later(name, handler) : atOnce(name, handler)).withAttempts(3));
            bus.start();
            assertThat(consumer.awaitHandled(last, LONG)).isTrue();
            Place poison = new Place(FIRST + 1, 0);
            String reason = "java.lang.IllegalStateException: no such address";
            assertThat(consumer.setAside())
                    .containsExactly(new SetAside(poison, EventKind.ORDER_PLACED, 3, reason, true));
            assertThat(told).doesNotContain(FIRST + 1).containsAll(sequences(FIRST + 2, last));
            closeBus();

            openBus();
            consumer = bus.subscribe(isLater ? later(name, handler) : atOnce(name, handler));
            assertThat(consumer.setAside())
                    .containsExactly(new SetAside(poison, EventKind.ORDER_PLACED, 3, reason, false));
            bus.start();
            assertThat(consumer.awaitHandled(last, LONG)).isTrue();
            assertThat(consumer.redrive(poison).get(60, TimeUnit.SECONDS)).isFalse();
            assertThat(consumer.setAside())
                    .containsExactly(new SetAside(poison, EventKind.ORDER_PLACED, 4, reason, true));
            isCured.set(true);
            assertThat(consumer.redrive(poison).get(60, TimeUnit.SECONDS)).isTrue();
            assertThat(consumer.setAside()).isEmpty();
            assertThat(told).endsWith(FIRST + 1);
            closeBus();
            openBus();
        }
    }

    @Test
    void whatIsAwayIsWaitedForAndSetsNothingAside() {
        CountDownLatch wasAway = new CountDownLatch(10);
        AtomicBoolean isBack = new AtomicBoolean();
        Consumer consumer = bus.subscribe(later("store", EventHandler.each(event -> {
                    wasAway.countDown();
                    if (!isBack.get()) throw new EventHandler.Unavailable("the store is away", null);
                    told.add(event.sequence());
                }))
                .withAttempts(2));
        bus.start();
        long last = place(3);
        await(wasAway);
        isBack.set(true);
        assertThat(consumer.awaitHandled(last, LONG)).isTrue();
        assertThat(consumer.setAside()).isEmpty();
        assertThat(told).isEqualTo(sequences(FIRST, last));
        assertThat(bus.statuses().get(0).retried()).isGreaterThanOrEqualTo(9);
    }

    /** It stands still on its first event; the synchronous one is told of all others before it moves. */
    @Test
    void aSlowAsynchronousConsumerDelaysNobodyAndMissesNothing() {
        CountDownLatch goesOn = new CountDownLatch(1);
        List<Long> quick = new CopyOnWriteArrayList<>();
        Consumer slow = bus.subscribe(later("slow", EventHandler.each(event -> {
                    await(goesOn);
                    told.add(event.sequence());
                }))
                .withQueue(4));
        Consumer fast = bus.subscribe(atOnce("fast", EventHandler.each(event -> quick.add(event.sequence()))));
        bus.start();
        long last = place(200);
        assertThat(fast.awaitHandled(last, LONG)).isTrue();
        assertThat(quick).isEqualTo(sequences(FIRST, last));
        assertThat(told).isEmpty();
        assertThat(bus.statuses().get(0).isReadingAlone()).isTrue();

        goesOn.countDown();
        assertThat(slow.awaitHandled(last, LONG)).isTrue();
        long end = place(3);
        assertThat(slow.awaitHandled(end, LONG)).isTrue();
        assertThat(told).isEqualTo(sequences(FIRST, end));
        assertThat(bus.statuses().get(0).isReadingAlone()).isFalse();
    }

    @Test
    void whoComesLaterIsToldFromItsOffsetOn() {
        bus.start();
        long before = place(5);
        Consumer first = bus.subscribe(later("early", EventHandler.each(event -> {})));
        assertThat(first.awaitHandled(before, LONG)).isTrue();
        Offsets fromTheThird = Offsets.own(name -> Place.afterFrame(FIRST + 1));
        Consumer late = bus.subscribe(
                Subscription.asynchronous("late", PLACED, fromTheThird, EventHandler.each(this::remember)));
        long last = place(5);
        assertThat(late.awaitHandled(last, LONG)).isTrue();
        assertThat(told).isEqualTo(sequences(FIRST + 2, last));
        assertThatThrownBy(() -> bus.subscribe(atOnce("too-late", EventHandler.each(event -> {}))))
                .hasMessage("synchronous consumers must subscribe before the start: too-late");
        assertThatThrownBy(() -> bus.subscribe(later("late", EventHandler.each(event -> {}))))
                .hasMessage("a consumer's name must be its own: was late");
    }

    @Test
    void aReplayTellsEverythingBehindAPlaceAgain() {
        long last = place(5);
        Consumer consumer = bus.subscribe(later("again", EventHandler.each(this::remember)));
        bus.start();
        assertThat(consumer.awaitHandled(last, LONG)).isTrue();
        bus.replay("again", Place.afterFrame(FIRST + 2));
        long end = place(1);
        while (Collections.frequency(told, last) < 2 || told.get(told.size() - 1) != end) Thread.onSpinWait();
        assertThat(told.subList(0, 5)).isEqualTo(sequences(FIRST, last));
        assertThat(told.subList(5, told.size())).containsSubsequence(sequences(FIRST + 3, end));
    }

    /** A journal that lost its end in a power cut: what is written there anew is told. */
    @Test
    void anOffsetBehindTheEndIsTakenBackToIt() {
        long last = place(1);
        Offsets ahead = Offsets.own(name -> Place.afterFrame(1_000));
        Consumer consumer =
                bus.subscribe(Subscription.asynchronous("ahead", PLACED, ahead, EventHandler.each(this::remember)));
        bus.start();
        assertThat(consumer.awaitHandled(last, LONG)).isTrue();
        long next = place(1);
        assertThat(consumer.awaitHandled(next, LONG)).isTrue();
        assertThat(told).containsExactly(next);
    }

    /** Kept in two slots: a torn write leaves the one before. */
    @Test
    void aTornOffsetLeavesTheOneBefore() throws Exception {
        offsets.save("torn", new Place(7, 1));
        offsets.save("torn", new Place(9, 0));
        offsets.close();
        Path file = directory.resolve("events").resolve("torn.offset");
        byte[] bytes = Files.readAllBytes(file);
        assertThat(new FileOffsets(directory.resolve("events")).load("torn")).isEqualTo(new Place(9, 0));
        bytes[12] ^= 1;
        Files.write(file, bytes);
        assertThat(new FileOffsets(directory.resolve("events")).load("torn")).isEqualTo(new Place(7, 1));
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(60, TimeUnit.SECONDS)) throw new AssertionError("it did not come");
        } catch (InterruptedException interruption) {
            throw new AssertionError(interruption);
        }
    }
}
