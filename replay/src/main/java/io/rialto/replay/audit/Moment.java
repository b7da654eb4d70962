package io.rialto.replay.audit;

import io.rialto.protocol.frame.FrameView;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A point in history: a sequence, or a time in UTC. */
record Moment(boolean isTime, long value) {
    /** Digits are a sequence; anything else is ISO-8601. */
    static Moment parse(String text) {
        if (text.matches("[0-9]{1,18}")) return new Moment(false, Long.parseLong(text));
        return new Moment(true, nanos(text));
    }

    static long nanos(String text) {
        try {
            Instant instant = Instant.parse(text);
            return Math.addExact(TimeUnit.SECONDS.toNanos(instant.getEpochSecond()), instant.getNano());
        } catch (DateTimeParseException | ArithmeticException e) {
            throw new TypeConversionException("must be a time like 2026-01-31T09:30:00.000000001Z: was '" + text + "'");
        }
    }

    /** Whether the frame lies after this point. */
    boolean isBefore(FrameView frame) {
        return (isTime ? frame.timeNanos() : frame.sequence()) > value;
    }

    /** For the command line. */
    static final class Converter implements ITypeConverter<Moment> {
        @Override
        public Moment convert(String text) {
            return parse(text);
        }
    }

    /** For options that are times only: nanoseconds UTC. */
    static final class NanosConverter implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            return nanos(text);
        }
    }
}
