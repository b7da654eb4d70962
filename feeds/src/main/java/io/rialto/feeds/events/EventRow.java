package io.rialto.feeds.events;

/**
 * One event of history, as it can be found.
 *
 * @param place in its frame, from 0
 * @param type the schema's number
 * @param account whom it names first; 0 for nobody
 * @param otherAccount whom else
 * @param order the one it names first; 0 for none
 * @param otherOrder which else
 * @param instrument 0 for none
 * @param correlation the id that its request was given, a UUID; empty for what nobody asked for
 */
public record EventRow(
        long sequence,
        int place,
        long timeNanos,
        int type,
        int account,
        int otherAccount,
        long order,
        long otherOrder,
        int instrument,
        String correlation) {}
