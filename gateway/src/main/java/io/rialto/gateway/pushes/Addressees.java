package io.rialto.gateway.pushes;

import java.util.OptionalInt;
import org.jdbi.v3.core.Handle;

/** Which people stand behind accounts. Thread-safe. */
final class Addressees {
    private Addressees() {}

    /** The person's number; empty for accounts without a person, and when he is not let in any more. */
    static OptionalInt of(Handle transaction, int account) {
        return transaction
                .createQuery("SELECT number FROM person"
                        + " WHERE account = :account AND account > 0 AND disabled_millis IS NULL")
                .bind("account", account)
                .mapTo(Integer.class)
                .findFirst()
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }
}
