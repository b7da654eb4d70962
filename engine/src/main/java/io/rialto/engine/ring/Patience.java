package io.rialto.engine.ring;

import com.lmax.disruptor.AlertException;
import com.lmax.disruptor.Sequence;
import com.lmax.disruptor.SequenceBarrier;
import com.lmax.disruptor.WaitStrategy;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * Waiting on a machine whose processors others want too: an idle line sleeps, and a stage behind a slow one gives its
 * processor away.
 *
 * <p>Disruptor's blocking strategies block only while the ring is empty; behind a stage that is busy they spin, which
 * costs a processor for as long as the journal forces to the device. Here a stage spins as long as a decision takes, and
 * then naps.
 */
final class Patience implements WaitStrategy {
    private static final int SPINS = 100;
    private static final long NAP_NANOS = 20_000;

    private final Object lock = new Object();
    private final AtomicBoolean someoneSleeps = new AtomicBoolean();

    @Override
    public long waitFor(long sequence, Sequence cursor, Sequence dependent, SequenceBarrier barrier)
            throws AlertException, InterruptedException {
        if (!comes(sequence, cursor, barrier)) sleepUntil(sequence, cursor, barrier);
        while (!comes(sequence, dependent, barrier)) LockSupport.parkNanos(NAP_NANOS);
        return dependent.get();
    }

    private static boolean comes(long sequence, Sequence awaited, SequenceBarrier barrier) throws AlertException {
        for (int spins = SPINS; spins > 0; spins--) {
            if (awaited.get() >= sequence) return true;
            barrier.checkAlert();
            Thread.onSpinWait();
        }
        return false;
    }

    /**
     * Says that it sleeps before it looks once more; a publisher has moved the cursor by a fenced write before it asks
     * who sleeps. So it sees the sleeper, or the sleeper sees the cursor.
     */
    private void sleepUntil(long sequence, Sequence cursor, SequenceBarrier barrier)
            throws AlertException, InterruptedException {
        synchronized (lock) {
            while (true) {
                someoneSleeps.set(true);
                if (cursor.get() >= sequence) return;
                barrier.checkAlert();
                lock.wait();
            }
        }
    }

    @Override
    public void signalAllWhenBlocking() {
        if (!someoneSleeps.get() || !someoneSleeps.getAndSet(false)) return;
        synchronized (lock) {
            lock.notifyAll();
        }
    }
}
