package io.rialto.gateway.measures;

import io.rialto.gateway.http.HttpDoor;
import io.rialto.gateway.settings.VenueConfig;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/** What the HTTP door's answers and connections say about it. Thread-safe. */
public final class DoorMeasures implements HttpDoor.Watch {
    private static final int SWITCHED = 101;
    private static final int FIRST_ERROR = 400;
    private static final int CLASSES = 6;
    private static final int CLASS = 100;

    private final Measures measures;
    private final List<LongAdder> answers =
            Stream.generate(LongAdder::new).limit(CLASSES).toList();

    private final int mostConnections;
    private final Asked asked;
    private final LongAdder turnedAway = new LongAdder();
    private final LongAdder cutOff = new LongAdder();
    private final LongAdder shed = new LongAdder();
    private final LongAdder inProgress = new LongAdder();
    private final LongAdder open = new LongAdder();

    /** Hears what was asked for; see {@link HttpDoor.Watch#asked}. */
    public interface Asked {
        void asked(String address, String pathQuery, String correlation);
    }

    /**
     * Measures, and passes on what is not measured here.
     *
     * @param bounds of what is measured
     */
    public DoorMeasures(Measures measures, VenueConfig.Connections bounds, Asked asked) {
        this.measures = measures;
        this.asked = asked;
        mostConnections = bounds.most();
    }

    @Override
    public void answered(int status, long nanos) {
        if (status == SWITCHED) return; // from here on it is a socket
        measures.record(Measure.API_LATENCY, nanos);
        measures.record(Measure.API_ERROR_RATE, status >= FIRST_ERROR ? 1 : 0);
        answers.get(Math.min(status / CLASS, CLASSES - 1)).increment();
    }

    @Override
    public void asked(String address, String pathQuery, String correlation) {
        asked.asked(address, pathQuery, correlation);
    }

    @Override
    public void opened() {
        open.increment();
    }

    @Override
    public void closed() {
        open.decrement();
    }

    @Override
    public void turnedAway() {
        turnedAway.increment();
    }

    @Override
    public void cutOff() {
        cutOff.increment();
    }

    @Override
    public void begun() {
        inProgress.increment();
    }

    @Override
    public void ended() {
        inProgress.decrement();
    }

    /** Requests, now. */
    public long inProgress() {
        return inProgress.sum();
    }

    @Override
    public void shed() {
        shed.increment();
    }

    /** Requests that were refused because too many were in progress, since the start. */
    public long allShed() {
        return shed.sum();
    }

    /** Connections, now. */
    public long open() {
        return open.sum();
    }

    public int mostConnections() {
        return mostConnections;
    }

    /** Connections, since the start. */
    public long allTurnedAway() {
        return turnedAway.sum();
    }

    /** Slow clients, since the start. */
    public long allCutOff() {
        return cutOff.sum();
    }

    /** Since the start. @param hundreds 2 for all from 200 to 299 */
    public long answers(int hundreds) {
        return answers.get(hundreds).sum();
    }
}
