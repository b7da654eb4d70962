package io.rialto.engine.quotes;

import java.util.function.LongConsumer;

/** One account's quotes in one instrument, what protects them, and with which others they are protected together. */
final class QuotePlace {
    static final int WHOLE_BPS = 10_000;

    final MarketMaker maker;
    final int instrument;
    final QuoteWindow window = new QuoteWindow();
    /** The maker's next place, or null. */
    QuotePlace next;

    /** Its group; when it has none, that of everything. */
    QuoteGroup group;

    /** What a lot of it counts for a delta, in basis points. */
    int weightBps = WHOLE_BPS;

    long bid;
    long ask;

    QuotePlace(MarketMaker maker, int instrument) {
        this.maker = maker;
        this.instrument = instrument;
        group = maker.all;
    }

    /** Everything that can change a later decision, in a fixed order. */
    void visit(LongConsumer state) {
        state.accept(instrument);
        state.accept((long) group.number << 32 | weightBps & 0xFFFFFFFFL);
        state.accept(bid);
        state.accept(ask);
        window.visit(state);
    }
}
