package io.rialto.feeds.statements;

/**
 * A stretch of history: frames after one sequence up to and with another, from one moment on and before another. Either
 * pair may leave everything open.
 */
public record Period(long afterSequence, long toSequence, long fromNanos, long toNanos) {
    public static final Period ALL = new Period(0, Long.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE);

    public static Period ofSequences(long after, long to) {
        return new Period(after, to, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    boolean isBefore(Movement movement) {
        return isBefore(movement.sequence(), movement.timeNanos());
    }

    /** Whether what happened then is over when the period begins. */
    public boolean isBefore(long sequence, long timeNanos) {
        return sequence <= afterSequence || timeNanos < fromNanos;
    }

    /** Whether what happened then is inside. */
    public boolean covers(long sequence, long timeNanos) {
        return !isBefore(sequence, timeNanos) && sequence <= toSequence && timeNanos < toNanos;
    }

    boolean isAfter(Movement movement) {
        return movement.sequence() > toSequence || movement.timeNanos() >= toNanos;
    }
}
