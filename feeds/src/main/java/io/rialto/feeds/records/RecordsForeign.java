package io.rialto.feeds.records;

/** What is in the database does not come from this journal, or is written by another: it must be built anew. */
public final class RecordsForeign extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RecordsForeign(String message) {
        super(message);
    }
}
