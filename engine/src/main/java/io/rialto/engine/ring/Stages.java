package io.rialto.engine.ring;

import com.lmax.disruptor.EventHandler;
import com.lmax.disruptor.ExceptionHandler;
import io.rialto.engine.Core;
import java.util.concurrent.atomic.AtomicLong;

/** The three stages of the line, each on its own thread, each seeing a place only when the one before let go of it. */
final class Stages {
    private Stages() {}

    /** Decides. After a broken invariant nothing is decided any more, so nothing wrong is kept. */
    static EventHandler<Place> deciding(Core core, Halt halt, AtomicLong nextDueNanos) {
        return (place, sequence, endOfBatch) -> {
            if (place.progress == Place.Progress.OFFERED && !halt.isOn()) decide(core, place, halt);
            if (endOfBatch) nextDueNanos.lazySet(core.nextDueNanos());
        };
    }

    private static void decide(Core core, Place place, Halt halt) {
        try {
            if (place.isTimed) place.takenUpNanos = System.nanoTime();
            core.decide(place.frame);
            if (place.isTimed) place.decidedNanos = System.nanoTime();
            place.progress = Place.Progress.DECIDED;
        } catch (Throwable broken) {
            halt.because(broken);
        }
    }

    /** Remembers. {@link #keptThrough} moves only when a whole batch is kept. */
    static final class Keeping implements EventHandler<Place> {
        private final Stage journal;
        private final Halt halt;
        private boolean failed;
        private volatile long keptThrough = -1;

        Keeping(Stage journal, Halt halt) {
            this.journal = journal;
            this.halt = halt;
        }

        @Override
        public void onEvent(Place place, long sequence, boolean endOfBatch) {
            if (failed) return;
            try {
                if (place.progress == Place.Progress.DECIDED) journal.onFrame(place.frame);
                if (!endOfBatch) return;
                journal.onBatchEnd();
                keptThrough = sequence;
            } catch (Throwable notKept) {
                failed = true;
                halt.because(notKept);
            }
        }

        void answered() {
            journal.onAnswered();
        }

        boolean kept(Place place, long sequence) {
            return place.progress == Place.Progress.DECIDED && sequence <= keptThrough;
        }
    }

    /** Answers, and forgets who asked. */
    static EventHandler<Place> answering(Keeping keeping, Halt halt) {
        return (place, sequence, endOfBatch) -> {
            ReplyHandler reply = place.reply;
            place.reply = null;
            boolean isAwaited = reply != null && place.progress != Place.Progress.VOID;
            if (isAwaited && keeping.kept(place, sequence)) answer(place, reply);
            else if (isAwaited) reply.onHalted(halt.cause());
            if (endOfBatch) keeping.answered();
        };
    }

    private static void answer(Place place, ReplyHandler reply) {
        if (place.isTimed) reply.onTimes(place.offeredNanos, place.takenUpNanos, place.decidedNanos);
        reply.onReply(place.frame);
    }

    /**
     * Whether the line has stopped, and why. The first cause stays.
     *
     * <p>Threading: set by the line's threads, read by all.
     */
    static final class Halt implements ExceptionHandler<Place> {
        private volatile Throwable cause;

        void because(Throwable reason) {
            if (cause == null) cause = reason;
        }

        boolean isOn() {
            return cause != null;
        }

        Throwable cause() {
            return cause;
        }

        /** Only a reply handler lets anything escape: the fault is its author's, but the venue must not run on blind. */
        @Override
        public void handleEventException(Throwable fault, long sequence, Place place) {
            because(fault);
        }

        @Override
        public void handleOnStartException(Throwable fault) {
            because(fault);
        }

        @Override
        public void handleOnShutdownException(Throwable fault) {
            because(fault);
        }
    }
}
