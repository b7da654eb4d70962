package io.rialto.engine.ring;

import com.lmax.disruptor.BusySpinWaitStrategy;
import com.lmax.disruptor.WaitStrategy;

/** How the line's threads wait for work. */
public enum Profile {
    /** Spins briefly, then sleeps: right for machines that do other things too. */
    SHARED {
        @Override
        WaitStrategy waiting() {
            return new Patience();
        }
    },
    /** Never sleeps: wants a core for each of the three threads. */
    LOWLATENCY {
        @Override
        WaitStrategy waiting() {
            return new BusySpinWaitStrategy();
        }
    };

    abstract WaitStrategy waiting();
}
