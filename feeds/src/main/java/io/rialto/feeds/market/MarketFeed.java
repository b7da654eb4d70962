package io.rialto.feeds.market;

import io.rialto.feeds.position.BrokenFeed;
import io.rialto.feeds.position.Position;
import io.rialto.protocol.MatchPreventedDecoder;
import io.rialto.protocol.OrderAmendedDecoder;
import io.rialto.protocol.OrderCancelledDecoder;
import io.rialto.protocol.OrderExpiredDecoder;
import io.rialto.protocol.OrderRestedDecoder;
import io.rialto.protocol.SelfTradePrevention;
import io.rialto.protocol.Side;
import io.rialto.protocol.TradeExecutedDecoder;
import java.util.Arrays;

/**
 * Keeps the price levels and the tape of every instrument from the events alone.
 *
 * <p>Threading: the writing thread, between the position's enter and leave; questions go through {@link #books} and
 * {@link #tape}.
 *
 * <p>Errors: {@link BrokenFeed} when a level would fall below zero or a book would be crossed.
 */
public final class MarketFeed {
    /** What an instrument that has no market yet looks like. */
    private final InstrumentMarket untouched = new InstrumentMarket(0, 1);

    private final int tradesKept;
    private final Books books;
    private final Tape tape;
    private InstrumentMarket[] markets = {};
    private long sequence;
    private long timeNanos;

    /** @param tradesKept newest trades kept of each instrument */
    public MarketFeed(Position position, int tradesKept) {
        this.tradesKept = tradesKept;
        books = new Books(position, this);
        tape = new Tape(position, this);
    }

    public Books books() {
        return books;
    }

    public Tape tape() {
        return tape;
    }

    /** The events that follow are this frame's. */
    public void startFrame(long frameSequence, long frameTimeNanos) {
        sequence = frameSequence;
        timeNanos = frameTimeNanos;
    }

    public void onRested(OrderRestedDecoder event) {
        InstrumentMarket market = changed(event.instrument());
        market.side(event.side()).add(event.priceTicks(), event.openLots());
        market.checkNotCrossed();
    }

    public void onTrade(TradeExecutedDecoder event) {
        InstrumentMarket market = changed(event.instrument());
        Side takerSide = event.takerSide();
        int changeOfOrders = event.makerOpenLots() == 0 ? -1 : 0;
        long priceTicks = event.priceTicks();
        long quantityLots = event.quantityLots();
        opposite(market, takerSide).reduce(priceTicks, quantityLots, changeOfOrders);
        market.tape.add(event.trade(), priceTicks, quantityLots, takerSide, timeNanos, sequence);
    }

    /**
     * Under DECREMENT the maker loses the prevented lots, and with the last of them its place. Under every other mode the
     * lots stay until the maker's own end is told.
     */
    public void onPrevented(MatchPreventedDecoder event) {
        if (event.mode() != SelfTradePrevention.DECREMENT) return;
        int changeOfOrders = event.makerOpenLots() == 0 ? -1 : 0;
        opposite(changed(event.instrument()), event.takerSide())
                .reduce(event.priceTicks(), event.quantityLots(), changeOfOrders);
    }

    public void onCancelled(OrderCancelledDecoder event) {
        if (event.wasResting() != 0) leave(event.instrument(), event.side(), event.priceTicks(), event.openLots());
    }

    public void onExpired(OrderExpiredDecoder event) {
        if (event.wasResting() != 0) leave(event.instrument(), event.side(), event.priceTicks(), event.openLots());
    }

    public void onAmended(OrderAmendedDecoder event) {
        long oldOpenLots = event.oldOpenLots();
        if (event.priorityKept() == 0) {
            leave(event.instrument(), event.side(), event.oldPriceTicks(), oldOpenLots);
        } else {
            changed(event.instrument())
                    .side(event.side())
                    .reduce(event.oldPriceTicks(), oldOpenLots - event.newOpenLots(), 0);
        }
    }

    InstrumentMarket market(int instrument) {
        boolean isKnown = instrument > 0 && instrument < markets.length && markets[instrument] != null;
        return isKnown ? markets[instrument] : untouched;
    }

    /** An order without open lots already left the book with the match that took its last one. */
    private void leave(int instrument, Side side, long priceTicks, long openLots) {
        if (openLots != 0) changed(instrument).side(side).reduce(priceTicks, openLots, -1);
    }

    private InstrumentMarket changed(int instrument) {
        if (instrument >= markets.length || markets[instrument] == null) open(instrument);
        InstrumentMarket market = markets[instrument];
        market.changedSequence = sequence;
        market.changedNanos = timeNanos;
        return market;
    }

    private void open(int instrument) {
        if (instrument >= markets.length) markets = Arrays.copyOf(markets, instrument * 2);
        markets[instrument] = new InstrumentMarket(instrument, tradesKept);
    }

    private static Ladder opposite(InstrumentMarket market, Side side) {
        return side == Side.BUY ? market.asks : market.bids;
    }
}
