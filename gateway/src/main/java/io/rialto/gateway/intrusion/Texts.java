package io.rialto.gateway.intrusion;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** One text in the forms in which it may be read behind the doors. Every form takes one pass. */
final class Texts {
    private static final int HEX = 16;

    private Texts() {}

    /** As it is, decoded once and twice, each in small letters, and with white space and comments as one space. */
    static Set<String> formsOf(String raw) {
        Set<String> forms = new LinkedHashSet<>();
        String once = decoded(raw);
        for (String each : new String[] {raw, once, decoded(once)}) {
            String small = each.toLowerCase(Locale.ROOT);
            forms.add(small);
            forms.add(squeezed(small));
        }
        return forms;
    }

    /** What is no encoding stays as it is. */
    private static String decoded(String text) {
        if (text.indexOf('%') < 0 && text.indexOf('+') < 0) return text;
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            int high = bytes[i] == '%' && i + 2 < bytes.length ? Character.digit(bytes[i + 1], HEX) : -1;
            int low = high < 0 ? -1 : Character.digit(bytes[i + 2], HEX);
            if (low >= 0) {
                out.write(high * HEX + low);
                i += 2;
            } else {
                out.write(bytes[i] == '+' ? ' ' : bytes[i]);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String squeezed(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int comment = text.startsWith("/*", at) ? text.indexOf("*/", at + 2) : -1;
            boolean isSpace = comment >= 0 || Character.isWhitespace(text.charAt(at));
            if (!isSpace) out.append(text.charAt(at));
            else if (out.length() == 0 || out.charAt(out.length() - 1) != ' ') out.append(' ');
            at = comment >= 0 ? comment + 2 : at + 1;
        }
        return out.toString();
    }
}
