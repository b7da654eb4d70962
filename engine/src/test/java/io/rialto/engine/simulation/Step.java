package io.rialto.engine.simulation;

import io.rialto.engine.reference.Command;

/**
 * One command of a flow with its time and who asked. An order or transfer below zero means the one that the step with
 * that tag made ({@code -1 - tag}), so that a shorter flow still speaks of the same orders.
 */
record Step(int tag, Command command, Command.Asked asked, long timeNanos) {
    static long madeBy(int tag) {
        return -1L - tag;
    }

    /** The same of a step that may make several. */
    static long madeBy(int tag, int place) {
        return madeBy(tag) - ((long) place << 32);
    }

    String words() {
        return "#" + tag + " at " + timeNanos + " " + command + (asked == null ? "" : " " + asked);
    }
}
