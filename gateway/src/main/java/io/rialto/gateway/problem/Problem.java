package io.rialto.gateway.problem;

import io.rialto.protocol.Reason;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Why a door answers something else than what was asked: a code of the closed list, the field at fault, and a sentence
 * with rule and value. It is told to the client as it stands, so it never carries a secret.
 *
 * <p>Immutable; has no stack trace, because it is an answer and not a failure of the program.
 */
public final class Problem extends RuntimeException {
    private static final int SHOWN = 48;
    private static final long MILLIS_PER_SECOND = 1_000;

    private final ProblemCode code;
    private final int status;
    private final String field;
    private final long sequence;
    private final long retryAfterMillis;

    private Problem(ProblemCode code, int status, String field, String detail, long sequence, long retryAfterMillis) {
        super(detail, null, false, false);
        this.code = code;
        this.status = status;
        this.field = field;
        this.sequence = sequence;
        this.retryAfterMillis = retryAfterMillis;
    }

    /** A problem of the whole request. */
    public static Problem of(ProblemCode code, String detail) {
        return new Problem(code, code.status(), "", detail, 0, 0);
    }

    /** A problem of one field, header or parameter. */
    public static Problem at(String field, ProblemCode code, String detail) {
        return new Problem(code, code.status(), field, detail, 0, 0);
    }

    /** The field's rule and the value that broke it: {@code price must be …: was 'x'}. */
    public static Problem at(String field, ProblemCode code, String rule, String value) {
        return at(field, code, field + " " + rule + ": was " + shown(value));
    }

    /** Something that may pass when tried again. */
    public static Problem retry(ProblemCode code, int afterSeconds, String detail) {
        return waiting(code, afterSeconds * MILLIS_PER_SECOND, detail);
    }

    /** Something that passes after exactly that time, and not before, unless others come in between. */
    public static Problem waiting(ProblemCode code, long afterMillis, String detail) {
        return new Problem(code, code.status(), "", detail, 0, afterMillis);
    }

    /** It may have been carried out, or may yet be. */
    public static Problem unknownOutcome(String why) {
        return of(
                ProblemCode.UNKNOWN_OUTCOME,
                why + ": ask GET /api/v1/requests/{key} with the Idempotency-Key, or send the same request again");
    }

    /**
     * A refusal by the rules. Always 422, also under a code that is 404 when a door finds it: the command was decided.
     *
     * @param operation of a request of several parts: the one for which all of it was refused
     * @param sequence of the frame that holds the refusal
     */
    public static Problem refused(Reason reason, OptionalInt operation, long sequence) {
        ProblemCode code = ProblemCode.of(reason);
        String field = ReasonFields.of(reason);
        if (operation.isEmpty()) return new Problem(code, 422, field, code.title(), sequence, 0);
        String detail = "part " + operation.getAsInt() + ", counted from 0: " + code.title();
        return new Problem(code, 422, field, detail, sequence, 0);
    }

    public ProblemCode code() {
        return code;
    }

    public int status() {
        return status;
    }

    public Optional<String> field() {
        return field.isEmpty() ? Optional.empty() : Optional.of(field);
    }

    /** Of the refusing frame; 0 when the request never reached the line. */
    public long sequence() {
        return sequence;
    }

    /** 0: no advice. */
    public long retryAfterMillis() {
        return retryAfterMillis;
    }

    /** Whole seconds, as HTTP tells it: never too early. */
    public long retryAfterSeconds() {
        return (retryAfterMillis + MILLIS_PER_SECOND - 1) / MILLIS_PER_SECOND;
    }

    /** A name that a client made up, as it may be shown. */
    public static String name(String clientsOwn) {
        String shown = shown(clientsOwn);
        return shown.substring(1, shown.lastIndexOf('\''));
    }

    /** A value as it may be shown: printable ASCII in quotes, cut short. */
    public static String shown(String value) {
        StringBuilder text = new StringBuilder("'");
        for (int i = 0; i < value.length() && i < SHOWN; i++) {
            char c = value.charAt(i);
            if (c >= ' ' && c < 0x7F) text.append(c);
            else text.append(String.format("\\u%04x", (int) c));
        }
        return text.append(value.length() > SHOWN ? "'…" : "'").toString();
    }
}
