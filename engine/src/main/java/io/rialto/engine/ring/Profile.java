package io.rialto.engine.ring;

import com.lmax.disruptor.BusySpinWaitStrategy;
import com.lmax.disruptor.PhasedBackoffWaitStrategy;
import com.lmax.disruptor.WaitStrategy;
import java.util.concurrent.TimeUnit;

/** How the line's threads wait for work. */
public enum Profile {
    /** Spins briefly, then blocks: right for machines that do other things too. */
    SHARED {
        @Override
        WaitStrategy waiting() {
            return PhasedBackoffWaitStrategy.withLiteLock(SPIN_MICROS, YIELD_MICROS, TimeUnit.MICROSECONDS);
        }
    },
    /** Never sleeps: wants a core for each of the three threads. */
    LOWLATENCY {
        @Override
        WaitStrategy waiting() {
            return new BusySpinWaitStrategy();
        }
    };

    private static final int SPIN_MICROS = 5;
    private static final int YIELD_MICROS = 50;

    abstract WaitStrategy waiting();
}
