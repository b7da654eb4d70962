package io.rialto.feeds.market;

import io.rialto.feeds.position.BrokenFeed;
import io.rialto.protocol.Side;

/** The public side of one instrument: two ladders that never cross, and the tape. */
final class InstrumentMarket {
    final Ladder bids = new Ladder(Side.BUY);
    final Ladder asks = new Ladder(Side.SELL);
    final TradeRing tape;
    long changedSequence;
    long changedNanos;

    InstrumentMarket(int instrument, int tradesKept) {
        tape = new TradeRing(instrument, tradesKept);
    }

    Ladder side(Side side) {
        return side == Side.BUY ? bids : asks;
    }

    /** An order rests only after it took all that it could: from then on the book must not be crossed. */
    void checkNotCrossed() {
        if (bids.isEmpty() || asks.isEmpty() || bids.bestTicks() < asks.bestTicks()) return;
        throw new BrokenFeed(
                "book must not be crossed: bestBidTicks=" + bids.bestTicks() + " bestAskTicks=" + asks.bestTicks());
    }
}
