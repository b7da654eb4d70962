package io.rialto.gateway.form;

import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Journal time on the wire: ISO-8601, UTC, always nine digits of a second. */
public final class Times {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Times() {}

    public static String text(long timeNanos) {
        return FORMAT.format(Instant.ofEpochSecond(
                Math.floorDiv(timeNanos, NANOS_PER_SECOND), Math.floorMod(timeNanos, NANOS_PER_SECOND)));
    }

    /** A moment that a client wrote, in nanoseconds since 1970. */
    public static long nanos(String field, String text) {
        try {
            Instant instant = Instant.parse(text);
            return Math.addExact(
                    Math.multiplyExact(instant.getEpochSecond(), NANOS_PER_SECOND), (long) instant.getNano());
        } catch (DateTimeException | ArithmeticException e) {
            throw Problem.at(field, ProblemCode.INVALID_VALUE, "must be an ISO-8601 moment in UTC", text);
        }
    }
}
