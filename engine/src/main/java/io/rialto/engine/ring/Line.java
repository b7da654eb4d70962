package io.rialto.engine.ring;

import com.lmax.disruptor.EventHandler;
import com.lmax.disruptor.InsufficientCapacityException;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.TimeoutException;
import com.lmax.disruptor.dsl.Disruptor;
import com.lmax.disruptor.dsl.ProducerType;
import io.rialto.engine.Core;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The line: a bounded ring, then core, journal and replies, one thread each.
 *
 * <p>Usage: doors {@link #offer} commands from any thread; a full ring is an answer and never a wait. Each accepted
 * offer is answered once through its {@link ReplyHandler}.
 *
 * <p>Errors: whatever the core or the journal throws halts the line. Frames already kept are answered as usual, all
 * others with {@link ReplyHandler#onHalted}; {@link #offer} then refuses everything.
 */
public final class Line implements AutoCloseable {
    private static final long CLOSE_SECONDS = 30;
    private static final String[] THREADS = {"core", "journal", "replies"};

    private final LineOptions options;
    private final Disruptor<Place> disruptor;
    private final RingBuffer<Place> ring;
    private final Stages.Halt halt = new Stages.Halt();
    private final AtomicLong nextDueNanos = new AtomicLong();

    private Line(LineOptions options) {
        this.options = options;
        disruptor = new Disruptor<>(
                Place::new,
                options.ringSize(),
                threads(),
                ProducerType.MULTI,
                options.profile().waiting());
        ring = disruptor.getRingBuffer();
    }

    public static Line start(LineOptions options, Core core, Stage journal) {
        Line line = new Line(options);
        Stages.Keeping keeping = new Stages.Keeping(journal, line.halt);
        line.nextDueNanos.set(core.nextDueNanos());
        line.run(Stages.deciding(core, line.halt, line.nextDueNanos), keeping, Stages.answering(keeping, line.halt));
        return line;
    }

    private void run(EventHandler<Place> deciding, EventHandler<Place> keeping, EventHandler<Place> answering) {
        disruptor.setDefaultExceptionHandler(halt);
        disruptor.handleEventsWith(deciding).then(keeping).then(answering);
        disruptor.start();
    }

    /**
     * Offers a command a place in line.
     *
     * @return false when there is no place left for this lane, or the line has halted: nothing was taken
     */
    public boolean offer(CommandWriter writer, ReplyHandler reply, Lane lane) {
        int needed = lane == Lane.CANCEL ? 1 : options.reservedForCancels() + 1;
        if (halt.isOn() || !ring.hasAvailableCapacity(needed)) return false;
        long sequence;
        try {
            sequence = ring.tryNext();
        } catch (InsufficientCapacityException full) {
            return false;
        }
        try {
            ring.get(sequence).take(writer, reply, options.clock().nanoTime());
        } finally {
            ring.publish(sequence);
        }
        return true;
    }

    /** When the core has something to do by itself: any command then makes it do it. The greatest long for never. */
    public long nextDueNanos() {
        return nextDueNanos.get();
    }

    public boolean isHalted() {
        return halt.isOn();
    }

    /** Why the line halted; null while it runs. */
    public Throwable haltCause() {
        return halt.cause();
    }

    /** Places taken now, for monitoring. */
    public long occupancy() {
        return options.ringSize() - ring.remainingCapacity();
    }

    public int ringSize() {
        return options.ringSize();
    }

    /** Answers everything that was accepted, then stops the threads. Offers must have ended before. */
    @Override
    public void close() {
        try {
            disruptor.shutdown(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException stuck) {
            disruptor.halt();
            throw new IllegalStateException("line did not drain in " + CLOSE_SECONDS + " s", stuck);
        }
    }

    private static ThreadFactory threads() {
        int[] started = {0};
        return stage -> {
            Thread thread = new Thread(stage, THREADS[started[0]++]);
            thread.setDaemon(true);
            return thread;
        };
    }
}
