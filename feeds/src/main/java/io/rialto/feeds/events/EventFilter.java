package io.rialto.feeds.events;

/**
 * Which events are asked for: those of which all of it is true.
 *
 * @param type the schema's number; 0 for every one
 * @param account 0 for every one
 * @param order 0 for every one
 * @param instrument 0 for every one
 * @param correlation of the request that caused them; empty for every one
 * @param fromNanos at or after this journal time
 * @param toNanos before this journal time
 * @param asOf of frames up to this sequence
 */
public record EventFilter(
        int type,
        int account,
        long order,
        int instrument,
        String correlation,
        long fromNanos,
        long toNanos,
        long asOf) {
    public static final EventFilter ALL =
            new EventFilter(0, 0, 0, 0, "", Long.MIN_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);

    boolean matches(EventRow row) {
        return (type == 0 || row.type() == type)
                && (account == 0 || row.account() == account || row.otherAccount() == account)
                && (order == 0 || row.order() == order || row.otherOrder() == order)
                && (instrument == 0 || row.instrument() == instrument)
                && (correlation.isEmpty() || row.correlation().equals(correlation));
    }

    /** How many of its own conditions a row has to meet. */
    int conditions() {
        int conditions = type == 0 ? 0 : 1;
        if (account != 0) conditions++;
        if (order != 0) conditions++;
        if (instrument != 0) conditions++;
        return correlation.isEmpty() ? conditions : conditions + 1;
    }
}
