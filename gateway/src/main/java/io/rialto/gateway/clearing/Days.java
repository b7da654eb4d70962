package io.rialto.gateway.clearing;

import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** Days of the settlement calendar: {@code 2026-11-20} outside, counted from 1970 inside. */
final class Days {
    private Days() {}

    static int number(String field, String text) {
        try {
            long day = LocalDate.parse(text).toEpochDay();
            return (int) Math.max(Integer.MIN_VALUE, Math.min(day, Integer.MAX_VALUE));
        } catch (DateTimeParseException unreadable) {
            throw Problem.at(field, ProblemCode.INVALID_VALUE, "must be a day like 2026-11-20", text);
        }
    }

    static String text(int day) {
        return LocalDate.ofEpochDay(day).toString();
    }
}
