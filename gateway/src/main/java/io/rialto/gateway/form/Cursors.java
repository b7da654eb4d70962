package io.rialto.gateway.form;

import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import java.nio.ByteBuffer;
import java.util.Base64;

/** Where a page ended, in letters that mean nothing to a client. */
public final class Cursors {
    private static final int LETTERS = 11;

    private Cursors() {}

    public static String text(long place) {
        byte[] bytes = ByteBuffer.allocate(Long.BYTES).putLong(place).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A cursor that this venue gave out, as the place it stands for. */
    public static long place(String text) {
        try {
            if (text.length() == LETTERS) {
                long place =
                        ByteBuffer.wrap(Base64.getUrlDecoder().decode(text)).getLong();
                if (place > 0) return place;
            }
        } catch (IllegalArgumentException e) {
            throw notOurs(text);
        }
        throw notOurs(text);
    }

    private static Problem notOurs(String text) {
        return Problem.at("cursor", ProblemCode.INVALID_VALUE, "must be the next of a page before", text);
    }
}
