package io.rialto.journal.lock;

/** Another writer holds the journal, and is alive. Says who. */
public final class JournalHeld extends IllegalStateException {
    JournalHeld(String directory, String holder) {
        super("the journal is held by another writer: directory=" + directory + " holder=" + holder);
    }
}
