package io.rialto.bench.line;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** The venue's numbers of the recording's orders. Learned where replies are read, asked for where commands are made. */
final class OrderNumbers {
    private static final long PATIENCE_NANOS = 20_000;
    private static final int SPINS = 200;

    private final Map<Long, Long> numbers = new ConcurrentHashMap<>();
    private final BooleanSupplier isHopeless;

    /** @param isHopeless whether no more answers will come */
    OrderNumbers(BooleanSupplier isHopeless) {
        this.isHopeless = isHopeless;
    }

    void learn(long recorded, long number) {
        numbers.put(recorded, number);
    }

    /** Waits until the answer that holds the number has come. */
    long of(long recorded, BooleanSupplier allAnswered) {
        for (int i = 0; ; i++) {
            boolean isFinal = allAnswered.getAsBoolean();
            Long number = numbers.get(recorded);
            if (number != null) return number;
            if (isFinal || isHopeless.getAsBoolean()) {
                throw new IllegalStateException("order must be known to the venue: recorded order " + recorded);
            }
            if (i < SPINS) Thread.onSpinWait();
            else LockSupport.parkNanos(PATIENCE_NANOS);
        }
    }
}
