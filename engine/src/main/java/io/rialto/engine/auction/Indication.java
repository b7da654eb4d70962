package io.rialto.engine.auction;

import io.rialto.engine.agenda.Consequence;
import io.rialto.engine.fixing.AuctionPrice;
import io.rialto.protocol.Phase;
import io.rialto.protocol.frame.Frame;
import io.rialto.protocol.frame.FrameLayout;

/** Says what running calls would trade now, once after each command that changes it. */
public final class Indication implements Consequence {
    private static final byte CALL = (byte) Phase.CALL.value();

    private final Auctions auctions;
    private final AuctionPrice price = new AuctionPrice();

    public Indication(Auctions auctions) {
        this.auctions = auctions;
    }

    @Override
    public boolean isPending() {
        return !auctions.changed.isEmpty();
    }

    @Override
    public boolean isDone(Frame frame) {
        while (isPending()) {
            if (frame.eventCount() >= FrameLayout.MAX_EVENTS - 1) return false;
            Auction auction = auctions.changed.takeFirstListed();
            auction.book.seen();
            if (auction.market.phase() == CALL) indicate(frame, auction);
        }
        return true;
    }

    private void indicate(Frame frame, Auction auction) {
        auctions.find(price, auction);
        if (auction.indicatesAnew(price)) auctions.events.indicated(frame, auction.market, price);
    }
}
