package io.rialto.gateway.exports;

import io.rialto.feeds.statements.Period;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.ingress.History;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;

/** Of whom, and of which part of history. */
record Selection(int account, Period period, Stretch stretch) {
    /** @param newest sequence that the feeds have seen: what comes later is not exported */
    static Selection of(Call call, int account, long newest, History history) {
        long after = call.whole("afterSequence", 0, Long.MAX_VALUE).orElse(0);
        long last = Math.min(call.whole("toSequence", 0, Long.MAX_VALUE).orElse(Long.MAX_VALUE), newest);
        if (last <= after) {
            String rule = "must be before the last frame of the export, " + last;
            throw Problem.at("afterSequence", ProblemCode.INVALID_VALUE, rule, Long.toString(after));
        }
        long from = call.moment("from").orElse(Long.MIN_VALUE);
        long to = call.moment("to").orElse(Long.MAX_VALUE);
        if (to < from) throw Problem.at("to", ProblemCode.INVALID_VALUE, "must not be before from");
        return new Selection(account, new Period(after, last, from, to), Stretch.of(after + 1, last, history));
    }
}
