package io.rialto.gateway.factors;

import io.rialto.gateway.access.Signatures;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;

/**
 * Ten codes for a drawer, each good once: fifty random bits, kept as a hash. Thread-safe; every method works within its caller's
 * transaction.
 */
final class RecoveryCodes {
    private static final int COUNT = 10;
    private static final int LETTERS = 10;
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    RecoveryCodes(Clock clock) {
        this.clock = clock;
    }

    /** New ones; those before count no more. Shown once. */
    List<String> renew(Handle transaction, int person) {
        drop(transaction, person);
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            String code = next();
            transaction.execute("INSERT INTO recovery_code (person, hash) VALUES (?, ?)", person, hash(code));
            codes.add(code.substring(0, LETTERS / 2) + "-" + code.substring(LETTERS / 2));
        }
        return codes;
    }

    void drop(Handle transaction, int person) {
        transaction.execute("DELETE FROM recovery_code WHERE person = ?", person);
    }

    /** Spends a code, if it is one that nobody has. */
    boolean take(Handle transaction, int person, String code) {
        return transaction.execute(
                        "UPDATE recovery_code SET used_millis = ? WHERE person = ? AND hash = ? AND used_millis IS NULL",
                        clock.millis(),
                        person,
                        hash(code.toLowerCase(Locale.ROOT).replace("-", "")))
                == 1;
    }

    int left(Handle transaction, int person) {
        return transaction
                .createQuery("SELECT COUNT(*) FROM recovery_code WHERE person = :person AND used_millis IS NULL")
                .bind("person", person)
                .mapTo(Integer.class)
                .one();
    }

    private String next() {
        StringBuilder code = new StringBuilder(LETTERS);
        for (int i = 0; i < LETTERS; i++) code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        return code.toString();
    }

    private static byte[] hash(String code) {
        return Signatures.sha256().digest(code.getBytes(StandardCharsets.UTF_8));
    }
}
