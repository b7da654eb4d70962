package io.rialto.gateway.monitoring;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.measures.Measures;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Keeps each report for ten seconds: many may look at the same page, and looking costs. Thread-safe. */
final class Reports {
    private static final Duration KEPT = Duration.ofSeconds(10);
    private static final Duration USUAL = Duration.ofMinutes(5);
    static final String PERIOD = "period";

    private static final int MOST = 256;

    private final Cache<Asked, Object> made;

    private record Asked(String what, Duration period) {}

    Reports(Clock clock) {
        made = Caffeine.newBuilder()
                .expireAfterWrite(KEPT)
                .maximumSize(MOST)
                .executor(Runnable::run)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    Object of(String what, Duration period, Function<Duration, Object> report) {
        return made.get(new Asked(what, period), asked -> report.apply(asked.period));
    }

    void forget() {
        made.invalidateAll();
    }

    /** The time that a report is to be about: from a second up to all that is kept. */
    static Duration period(Call call) {
        return call.parameter(PERIOD).map(text -> period(PERIOD, text)).orElse(USUAL);
    }

    /** @throws Problem naming the field when it is no such time */
    static Duration period(String field, String text) {
        String rule = "must be an ISO-8601 length, PT1S.." + Measures.KEPT;
        try {
            Duration period = Duration.parse(text);
            if (period.compareTo(Duration.ofSeconds(1)) >= 0 && period.compareTo(Measures.KEPT) <= 0) return period;
        } catch (DateTimeParseException notALength) {
            throw Problem.at(field, ProblemCode.INVALID_VALUE, rule, text);
        }
        throw Problem.at(field, ProblemCode.INVALID_VALUE, rule, text);
    }
}
