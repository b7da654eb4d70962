package io.rialto.gateway.meters;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where spending is counted, and who is shut out for how long. Thread-safe. */
public interface Meters extends AutoCloseable {
    /** What lies idle for so long is dropped: by then every bucket is full again. */
    long IDLE_MILLIS = 3_600_000;

    /** Takes it, or says how long to wait. */
    Reading take(Charge charge);

    /** What would {@link #take} say; nothing is taken. */
    Reading ask(Charge charge);

    /** Returns what was taken. */
    void giveBack(Charge charge);

    /** Newest shut-out of that name, also when it is over, for as long as it counts. */
    Optional<ShutOut> shutOut(String name);

    /** Keeps it for so long. */
    void shutOut(String name, ShutOut shutOut, long keptMillis);

    /** All that still count, by name. */
    Map<String, ShutOut> shutOuts();

    /** Forgets it; whether there was one. */
    boolean forget(String name);

    /**
     * Takes all or nothing: what was taken before one that is refused goes back. All are asked either way, so that the
     * longest wait is known.
     */
    default List<Reading> takeAll(List<Charge> charges) {
        List<Reading> readings = new ArrayList<>(charges.size());
        boolean isPassed = true;
        for (Charge charge : charges) {
            Reading reading = isPassed ? take(charge) : ask(charge);
            readings.add(reading);
            if (isPassed && !reading.isPassed()) {
                isPassed = false;
                for (int i = 0; i < readings.size() - 1; i++) {
                    giveBack(readings.get(i).charge());
                    readings.set(i, readings.get(i).givenBack());
                }
            }
        }
        return readings;
    }

    @Override
    default void close() {}
}
