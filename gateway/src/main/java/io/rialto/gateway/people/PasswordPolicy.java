package io.rialto.gateway.people;

import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which passwords are taken: long ones that are not what everybody tries first. No rules about kinds of characters, which make
 * passwords worse. Immutable.
 *
 * <p>Source: NIST SP 800-63B, section 5.1.1.2.
 */
public final class PasswordPolicy {
    private static final int LEAST = 12;
    private static final int MOST = 128;
    private static final int LEAST_DIFFERENT = 5;
    private static final int TELLING = 4;
    private static final Set<String> COMMON = common();

    private PasswordPolicy() {}

    /** Refuses a weak one, saying by which rule and never what it was. */
    public static void check(String field, String password, String email, String name) {
        int length = password.codePointCount(0, password.length());
        if (length < LEAST || length > MOST) throw weak(field, "must have " + LEAST + ".." + MOST + " characters");
        String plain = password.toLowerCase(Locale.ROOT);
        if (plain.codePoints().distinct().count() < LEAST_DIFFERENT) {
            throw weak(field, "must have at least " + LEAST_DIFFERENT + " different characters");
        }
        if (isRun(plain)) throw weak(field, "must not be a run of neighbouring characters");
        if (COMMON.contains(plain)) throw weak(field, "must not be one of the most used passwords");
        String mailbox = email.substring(0, Math.max(0, email.indexOf('@')));
        if (tells(plain, mailbox) || tells(plain, name)) throw weak(field, "must not contain the name or the address");
    }

    private static boolean tells(String password, String own) {
        return own.length() >= TELLING && password.contains(own.toLowerCase(Locale.ROOT));
    }

    private static boolean isRun(String text) {
        int step = text.charAt(1) - text.charAt(0);
        if (Math.abs(step) != 1) return false;
        for (int i = 1; i < text.length(); i++) {
            int from = text.charAt(i - 1);
            boolean wraps = from == '9' && text.charAt(i) == '0' || from == '0' && text.charAt(i) == '9';
            if (text.charAt(i) - from != step && !wraps) return false;
        }
        return true;
    }

    private static Problem weak(String field, String rule) {
        return Problem.at(field, ProblemCode.WEAK_PASSWORD, field + " " + rule);
    }

    private static Set<String> common() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                PasswordPolicy.class.getResourceAsStream("/people/common-passwords.txt"), StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.isBlank()).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("the list of common passwords cannot be read", e);
        }
    }
}
