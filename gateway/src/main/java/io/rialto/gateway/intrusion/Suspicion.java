package io.rialto.gateway.intrusion;

import java.util.Locale;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/** Whether it is worth looking closer: each pattern has at least one of these signs, and ordinary requests have none. One pass. */
final class Suspicion {
    private static final String SIGNS = "'\\%;(=<>\0";
    private static final Set<String> BEGINNINGS =
            Set.of("uni", "wai", "dbm", "inf", "pg_", "sql", "@@v", "xp_", "loa", "int", ".in");
    private static final String FIRST = "uUwWdDiIpPsSxXlL@.";

    private Suspicion() {}

    static boolean isIn(String text) {
        return text.indexOf('"') >= 0 || isIn(text.length(), text::charAt);
    }

    /** JSON: a quotation mark inside of a text has a backslash before it. */
    static boolean isIn(byte[] json) {
        return isIn(json.length, i -> json[i]);
    }

    private static boolean isIn(int length, IntUnaryOperator at) {
        for (int i = 0; i < length; i++) {
            int sign = at.applyAsInt(i);
            if (SIGNS.indexOf(sign) >= 0) return true;
            int next = i + 1 < length ? at.applyAsInt(i + 1) : 0;
            if (sign == '.' && next == '.' || sign == '/' && (next == '.' || next == '*' || isFile(next))) return true;
            if (i + 2 < length && FIRST.indexOf(sign) >= 0 && begins(sign, next, at.applyAsInt(i + 2))) return true;
        }
        return false;
    }

    /** /etc, /proc, /web-inf */
    private static boolean isFile(int letter) {
        return "ePpEwW".indexOf(letter) >= 0;
    }

    private static boolean begins(int first, int second, int third) {
        String three = "" + (char) first + (char) second + (char) third;
        return BEGINNINGS.contains(three.toLowerCase(Locale.ROOT));
    }
}
