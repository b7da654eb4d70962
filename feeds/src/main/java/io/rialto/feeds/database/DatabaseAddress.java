package io.rialto.feeds.database;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a database is: embedded without a url.
 *
 * @param url of a PostgreSQL, as its driver writes it, without a password
 * @param passwordFile what it holds is the password
 */
public record DatabaseAddress(Optional<String> url, Optional<String> user, Optional<Path> passwordFile) {
    public static final DatabaseAddress EMBEDDED =
            new DatabaseAddress(Optional.empty(), Optional.empty(), Optional.empty());

    public boolean isEmbedded() {
        return url.isEmpty();
    }
}
