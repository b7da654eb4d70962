package io.rialto.engine.ring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rialto.engine.Core;
import io.rialto.engine.CoreOptions;
import io.rialto.protocol.TickEncoder;
import io.rialto.protocol.frame.Frame;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LineTest {
    private static final int PLACES = 16;
    private static final LineOptions OPTIONS = LineOptions.of(Profile.SHARED).withRingSize(PLACES);

    private final Kept kept = new Kept();
    private final Line line = Line.start(OPTIONS, new Core(CoreOptions.defaults()), kept);

    /** A journal in memory that can be held up, and that can fail. */
    private static final class Kept implements Stage {
        final List<Long> sequences = new CopyOnWriteArrayList<>();
        final CountDownLatch free = new CountDownLatch(1);
        final CountDownLatch answered = new CountDownLatch(1);
        final List<String> order = new CopyOnWriteArrayList<>();
        volatile boolean held;
        volatile boolean failing;

        @Override
        public void onFrame(Frame frame) {
            sequences.add(frame.sequence());
        }

        @Override
        public void onBatchEnd() {
            if (failing) throw new IllegalStateException("disk gone");
            if (!held) return;
            try {
                assertThat(free.await(10, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }

        @Override
        public void onAnswered() {
            order.add("told");
            answered.countDown();
        }
    }

    @AfterEach
    void close() {
        kept.free.countDown();
        line.close();
    }

    @Test
    void aReplyComesAfterTheJournalKeptTheFrame() throws Exception {
        assertThat(tick(Lane.ORDER).get(10, TimeUnit.SECONDS)).isEqualTo(1);
        assertThat(tick(Lane.ORDER).get(10, TimeUnit.SECONDS)).isEqualTo(2);
        assertThat(kept.sequences).containsExactly(1L, 2L);
    }

    @Test
    void theJournalIsToldWhenWhoAskedHasBeenAnswered() throws Exception {
        assertThat(line.offer(LineTest::writeTick, frame -> kept.order.add("answered"), Lane.ORDER))
                .isTrue();

        assertThat(kept.answered.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(kept.order).containsExactly("answered", "told");
    }

    @Test
    void aFullLineIsAnAnswerAndCancelsHaveReservedRoom() {
        kept.held = true;
        int orders = 0;
        while (line.offer(LineTest::writeTick, frame -> {}, Lane.ORDER)) orders++;
        int cancels = 0;
        while (line.offer(LineTest::writeTick, frame -> {}, Lane.CANCEL)) cancels++;

        assertThat(orders).isEqualTo(PLACES - PLACES / 8);
        assertThat(cancels).isEqualTo(PLACES / 8);
        kept.free.countDown();
    }

    @Test
    void aWriterThatFailsTakesNoPlaceInHistory() throws Exception {
        assertThatThrownBy(() -> line.offer(
                        frame -> {
                            throw new IllegalArgumentException("no shape");
                        },
                        frame -> {},
                        Lane.ORDER))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(tick(Lane.ORDER).get(10, TimeUnit.SECONDS)).isEqualTo(1);
    }

    @Test
    void whenTheJournalFailsNobodyIsToldThatAFrameWasKept() {
        kept.failing = true;
        assertThat(tick(Lane.ORDER))
                .failsWithin(10, TimeUnit.SECONDS)
                .withThrowableThat()
                .withMessageContaining("disk");
        assertThat(line.isHalted()).isTrue();
        assertThat(line.haltCause()).hasMessage("disk gone");
        assertThat(line.offer(LineTest::writeTick, frame -> {}, Lane.CANCEL)).isFalse();
    }

    @Test
    void timeIsStampedAtTheDoorAndNeverFalls() throws Exception {
        long[] clock = {1_000, 900, 2_000};
        int[] asked = {0};
        CompletableFuture<List<Long>> times = new CompletableFuture<>();
        List<Long> seen = new CopyOnWriteArrayList<>();
        try (Line timed =
                Line.start(OPTIONS.withClock(() -> clock[asked[0]++]), new Core(CoreOptions.defaults()), new Kept())) {
            for (int i = 0; i < clock.length; i++) {
                timed.offer(
                        LineTest::writeTick,
                        frame -> {
                            seen.add(frame.timeNanos());
                            if (seen.size() == clock.length) times.complete(seen);
                        },
                        Lane.ORDER);
            }
            assertThat(times.get(10, TimeUnit.SECONDS)).containsExactly(1_000L, 1_000L, 2_000L);
        }
    }

    @Test
    void whoWantsToKnowIsToldWhenEachStageWas() throws Exception {
        CompletableFuture<List<Long>> told = new CompletableFuture<>();
        ReplyHandler timed = new ReplyHandler() {
            @Override
            public boolean isTimed() {
                return true;
            }

            @Override
            public void onTimes(long offeredNanos, long takenUpNanos, long decidedNanos) {
                told.complete(List.of(offeredNanos, takenUpNanos, decidedNanos));
            }

            @Override
            public void onReply(Frame frame) {}
        };
        long before = System.nanoTime();
        line.offer(LineTest::writeTick, timed, Lane.ORDER);

        List<Long> moments = told.get(10, TimeUnit.SECONDS);
        assertThat(moments).isSorted();
        assertThat(moments.get(0)).isGreaterThanOrEqualTo(before);
        assertThat(moments.get(2)).isLessThanOrEqualTo(System.nanoTime());
    }

    private CompletableFuture<Long> tick(Lane lane) {
        CompletableFuture<Long> answered = new CompletableFuture<>();
        ReplyHandler reply = new ReplyHandler() {
            @Override
            public void onReply(Frame frame) {
                answered.complete(frame.sequence());
            }

            @Override
            public void onHalted(Throwable cause) {
                answered.completeExceptionally(cause);
            }
        };
        assertThat(line.offer(LineTest::writeTick, reply, lane)).isTrue();
        return answered;
    }

    private static void writeTick(Frame frame) {
        TickEncoder tick = new TickEncoder();
        tick.wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader());
        frame.commandEncoded(TickEncoder.TEMPLATE_ID, tick.encodedLength());
    }
}
