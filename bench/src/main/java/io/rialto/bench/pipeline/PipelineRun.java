package io.rialto.bench.pipeline;

import io.rialto.engine.Core;
import io.rialto.engine.CoreOptions;
import io.rialto.engine.ring.CommandWriter;
import io.rialto.engine.ring.Lane;
import io.rialto.engine.ring.Line;
import io.rialto.engine.ring.LineOptions;
import io.rialto.engine.ring.Profile;
import io.rialto.engine.ring.ReplyHandler;
import io.rialto.engine.ring.Stage;
import io.rialto.journal.Durability;
import io.rialto.journal.Journal;
import io.rialto.journal.JournalOptions;
import io.rialto.journal.JournalReader;
import io.rialto.protocol.frame.Frame;
import java.nio.file.Path;

/** One run: a fresh core and journal, the books filled untimed, then every command at its intended time. */
final class PipelineRun {
    private static final int WARM_UP_SHARE = 5;

    private final CommandTape tape;
    private final Durability durability;
    private final Profile profile;
    private final Lateness decided;
    private final Lateness acked;
    private volatile long answered;
    private volatile Throwable halted;

    PipelineRun(CommandTape tape, Durability durability, Profile profile) {
        this.tape = tape;
        this.durability = durability;
        this.profile = profile;
        int warmUp = (tape.size() - tape.firstTimed()) / WARM_UP_SHARE;
        decided = new Lateness(tape.firstTimed() + 1L, warmUp);
        acked = new Lateness(tape.firstTimed() + 1L, warmUp);
    }

    /** What the run showed; latencies in microseconds. */
    record Result(long rate, double achieved, long frames, double bytesPerFrame, Lateness decided, Lateness acked) {}

    Result at(long rate, Path directory) {
        try (Journal journal = open(directory);
                Line line = Line.start(
                        LineOptions.of(profile), new Core(new CoreOptions(1 << 16, 1 << 10)), new Keeping(journal))) {
            fill(line);
            int timed = tape.size() - tape.firstTimed();
            long start = System.nanoTime();
            Schedule schedule = new Schedule(start, rate);
            decided.begin(schedule);
            acked.begin(schedule);
            Sender sender = new Sender(line, new Timed());
            for (int i = 0; i < timed; i++) {
                schedule.awaitTurn(i);
                sender.send(tape.firstTimed() + i);
            }
            awaitAll();
            double seconds = (System.nanoTime() - start) / 1e9;
            return new Result(rate, timed / seconds, timed, bytesPerFrame(directory), decided, acked);
        }
    }

    private Journal open(Path directory) {
        try (JournalReader nothing = JournalReader.open(directory)) {
            if (nothing.next()) throw new IllegalArgumentException("the journal must be empty: " + directory);
            return Journal.open(JournalOptions.in(directory).durability(durability), nothing.end());
        }
    }

    private double bytesPerFrame(Path directory) {
        long bytes = 0;
        long frames = 0;
        try (JournalReader reader = JournalReader.open(directory)) {
            while (reader.next()) {
                bytes += reader.frame().length();
                frames++;
            }
        }
        return (double) bytes / frames;
    }

    private void fill(Line line) {
        Sender sender = new Sender(line, new Answered());
        for (int i = 0; i < tape.firstTimed(); i++) sender.send(i);
        awaitAll(tape.firstTimed());
    }

    private void awaitAll() {
        awaitAll(tape.size());
    }

    private void awaitAll(long sequence) {
        while (answered < sequence) {
            if (halted != null) throw new IllegalStateException("the line halted", halted);
            Thread.yield();
        }
    }

    /** Offers one command after another; a full line is waited for, and the wait counts. */
    private final class Sender {
        private final Line line;
        private final ReplyHandler reply;
        private final CommandWriter writer = this::write;
        private int index;

        Sender(Line line, ReplyHandler reply) {
            this.line = line;
            this.reply = reply;
        }

        private void write(Frame frame) {
            tape.write(index, frame);
        }

        void send(int next) {
            index = next;
            while (!line.offer(writer, reply, Lane.CANCEL)) {
                if (line.isHalted()) throw new IllegalStateException("the line halted", line.haltCause());
                Thread.yield(); // the line's threads may need this very processor
            }
        }
    }

    /** The journal's thread: a frame that comes here has been decided. */
    private final class Keeping implements Stage {
        private final Journal journal;

        Keeping(Journal journal) {
            this.journal = journal;
        }

        @Override
        public void onFrame(Frame frame) {
            if (frame.sequence() > tape.firstTimed()) decided.reached(frame);
            journal.append(frame);
        }

        @Override
        public void onBatchEnd() {
            journal.commit();
        }
    }

    private class Answered implements ReplyHandler {
        @Override
        public void onReply(Frame frame) {
            answered = frame.sequence();
        }

        @Override
        public void onHalted(Throwable cause) {
            halted = cause;
        }
    }

    private final class Timed extends Answered {
        @Override
        public void onReply(Frame frame) {
            acked.reached(frame);
            super.onReply(frame);
        }
    }
}
