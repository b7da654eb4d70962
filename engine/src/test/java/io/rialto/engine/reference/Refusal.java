package io.rialto.engine.reference;

import io.rialto.protocol.Reason;
import java.util.ArrayList;
import java.util.List;

/** Ends a command before it changed anything. */
final class Refusal extends RuntimeException {
    final Reason reason;
    final long originalSequence;
    /** The parts of the command that were the cause, each with its reason. */
    final List<List<Object>> operations = new ArrayList<>();

    Refusal(Reason reason, long originalSequence) {
        super(reason.name(), null, false, false);
        this.reason = reason;
        this.originalSequence = originalSequence;
    }

    Refusal of(int operation, Reason why) {
        operations.add(List.of(operation, why));
        return this;
    }

    /** Because of one part of the command. */
    static void refuseIf(boolean isWrong, int operation, Reason reason) {
        if (isWrong) throw new Refusal(reason, 0).of(operation, reason);
    }

    static void refuseIf(boolean isWrong, Reason reason) {
        if (isWrong) throw new Refusal(reason, 0);
    }
}
