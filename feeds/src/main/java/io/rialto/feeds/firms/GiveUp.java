package io.rialto.feeds.firms;

import io.rialto.protocol.Side;

/**
 * A side of a trade, or a part of it, offered by the account that has it to another one.
 *
 * @param side of the trade
 * @param notionalMinor what it came to when it was accepted, in the quote asset; 0 before
 * @param feeMinor what the giver paid at once of a fee that nothing was left to come out of, in the asset the side receives
 * @param answeredBy the account that answered, or 0
 * @param requestedNanos journal time, UTC
 * @param changedNanos of the answer or the end; of a pending one the same as requested
 * @param sequence of the frame that changed it last
 */
public record GiveUp(
        long number,
        long trade,
        int instrument,
        Side side,
        long priceTicks,
        long lots,
        int account,
        int taker,
        GiveUpStatus status,
        long notionalMinor,
        long feeMinor,
        int answeredBy,
        long requestedNanos,
        long changedNanos,
        long sequence) {
    GiveUp became(GiveUpStatus now, int by, long atNanos, long atSequence) {
        return new GiveUp(
                number,
                trade,
                instrument,
                side,
                priceTicks,
                lots,
                account,
                taker,
                now,
                notionalMinor,
                feeMinor,
                by == 0 ? answeredBy : by,
                requestedNanos,
                atNanos,
                atSequence);
    }

    GiveUp worth(long ofNotionalMinor, long ofFeeMinor) {
        return new GiveUp(
                number,
                trade,
                instrument,
                side,
                priceTicks,
                lots,
                account,
                taker,
                status,
                ofNotionalMinor,
                ofFeeMinor,
                answeredBy,
                requestedNanos,
                changedNanos,
                sequence);
    }
}
