package io.rialto.gateway.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Connections that stand still: their wires take messages and never say that they have left. */
class SlowReaderRulesTest {
    private static final int IN_FLIGHT = 32;

    private final Deque<Runnable> publishing = new ArrayDeque<>();
    private final Counts counts = new Counts();

    @Test
    void aStandingReaderOfStatesIsToldTheNewestAnewOnceItMovesOn() {
        StillWire wire = new StillWire();
        Counter topic = new Counter(false);
        topic.join(new Reader(wire, Runnable::run));

        topic.counts(10_000);
        assertThat(wire.texts).hasSize(IN_FLIGHT).startsWith("snapshot 0", "1", "2");
        assertThat(wire.ended).isEmpty();
        wire.moves();
        runAll();
        topic.counts(1);

        assertThat(counts.conflated).isEqualTo(1);
        assertThat(wire.texts).endsWith("snapshot 10000 behind", "10001");
        assertThat(wire.texts).hasSize(IN_FLIGHT + 2);
    }

    @Test
    void aStandingReaderOfEventsIsLetGoAndSaidWhy() {
        StillWire wire = new StillWire();
        Counter topic = new Counter(true);
        topic.join(new Reader(wire, Runnable::run));

        topic.counts(10_000);

        assertThat(wire.ended).containsExactly("1008 messages of counter are not read");
        assertThat(counts.lost).isEqualTo(1);
        assertThat(topic.hasReaders()).isFalse();
    }

    @Test
    void aNeighbourIsToldEverything() {
        StillWire still = new StillWire();
        StillWire quick = new StillWire();
        quick.moves();
        Counter topic = new Counter(false);
        topic.join(new Reader(still, Runnable::run));
        topic.join(new Reader(quick, Runnable::run));

        topic.counts(10_000);

        assertThat(quick.texts).hasSize(10_001).endsWith("9999", "10000");
        assertThat(still.texts).hasSize(IN_FLIGHT);
    }

    @Test
    void answersComeInTheirPlaceAndAreBoundedToo() {
        StillWire wire = new StillWire();
        Counter topic = new Counter(false);
        Reader reader = new Reader(wire, Runnable::run);
        topic.join(reader);
        topic.counts(1);
        reader.answer("answer".getBytes(StandardCharsets.UTF_8));
        topic.counts(1);
        assertThat(wire.texts).containsExactly("snapshot 0", "1", "answer", "2");

        for (int i = 0; i < 2_000; i++) reader.answer(new byte[] {'x'});
        assertThat(wire.ended).containsExactly("1008 answers are not read");
    }

    @Test
    void whoComesBackIsToldWhatHeMissedOnce() {
        StillWire wire = new StillWire();
        wire.moves();
        Counter topic = new Counter(true);
        topic.counts(5);
        Reader reader = new Reader(wire, Runnable::run);

        topic.rejoin(reader, topic.missed(3, reader.room()).orElseThrow());
        topic.counts(1);

        assertThat(wire.texts).containsExactly("4", "5", "6");
    }

    private void runAll() {
        while (!publishing.isEmpty()) publishing.poll().run();
    }

    /** Each number is a message. */
    private final class Counter extends Topic {
        private int newest;

        Counter(boolean everyMessageCounts) {
            super(counts, "counter", everyMessageCounts);
        }

        void counts(int more) {
            for (int i = 0; i < more; i++) tell(text(Integer.toString(++newest)), newest);
        }

        @Override
        protected void begin(Subscription subscription, boolean wasBehind) {
            subscription.hasSeen(newest);
            subscription.tell(text("snapshot " + newest + (wasBehind ? " behind" : "")));
        }

        @Override
        public Optional<List<byte[]>> missed(long from, int most) {
            List<byte[]> all = new ArrayList<>();
            for (long i = from + 1; i <= newest; i++) all.add(text(Long.toString(i)));
            return Optional.of(all);
        }

        private byte[] text(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    private static final class StillWire implements Wire {
        final List<String> texts = new ArrayList<>();
        final List<String> ended = new ArrayList<>();
        private final Deque<Runnable> waiting = new ArrayDeque<>();
        private boolean moves;

        @Override
        public void write(byte[] utf8, boolean hasMore, Runnable written) {
            texts.add(new String(utf8, StandardCharsets.UTF_8));
            if (moves) written.run();
            else waiting.add(written);
        }

        @Override
        public void end(int status, String reason) {
            ended.add(status + " " + reason);
        }

        void moves() {
            moves = true;
            while (!waiting.isEmpty()) waiting.poll().run();
        }
    }

    private final class Counts implements Fanout {
        int conflated;
        int lost;

        @Override
        public void later(Runnable work) {
            publishing.add(work);
        }

        @Override
        public void told(int readers) {
            // Nobody counts here.
        }

        @Override
        public void lost() {
            lost++;
        }

        @Override
        public void conflated() {
            conflated++;
        }
    }
}
