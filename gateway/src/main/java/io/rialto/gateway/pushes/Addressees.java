package io.rialto.gateway.pushes;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Where the people behind accounts are reached. Thread-safe. */
final class Addressees {
    private Addressees() {}

    /** A person, as far as messages to him need it. */
    record Addressee(int person, String email, Optional<String> phone) {}

    /** Empty for accounts without a person, and when he is not let in any more. */
    static Optional<Addressee> of(Handle transaction, int account) {
        return transaction
                .createQuery("SELECT p.number, p.email, f.value FROM person p LEFT JOIN person_field f"
                        + " ON f.person = p.number AND f.section = 'profile' AND f.name = 'phone'"
                        + " WHERE p.account = :account AND p.account > 0 AND p.disabled_millis IS NULL")
                .bind("account", account)
                .map((row, context) -> new Addressee(
                        row.getInt("number"), row.getString("email"), Optional.ofNullable(row.getString("value"))))
                .findFirst();
    }
}
