package io.rialto.gateway.phases;

import io.rialto.gateway.form.Field;
import io.rialto.gateway.form.Fields;
import io.rialto.gateway.form.Form;
import io.rialto.gateway.ingress.Command;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import io.rialto.protocol.CallKind;
import io.rialto.protocol.Phase;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A move to another phase. A call may have a kind, a length and what follows it; without them it lasts until the next
 * move.
 *
 * @param reason why, in the operator's words; it is answered and stays outside of history
 * @param seedHash of a call with a window: 32 bytes
 */
record PhaseForm(
        Phase phase,
        String reason,
        Optional<CallKind> kind,
        long durationNanos,
        long windowNanos,
        byte[] seedHash,
        Phase next) {
    private static final Pattern REASONS = Pattern.compile("[^\\p{Cntrl}]{0,200}");
    private static final Pattern HASHES = Pattern.compile("[0-9a-f]{64}");
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final int MOST_SECONDS = 86_400;
    private static final int HASH_BYTES = 32;
    static final Fields FIELDS = Fields.of(
            Field.choice("phase", Phase.class),
            Field.text("reason", REASONS).optional(),
            Field.choice("kind", CallKind.class).optional(),
            Field.whole("seconds", 0, MOST_SECONDS).optional(),
            Field.whole("windowSeconds", 0, MOST_SECONDS).optional(),
            Field.text("seedHash", HASHES).optional(),
            Field.choice("next", Phase.class).optional());

    static PhaseForm of(Form form) {
        form.knows(FIELDS);
        Phase phase = form.choice("phase", Phase.class);
        if (phase == Phase.UNCROSS) {
            throw Problem.at("phase", ProblemCode.INVALID_VALUE, "must be a phase that lasts", phase.name());
        }
        boolean isTimed = form.has("kind") || form.has("seconds") || form.has("windowSeconds") || form.has("next");
        if (isTimed && phase != Phase.CALL) {
            throw Problem.at("phase", ProblemCode.INVALID_VALUE, "must be CALL to have a kind or an end", phase.name());
        }
        return new PhaseForm(
                phase,
                form.has("reason") ? form.text("reason", REASONS, "must be at most 200 characters") : "",
                isTimed ? Optional.of(form.choice("kind", CallKind.class, CallKind.INTRADAY)) : Optional.empty(),
                form.integer("seconds", 0, MOST_SECONDS, 0) * NANOS_PER_SECOND,
                form.integer("windowSeconds", 0, MOST_SECONDS, 0) * NANOS_PER_SECOND,
                form.has("seedHash")
                        ? HexFormat.of().parseHex(form.text("seedHash", HASHES, "must be 64 digits of 0-9 and a-f"))
                        : new byte[HASH_BYTES],
                form.choice("next", Phase.class, Phase.CONTINUOUS));
    }

    Command command(int instrument) {
        return kind.isPresent() ? startCall(instrument) : PhaseCommands.change(instrument, phase);
    }

    private Command startCall(int instrument) {
        return PhaseCommands.call(instrument, durationNanos, windowNanos, seedHash, kind.orElseThrow(), next);
    }
}
