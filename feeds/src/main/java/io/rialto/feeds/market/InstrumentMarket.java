package io.rialto.feeds.market;

import io.rialto.feeds.position.BrokenFeed;
import io.rialto.protocol.Phase;
import io.rialto.protocol.Side;

/** The public side of one instrument: two ladders and the tape. */
final class InstrumentMarket {
    final Ladder bids = new Ladder(Side.BUY);
    final Ladder asks = new Ladder(Side.SELL);
    final TradeRing tape;
    Phase phase = Phase.CONTINUOUS;
    boolean hasChoosyOrders;
    /** 0 before the first. */
    long markTicks;

    long changedSequence;
    long changedNanos;

    InstrumentMarket(int instrument, int tradesKept) {
        tape = new TradeRing(instrument, tradesKept);
    }

    Ladder side(Side side) {
        return side == Side.BUY ? bids : asks;
    }

    /**
     * While orders match, one rests only after it took all that it could, so the book must not be crossed; unless there
     * are orders that do not take all they could.
     */
    void checkNotCrossed() {
        boolean matches = phase == Phase.CONTINUOUS && !hasChoosyOrders;
        if (!matches || bids.isEmpty() || asks.isEmpty() || bids.bestTicks() < asks.bestTicks()) return;
        throw new BrokenFeed(
                "book must not be crossed: bestBidTicks=" + bids.bestTicks() + " bestAskTicks=" + asks.bestTicks());
    }
}
