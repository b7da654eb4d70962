package io.rialto.gateway.ingress;

import java.util.Locale;

/**
 * How long a command was in the line, in nanoseconds of the monotonic clock.
 *
 * @param ringNanos from its place in the ring until the core took it up
 * @param decideNanos until the core had decided
 * @param journalNanos until the journal had kept it and it could be answered
 * @param answerableAt when that was, as {@link System#nanoTime} tells it
 */
public record LineTimes(long ringNanos, long decideNanos, long journalNanos, long answerableAt) {
    /** Of what no command was decided for. */
    public static final LineTimes NONE = new LineTimes(0, 0, 0, 0);

    private static final double NANOS_PER_MILLI = 1e6;

    public long totalNanos() {
        return ringNanos + decideNanos + journalNanos;
    }

    /** As the header {@code Server-Timing} says it, in milliseconds; the last stage lasts until now. */
    public String serverTiming() {
        return String.join(
                ", ",
                stage("ring", ringNanos),
                stage("decide", decideNanos),
                stage("journal", journalNanos),
                stage("reply", System.nanoTime() - answerableAt));
    }

    private static String stage(String name, long nanos) {
        return String.format(Locale.ROOT, "%s;dur=%.3f", name, nanos / NANOS_PER_MILLI);
    }
}
