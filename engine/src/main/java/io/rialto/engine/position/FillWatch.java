package io.rialto.engine.position;

import io.rialto.engine.listing.Instrument;

/** Hears of every fill, once for each side, when its money has moved. It only takes note: a match goes on. */
public interface FillWatch {
    /** @param trader who sent the order, or 0 */
    void filled(Instrument market, int account, int trader, long valueMinor);

    /** A trade of a contract realised this for one of its sides, in minor units; below zero is a loss. */
    default void realised(Instrument market, int account, long realisedMinor) {
        // Most only want to know what is traded.
    }
}
