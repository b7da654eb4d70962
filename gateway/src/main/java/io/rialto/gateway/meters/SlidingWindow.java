package io.rialto.gateway.meters;

/**
 * How much passed in the last so many milliseconds, from two counters: that of the running window, and of the one before,
 * which counts by the part of it that is still in sight.
 *
 * <p>Thread-safe. The wait that it tells is exact: a millisecond earlier the charge would be refused again.
 */
final class SlidingWindow {
    private long index = Long.MIN_VALUE;
    private long current;
    private long previous;

    synchronized Reading take(Charge charge, long nowMillis) {
        Reading reading = ask(charge, nowMillis);
        if (!reading.isPassed()) return reading;
        current += charge.weight();
        return ask(charge, nowMillis, 0);
    }

    synchronized Reading ask(Charge charge, long nowMillis) {
        long length = charge.quota().perMillis();
        turn(Math.floorDiv(nowMillis, length));
        long waitMillis = waitMillis(charge, length, Math.floorMod(nowMillis, length), current, previous);
        return ask(charge, nowMillis, waitMillis);
    }

    private Reading ask(Charge charge, long nowMillis, long waitMillis) {
        return reading(charge, Math.floorMod(nowMillis, charge.quota().perMillis()), current, previous, waitMillis);
    }

    synchronized void giveBack(Charge charge, long nowMillis) {
        turn(Math.floorDiv(nowMillis, charge.quota().perMillis()));
        long fromCurrent = Math.min(current, charge.weight());
        current -= fromCurrent;
        previous = Math.max(0, previous - (charge.weight() - fromCurrent));
    }

    private void turn(long now) {
        if (now <= index) return;
        previous = now == index + 1 ? current : 0;
        current = 0;
        index = now;
    }

    static Reading reading(Charge charge, long elapsedMillis, long current, long previous, long waitMillis) {
        long length = charge.quota().perMillis();
        long seen = Math.addExact(previous * (length - elapsedMillis), current * length);
        long remaining = Math.max(0, charge.quota().most() - ceiling(seen, length));
        long reset = current > 0 ? 2 * length - elapsedMillis : previous > 0 ? length - elapsedMillis : 0;
        return new Reading(charge, remaining, waitMillis, reset);
    }

    /** First moment at which {@code previous * part in sight + current + weight <= most}. */
    static long waitMillis(Charge charge, long length, long elapsedMillis, long current, long previous) {
        long room = charge.quota().most() - charge.weight() - current;
        if (room >= 0) return Math.max(0, enough(previous, room, length) - elapsedMillis);
        return length - elapsedMillis + enough(current, room + current, length);
    }

    /** How far into a window enough of the one before it is out of sight. */
    private static long enough(long before, long room, long length) {
        return before <= room ? 0 : length - room * length / before;
    }

    private static long ceiling(long value, long by) {
        return (value + by - 1) / by;
    }
}
