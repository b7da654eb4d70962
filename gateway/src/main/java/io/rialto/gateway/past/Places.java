package io.rialto.gateway.past;

import io.rialto.gateway.http.Call;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/** Places in history as clients name them: frames that there are. Thread-safe. */
public final class Places {
    private final LongSupplier head;

    /** @param head the newest frame that may be told of */
    public Places(LongSupplier head) {
        this.head = head;
    }

    public long head() {
        return head.getAsLong();
    }

    /** The frame that a parameter names; empty without one. */
    public OptionalLong named(Call call, String parameter) {
        OptionalLong place = call.whole(parameter, 0, Long.MAX_VALUE);
        long newest = head();
        if (place.isPresent() && (place.getAsLong() < 1 || place.getAsLong() > newest)) {
            String rule = newest == 0 ? "must wait: history is empty" : "must be 1.." + newest;
            throw Problem.at(parameter, ProblemCode.INVALID_VALUE, rule, Long.toString(place.getAsLong()));
        }
        return place;
    }

    /** The same, or the newest there is. */
    public long orHead(Call call, String parameter) {
        return named(call, parameter).orElseGet(this::head);
    }
}
