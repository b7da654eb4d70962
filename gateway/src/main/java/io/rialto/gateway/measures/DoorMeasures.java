package io.rialto.gateway.measures;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/** What the HTTP door's answers say about it. Thread-safe. */
public final class DoorMeasures {
    private static final int SWITCHED = 101;
    private static final int FIRST_ERROR = 400;
    private static final int CLASSES = 6;
    private static final int CLASS = 100;

    private final Measures measures;
    private final List<LongAdder> answers =
            Stream.generate(LongAdder::new).limit(CLASSES).toList();

    public DoorMeasures(Measures measures) {
        this.measures = measures;
    }

    /** @param nanos until the end of the answer */
    public void answered(int status, long nanos) {
        if (status == SWITCHED) return; // from here on it is a socket
        measures.record(Measure.API_LATENCY, nanos);
        measures.record(Measure.API_ERROR_RATE, status >= FIRST_ERROR ? 1 : 0);
        answers.get(Math.min(status / CLASS, CLASSES - 1)).increment();
    }

    /** Since the start. @param hundreds 2 for all from 200 to 299 */
    public long answers(int hundreds) {
        return answers.get(hundreds).sum();
    }
}
