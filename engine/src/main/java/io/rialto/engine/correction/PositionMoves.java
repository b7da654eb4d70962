package io.rialto.engine.correction;

import io.rialto.engine.auction.Auctions;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.position.Positions;

/** Positions that move by hand, where they are kept: an order in a running call may then reduce more than before, or less. */
public record PositionMoves(Positions positions, Auctions auctions) {
    public void move(Instrument market, int buyer, int seller, long lots) {
        if (!market.tracksPositions()) return;
        positions.traded(market, buyer, seller, lots);
        auctions.positionsMoved(market);
    }
}
