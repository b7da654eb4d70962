package io.rialto.feeds.market;

import io.rialto.feeds.changes.ChangeWriter;
import io.rialto.feeds.position.Position;
import io.rialto.feeds.trading.AskedOrder;
import io.rialto.feeds.trading.Display;
import io.rialto.feeds.trading.TradingFeed;
import io.rialto.protocol.MarkPriceSetDecoder;
import io.rialto.protocol.OrderAcceptedDecoder;
import io.rialto.protocol.PhaseChangedDecoder;
import io.rialto.protocol.Side;
import io.rialto.protocol.TradeExecutedDecoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Keeps the price levels of every instrument, as orders show themselves, and the tape.
 *
 * <p>Threading: the writing thread, between the position's enter and leave; questions go through {@link #books} and
 * {@link #tape}.
 *
 * <p>Errors: {@link io.rialto.feeds.position.BrokenFeed} when a level would fall below zero or a book would be crossed.
 */
public final class MarketFeed implements TradingFeed, Display {
    /** What an instrument that has no market yet looks like. */
    private final InstrumentMarket untouched = new InstrumentMarket(0, 1);

    private final int tradesKept;
    private final ChangeWriter told;
    private final Books books;
    private final Tape tape;
    private final List<InstrumentMarket> touched = new ArrayList<>();
    private InstrumentMarket[] markets = {};
    private long liquidatingOrder;
    private long sequence;
    private long timeNanos;

    /**
     * @param tradesKept newest trades kept of each instrument
     * @param told hears of levels and trades
     */
    public MarketFeed(Position position, int tradesKept, ChangeWriter told) {
        this.tradesKept = tradesKept;
        this.told = told;
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
        touched.clear();
    }

    /** A book that has changed while orders match must not be crossed when its frame ends. */
    public void endFrame() {
        for (int i = 0; i < touched.size(); i++) touched.get(i).checkNotCrossed();
    }

    @Override
    public void appears(int instrument, Side side, long priceTicks, long lots, boolean isChoosy) {
        InstrumentMarket market = changed(instrument);
        market.hasChoosyOrders |= isChoosy;
        told.level(instrument, side, priceTicks, market.side(side).add(priceTicks, lots));
    }

    @Override
    public void shrinks(int instrument, Side side, long priceTicks, long lots, boolean leaves) {
        Ladder ladder = changed(instrument).side(side);
        told.level(instrument, side, priceTicks, ladder.reduce(priceTicks, lots, leaves ? -1 : 0));
    }

    @Override
    public void onAccepted(OrderAcceptedDecoder event, AskedOrder asked) {
        if (asked.isLiquidating()) liquidatingOrder = event.order();
    }

    @Override
    public void onTrade(TradeExecutedDecoder event) {
        TradeRing tape = changed(event.instrument()).tape;
        tape.add(
                event.trade(),
                event.priceTicks(),
                event.quantityLots(),
                event.takerSide(),
                event.takerOrder() == liquidatingOrder,
                timeNanos,
                sequence);
        told.trade(tape.newest());
    }

    @Override
    public void onMarkPrice(MarkPriceSetDecoder event) {
        market(event.instrument(), true).markTicks = event.priceTicks();
    }

    @Override
    public void onPhase(PhaseChangedDecoder event) {
        market(event.instrument(), true).phase = event.newPhase();
    }

    InstrumentMarket market(int instrument) {
        boolean isKnown = instrument > 0 && instrument < markets.length && markets[instrument] != null;
        return isKnown ? markets[instrument] : untouched;
    }

    private InstrumentMarket changed(int instrument) {
        InstrumentMarket market = market(instrument, true);
        if (market.changedSequence != sequence) touched.add(market);
        market.changedSequence = sequence;
        market.changedNanos = timeNanos;
        return market;
    }

    private InstrumentMarket market(int instrument, boolean isToOpen) {
        if (isToOpen && (instrument >= markets.length || markets[instrument] == null)) open(instrument);
        return market(instrument);
    }

    private void open(int instrument) {
        if (instrument >= markets.length) markets = Arrays.copyOf(markets, instrument * 2);
        markets[instrument] = new InstrumentMarket(instrument, tradesKept);
    }
}
