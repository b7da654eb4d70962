package io.rialto.feeds.database;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What a database is used for.
 *
 * @param name of the pool, and of the folder of its migrations on the class path: {@code shared} where both databases
 *     understand the same words, {@code sqlite} or {@code postgresql} where they do not
 * @param file of the embedded one; only its owner may read it
 * @param embeddedConnections at once, of the embedded one
 * @param connectTimeout how long one who asks waits for a connection
 * @param isRebuildable false: what was answered as done survives the machine, and who reads first and then writes locks
 *     at once. True: it can be made again from the journal, and readers never hold up the writer
 */
public record DatabaseUse(
        String name, Path file, int embeddedConnections, Duration connectTimeout, boolean isRebuildable) {}
