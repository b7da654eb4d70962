package io.rialto.gateway.performance;

import io.rialto.feeds.candles.Interval;
import io.rialto.feeds.returns.Returns;
import io.rialto.gateway.form.Field;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import java.util.Optional;

/** The intervals at whose ends accounts are valued, as clients name them. */
public final class Intervals {
    private static final String[] CODES =
            Returns.INTERVALS.stream().map(Interval::code).toArray(String[]::new);

    /** The parameter. */
    public static final Field FIELD = Field.word("interval", CODES);

    private Intervals() {}

    public static Optional<Interval> of(Call call) {
        return call.parameter("interval")
                .map(code -> Interval.of(code)
                        .filter(Returns.INTERVALS::contains)
                        .orElseThrow(() -> Problem.at(
                                "interval",
                                ProblemCode.INVALID_VALUE,
                                "must be one of " + String.join(", ", CODES),
                                code)));
    }

    /** A span has something in it. */
    public static void checkSpan(Call call) {
        var from = call.moment("from");
        var to = call.moment("to");
        if (from.isEmpty() || to.isEmpty() || from.getAsLong() < to.getAsLong()) return;
        throw Problem.at(
                "to",
                ProblemCode.INVALID_VALUE,
                "must be later than from",
                call.parameter("to").orElse(""));
    }
}
