package io.rialto.bench.line;

import io.rialto.bench.recording.BookLevels;
import io.rialto.bench.recording.Instruction;
import io.rialto.bench.recording.Judge;
import io.rialto.bench.recording.Market;
import io.rialto.bench.recording.PlayedVenue;
import io.rialto.engine.Core;
import io.rialto.engine.CoreOptions;
import io.rialto.engine.ring.CommandWriter;
import io.rialto.engine.ring.Lane;
import io.rialto.engine.ring.Line;
import io.rialto.engine.ring.LineOptions;
import io.rialto.engine.ring.Profile;
import io.rialto.engine.ring.ReplyHandler;
import io.rialto.engine.ring.Stage;
import io.rialto.journal.Journal;
import io.rialto.journal.JournalOptions;
import io.rialto.journal.JournalReader;
import io.rialto.protocol.frame.Frame;
import io.rialto.replay.Recovered;
import io.rialto.replay.Recovery;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * The whole line: ring, core, journal with every frame durable, replies. At the end history is read back, re-run and
 * compared with what the live core had become.
 *
 * <p>A second core is given the same commands first: it foresees the numbers that orders will get, so that a cancel need
 * not wait until the order it names was forced to the device. Every answer is checked against what was foreseen.
 */
public final class RingVenue implements PlayedVenue {
    private static final long PATIENCE_NANOS = 20_000;

    private record Comparison(long after, long row, BookLevels expected) {}

    private final Path directory;
    private final Core core = new Core(CoreOptions.defaults());
    private final Journal journal;
    private final Line line;
    private final Foresight foresight = new Foresight();
    private final CommandMaker commands;
    private final EventReader events;
    private final Queue<Comparison> comparisons = new ConcurrentLinkedQueue<>();
    private long sent;
    private volatile long answered;
    private boolean isClosed;

    /** @param directory of the journal; must not hold one */
    public RingVenue(Market market, Judge judge, Path directory) {
        this.directory = directory;
        try (JournalReader nothing = JournalReader.open(directory)) {
            if (nothing.next()) throw new IllegalArgumentException("the journal must be empty: " + directory);
            journal = Journal.open(JournalOptions.in(directory), nothing.end());
        }
        line = Line.start(LineOptions.of(Profile.SHARED), core, new Keeping(journal));
        events = new EventReader(market, this::answerNumber, judge);
        commands = new CommandMaker(market, Listed.in(market, this::ask), foresight::number);
    }

    @Override
    public void send(Instruction instruction) {
        CommandWriter command = commands.of(instruction);
        foresight.decide(instruction.order(), command);
        offer(command, frame -> {
            compareUpTo(answered);
            events.onReply(instruction, frame);
            long now = answered + 1;
            compareUpTo(now);
            answered = now;
        });
        sent++;
    }

    @Override
    public void compare(long row, BookLevels expected) {
        comparisons.add(new Comparison(sent, row, new BookLevels(expected.depth()).copyOf(expected)));
    }

    /** On the replies thread: the book stands as it was when so many commands had been answered. */
    private void compareUpTo(long commandsAnswered) {
        for (Comparison next = comparisons.peek();
                next != null && next.after <= commandsAnswered;
                next = comparisons.peek()) {
            comparisons.remove();
            events.compare(next.row, next.expected);
        }
    }

    /** On the replies thread: what was foreseen must have come. */
    private void answerNumber(long recorded, long number) {
        if (foresight.number(recorded) != number) {
            throw new IllegalStateException(
                    "two cores must give the same number: recorded order " + recorded + " number " + number);
        }
    }

    private Listed.Answer ask(CommandWriter command) {
        foresight.decide(0, command);
        CompletableFuture<Listed.Answer> answer = new CompletableFuture<>();
        offer(command, frame -> answer.complete(Listed.Answer.of(frame)));
        return answer.join();
    }

    private void offer(CommandWriter command, Consumer<Frame> reply) {
        ReplyHandler handler = reply::accept;
        while (!line.offer(command, handler, Lane.ORDER)) {
            refuseHalted();
            LockSupport.parkNanos(PATIENCE_NANOS);
        }
    }

    private void refuseHalted() {
        if (line.isHalted()) throw new IllegalStateException("the line halted", line.haltCause());
    }

    @Override
    public Closing finish() {
        while (answered < sent) {
            refuseHalted();
            LockSupport.parkNanos(PATIENCE_NANOS);
        }
        compareUpTo(answered);
        close();
        Core again = new Core(CoreOptions.defaults());
        Recovered recovered = Recovery.of(directory, again).run();
        boolean holds = recovered.end().isClean()
                && recovered.frames() == core.sequence()
                && recovered.stateHash() == core.stateHash();
        return new Closing(
                "recovered frames=" + recovered.frames() + " stateHash=" + String.format("%016x", recovered.stateHash())
                        + (holds ? " equal" : " different"),
                holds);
    }

    @Override
    public void close() {
        if (isClosed) return;
        isClosed = true;
        line.close();
        journal.close();
    }

    private record Keeping(Journal journal) implements Stage {
        @Override
        public void onFrame(Frame frame) {
            journal.append(frame);
        }

        @Override
        public void onBatchEnd() {
            journal.commit();
        }
    }
}
