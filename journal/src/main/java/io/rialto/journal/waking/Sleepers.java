package io.rialto.journal.waking;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Threads that sleep until the journal promises more. Thread-safe; waking them allocates nothing. */
public final class Sleepers {
    private volatile Sleeper[] all = {};

    /** One thread's bed; it {@link #leave leaves} when it follows no longer. */
    public static final class Sleeper {
        private volatile Thread asleep;

        private Sleeper() {}

        /**
         * Says that it sleeps before it looks once more; who wakes has promised before he asks who sleeps. So he sees the sleeper, or
         * the sleeper sees what is promised.
         *
         * @return whether it was woken; false when the time was over, or there was no need to sleep
         */
        public boolean sleep(BooleanSupplier isThereMore, long nanos) {
            asleep = Thread.currentThread();
            if (!isThereMore.getAsBoolean()) LockSupport.parkNanos(this, nanos);
            boolean isWoken = asleep == null;
            asleep = null;
            return isWoken;
        }

        private void wake() {
            Thread thread = asleep;
            if (thread == null) return;
            asleep = null;
            LockSupport.unpark(thread);
        }
    }

    public synchronized Sleeper join() {
        Sleeper made = new Sleeper();
        List<Sleeper> more = new ArrayList<>(List.of(all));
        more.add(made);
        all = more.toArray(Sleeper[]::new);
        return made;
    }

    public synchronized void leave(Sleeper sleeper) {
        List<Sleeper> fewer = new ArrayList<>(List.of(all));
        fewer.remove(sleeper);
        all = fewer.toArray(Sleeper[]::new);
    }

    public void wake() {
        for (Sleeper each : all) each.wake();
    }
}
