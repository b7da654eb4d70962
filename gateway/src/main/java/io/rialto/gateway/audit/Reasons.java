package io.rialto.gateway.audit;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Why somebody does what has no place for a reason in its body: the words of a header, percent-encoded since headers are ASCII. */
final class Reasons {
    static final String HEADER = "X-Reason";

    private Reasons() {}

    static String of(String header) {
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
