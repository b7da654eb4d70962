package io.rialto.gateway.form;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Why somebody does what has no place for a reason in its body: the words of a header, percent-encoded since headers are ASCII. */
public final class Reasons {
    public static final String HEADER = "X-Reason";

    private Reasons() {}

    public static String of(String header) {
        return decoded(header.replace("+", "%2B")).replaceAll("\\p{Cntrl}", " ").strip();
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }
}
