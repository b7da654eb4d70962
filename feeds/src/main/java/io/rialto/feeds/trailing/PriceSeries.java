package io.rialto.feeds.trailing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The prices of one kind in one instrument, as far as anybody trails them. Prices in ticks. */
final class PriceSeries {
    private final Extremes highest = new Extremes(true);
    private final Extremes lowest = new Extremes(false);
    private final List<Trail> fresh = new ArrayList<>();
    private final PriorityQueue<Trail> above = new PriorityQueue<>(Comparator.comparingLong(Trail::activationTicks));
    private final PriorityQueue<Trail> below =
            new PriorityQueue<>(Comparator.comparingLong(Trail::activationTicks).reversed());
    private long moment;
    private long lastTicks; // 0 before the first
    private long lastStep;
    private int trails;

    void saw(long ticks, long step) {
        lastTicks = ticks;
        lastStep = step;
        if (trails == 0) return;
        keep(ticks);
        while (!above.isEmpty() && above.peek().activationTicks() <= ticks)
            above.poll().activate(moment);
        while (!below.isEmpty() && below.peek().activationTicks() >= ticks)
            below.poll().activate(moment);
        for (Trail trail : fresh) start(trail, ticks);
        fresh.clear();
    }

    /** @param step the tick now, as the instrument's parameter says it */
    void begin(Trail trail, long step) {
        if (lastTicks != 0 && lastStep != step) lastTicks = Steps.nearest(lastTicks, lastStep, step);
        lastStep = step;
        trails++;
        if (lastTicks == 0) {
            fresh.add(trail);
            return;
        }
        if (trails == 1) keep(lastTicks);
        start(trail, lastTicks);
    }

    void leave(Trail trail, boolean isActive) {
        if (!isActive && !fresh.remove(trail) && !above.remove(trail)) below.remove(trail);
        trails--;
        if (trails > 0) return;
        highest.forget();
        lowest.forget();
    }

    long extreme(boolean isHighest, long since) {
        return (isHighest ? highest : lowest).since(since);
    }

    private void keep(long ticks) {
        moment++;
        highest.saw(moment, ticks);
        lowest.saw(moment, ticks);
    }

    private void start(Trail trail, long ticks) {
        if (trail.isActiveFrom(ticks)) trail.activate(moment);
        else (trail.activationTicks() > ticks ? above : below).add(trail);
    }
}
