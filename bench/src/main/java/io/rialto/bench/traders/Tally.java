package io.rialto.bench.traders;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What came of everything that was sent. Thread-safe. */
public final class Tally {
    /** What may happen to anybody in a market that moves. */
    private static final Set<String> USUAL =
            Set.of("POST_ONLY_WOULD_TAKE", "UNKNOWN_ORDER", "INSUFFICIENT_FUNDS", "NO_LIQUIDITY", "BUSY");

    private final Map<String, Long> refused = new TreeMap<>();
    private long orders;
    private long cancels;
    private long fills;

    synchronized void order(int fillsAtOnce) {
        orders++;
        fills += fillsAtOnce;
    }

    synchronized void cancel() {
        cancels++;
    }

    synchronized void refused(String code) {
        refused.merge(code, 1L, Long::sum);
    }

    public synchronized long orders() {
        return orders;
    }

    public synchronized long fills() {
        return fills;
    }

    /** By code. */
    public synchronized Map<String, Long> refused() {
        return new TreeMap<>(refused);
    }

    /** Of these, what a well-behaved participant is not told. */
    public synchronized Map<String, Long> unexpected() {
        Map<String, Long> unexpected = new TreeMap<>(refused);
        unexpected.keySet().removeAll(USUAL);
        return unexpected;
    }

    /** One line for people. */
    public synchronized String line() {
        return "orders=" + orders + " fills=" + fills + " cancels=" + cancels + " refused=" + refused;
    }
}
