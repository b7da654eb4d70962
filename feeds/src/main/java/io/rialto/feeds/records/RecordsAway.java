package io.rialto.feeds.records;

/** The database cannot be asked now. What was to be written waits; who asks may ask again. */
public final class RecordsAway extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RecordsAway(Exception cause) {
        super("the read model's database cannot be reached: " + cause.getMessage(), cause);
    }
}
