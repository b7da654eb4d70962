package io.rialto.bench.book;

import io.rialto.bench.flow.FlowAnswer;
import io.rialto.bench.flow.OrderFlow;

/**
 * One engine that plays a flow. A fresh one, its books empty, is made for every repetition.
 *
 * <p>Threading: one thread.
 */
public interface Contender {
    /** Plays the commands from one index to before another. */
    void play(OrderFlow flow, int from, int to);

    /** What it has traded so far. */
    FlowAnswer answer();
}
