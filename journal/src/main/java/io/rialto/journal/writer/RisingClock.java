package io.rialto.journal.writer;

import java.util.function.LongSupplier;
import net.openhft.chronicle.core.time.TimeProvider;

/**
 * The clock by which files roll: it never goes back, whatever the machine's clock does.
 *
 * <p>Threading: the journal's thread.
 */
final class RisingClock implements TimeProvider {
    private final LongSupplier millis;
    private long previousMillis;

    RisingClock(LongSupplier millis) {
        this.millis = millis;
    }

    /** Not before this, from now on. */
    void notBefore(long floorMillis) {
        previousMillis = Math.max(previousMillis, floorMillis);
    }

    @Override
    public long currentTimeMillis() {
        previousMillis = Math.max(previousMillis, millis.getAsLong());
        return previousMillis;
    }
}
