package io.rialto.engine.fixing;

import io.rialto.protocol.Side;

/**
 * The one price of an auction, by four steps: most volume; least imbalance; with the pressure, when all that remains has
 * it on one side; else nearest to the reference. Candidates are all limit prices and the reference itself.
 *
 * <p>Goes along the levels where the sides overlap, and no others. Prices in ticks, quantities in lots. Threading: the
 * core's thread only. Allocates nothing.
 */
public final class AuctionPrice {
    private static final long NONE = 0;

    private long priceTicks;
    private long volumeLots;
    private long surplusLots;

    // The candidates that are still in.
    private long leastImbalance;
    private long lowestTicks;
    private long highestTicks;
    private long nearestTicks;
    private long reference;
    private boolean hasSurplus;
    private boolean hasDeficit;
    private boolean hasBalance;

    /** By whom candidates are counted; null: by the curves. */
    private ForeseenTrades foreseen;

    // Where the search stands on each curve, and what the sides would trade there.
    private int bid;
    private int marketBid;
    private int ask;
    private int marketAsk;
    private long buysHigh;
    private long buysLow;
    private long sellsHigh;
    private long sellsLow;

    /** 0 when nothing would trade. */
    public long priceTicks() {
        return priceTicks;
    }

    public long volumeLots() {
        return volumeLots;
    }

    /** What really trades at the price, and what is left of those who could go on. */
    void trades(long newVolumeLots, long newSurplusLots) {
        volumeLots = newVolumeLots;
        surplusLots = newSurplusLots;
    }

    /** What buyers have left at the price; below zero, what sellers have left. */
    public long surplusLots() {
        return surplusLots;
    }

    public long imbalanceLots() {
        return Math.abs(surplusLots);
    }

    /** Null of the schema when both sides trade whole. */
    public Side imbalanceSide() {
        if (surplusLots == 0) return Side.NULL_VAL;
        return surplusLots > 0 ? Side.BUY : Side.SELL;
    }

    /** Finds the price; the reference is 0 when there is none. */
    public void find(CallBook book, long referenceTicks) {
        find(book, referenceTicks, null);
    }

    /** The same by what would really trade at each price. */
    void find(CallBook book, long referenceTicks, ForeseenTrades trades) {
        foreseen = trades;
        reference = referenceTicks;
        priceTicks = NONE;
        volumeLots = 0;
        surplusLots = 0;
        boolean hasBoth = book.hasBuys() && book.hasSells();
        if (!hasBoth || book.lowestSell() > book.highestBuy()) return;
        walk(book, book.lowestSell(), book.highestBuy(), referenceTicks);
        if (volumeLots > 0) settle(book);
    }

    private void walk(CallBook book, long fromTicks, long toTicks, long referenceTicks) {
        begin(book, fromTicks);
        boolean awaitsReference = referenceTicks >= fromTicks && referenceTicks <= toTicks && referenceTicks != NONE;
        while (awaitsReference || bid < book.bids.size() || ask < book.asks.size()) {
            long candidate = Math.min(ticksAt(book.bids, bid), ticksAt(book.asks, ask));
            if (awaitsReference) candidate = Math.min(candidate, referenceTicks);
            if (candidate > toTicks) return;
            if (candidate == referenceTicks) awaitsReference = false;
            arriveAt(book, candidate);
            long buys = Curve.lots(buysHigh, buysLow);
            long sells = Curve.lots(sellsHigh, sellsLow);
            if (foreseen == null) consider(candidate, Math.min(buys, sells), buys - sells);
            else considerForeseen(book, candidate, buys, sells);
            passBids(book.bids, candidate);
        }
    }

    private static long ticksAt(Curve curve, int level) {
        return level < curve.size() ? curve.ticks(level) : Long.MAX_VALUE;
    }

    private void begin(CallBook book, long fromTicks) {
        bid = book.bids.from(fromTicks);
        marketBid = book.marketBids.from(fromTicks);
        ask = 0;
        marketAsk = 0;
        buysHigh = 0;
        buysLow = 0;
        sellsHigh = 0;
        sellsLow = 0;
        for (int level = bid; level < book.bids.size(); level++) addBuys(book.bids, level, 1);
        for (int level = marketBid; level < book.marketBids.size(); level++) addBuys(book.marketBids, level, 1);
    }

    /** Sells up to the price come in, market buys that do not reach it go. */
    private void arriveAt(CallBook book, long candidate) {
        for (; ticksAt(book.marketBids, marketBid) < candidate; marketBid++) addBuys(book.marketBids, marketBid, -1);
        for (; ask < book.asks.size() && book.asks.ticks(ask) <= candidate; ask++) addSells(book.asks, ask);
        Curve market = book.marketAsks;
        for (; marketAsk < market.size() && market.ticks(marketAsk) <= candidate; marketAsk++) {
            addSells(market, marketAsk);
        }
    }

    private void passBids(Curve bids, long candidate) {
        if (bid < bids.size() && bids.ticks(bid) == candidate) addBuys(bids, bid++, -1);
    }

    private void addBuys(Curve curve, int level, int sign) {
        buysHigh += sign * curve.high(level);
        buysLow += sign * curve.low(level);
    }

    private void addSells(Curve curve, int level) {
        sellsHigh += curve.high(level);
        sellsLow += curve.low(level);
    }

    private void considerForeseen(CallBook book, long candidate, long buys, long sells) {
        foreseen.go(book, candidate, buys, sells);
        consider(candidate, foreseen.volumeLots(), foreseen.surplusLots());
    }

    private void consider(long candidate, long volume, long imbalance) {
        boolean isBetter = volume > volumeLots || volume == volumeLots && Math.abs(imbalance) < leastImbalance;
        boolean isEqual = volume == volumeLots && Math.abs(imbalance) == leastImbalance;
        if (volume == 0 || !isBetter && !isEqual) return;
        if (isBetter) {
            volumeLots = volume;
            leastImbalance = Math.abs(imbalance);
            lowestTicks = candidate;
            hasSurplus = false;
            hasDeficit = false;
            hasBalance = false;
        }
        highestTicks = candidate;
        if (isBetter || isNearer(candidate)) nearestTicks = candidate;
        hasSurplus |= imbalance > 0;
        hasDeficit |= imbalance < 0;
        hasBalance |= imbalance == 0;
    }

    private boolean isNearer(long candidate) {
        return Math.abs(candidate - reference) < Math.abs(nearestTicks - reference);
    }

    private void settle(CallBook book) {
        if (hasSurplus && !hasDeficit && !hasBalance) priceTicks = highestTicks;
        else if (hasDeficit && !hasSurplus && !hasBalance) priceTicks = lowestTicks;
        else if (reference == NONE) priceTicks = lowestTicks + (highestTicks - lowestTicks) / 2;
        else priceTicks = nearestTicks;
        // The middle need not be a candidate: what trades at it is counted for itself.
        tradeAt(book, priceTicks);
    }

    /** What would trade at any price. */
    void tradeAt(CallBook book, long ticks) {
        begin(book, ticks);
        arriveAt(book, ticks);
        long buys = Curve.lots(buysHigh, buysLow);
        long sells = Curve.lots(sellsHigh, sellsLow);
        count(book, ticks, buys, sells);
    }

    private void count(CallBook book, long ticks, long buys, long sells) {
        boolean isForeseen = foreseen != null;
        if (isForeseen) foreseen.go(book, ticks, buys, sells);
        volumeLots = isForeseen ? foreseen.volumeLots() : Math.min(buys, sells);
        surplusLots = isForeseen ? foreseen.surplusLots() : buys - sells;
    }
}
