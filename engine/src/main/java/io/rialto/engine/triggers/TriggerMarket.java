package io.rialto.engine.triggers;

import static io.rialto.engine.orders.Special.NO_PRICE;

import io.rialto.engine.book.Book;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.listing.TradeWatch;
import io.rialto.engine.orders.OpenOrders;
import io.rialto.engine.orders.Special;
import io.rialto.engine.trailing.Trail;
import io.rialto.engine.trailing.TrailPrices;
import io.rialto.engine.trailing.TrailState;
import io.rialto.protocol.Side;
import io.rialto.protocol.TriggerSource;

/**
 * The orders of one market that wait for a price, and those that a price has elected.
 *
 * <p>A price elects at once, while its trade is being told: nothing but the line of the elected changes by it.
 */
final class TriggerMarket implements TradeWatch {
    static final byte LAST = (byte) TriggerSource.LAST.value();
    static final byte MARK = (byte) TriggerSource.MARK.value();
    static final byte BEST = (byte) TriggerSource.BEST.value();

    static final int SOURCES = 3;

    private static final int KINDS = 4; // buyers for a rise, for a fall, sellers for a rise, for a fall
    private static final int SELLERS = 2;

    /** A named thing and no lambda, since it is made while the venue runs and so has to be kept in snapshots. */
    private record TrailEnd(TriggerMarket market) implements Trail.Reached {
        @Override
        public void reached(int slot, long triggerTicks) {
            market.reached(slot, triggerTicks);
        }
    }

    private final Attention attention;
    private final OpenOrders orders;
    private final Instrument market;
    private final WaitingHeap[] heaps = new WaitingHeap[SOURCES * KINDS];
    private final MarketTrails trails;
    private final ElectedLine elected;
    private int watchingBest;
    private boolean hasNewWatcher; // what was seen, was seen before it came
    private long seenBidTicks = NO_PRICE;
    private long seenAskTicks = NO_PRICE;

    // The cascade at hand.
    private int arrivals;
    private long firstTicks;

    TriggerMarket(OpenOrders orders, Instrument market, Attention attention) {
        this.attention = attention;
        this.orders = orders;
        this.market = market;
        this.trails = new MarketTrails(orders, new TrailEnd(this));
        this.elected = new ElectedLine(orders);
        for (int kind = 0; kind < heaps.length; kind++) heaps[kind] = new WaitingHeap(orders, (kind & 1) == 0);
    }

    Instrument market() {
        return market;
    }

    ElectedLine elected() {
        return elected;
    }

    /** What an order with this source would look at now, or NO_PRICE. */
    long priceTicks(byte source, boolean buys) {
        if (source == LAST) return market.lastTradeTicks() == 0 ? NO_PRICE : market.lastTradeTicks();
        if (source == MARK) return market.markTicks();
        return bestTicks(buys ? Side.SELL : Side.BUY);
    }

    void await(int slot) {
        Special special = orders.special(slot);
        if (special.isTrailing()) trails.await(slot, startTicks(special.triggerSource));
        else heapOf(slot, special).add(slot, special);
        if (special.triggerSource != BEST) return;
        watchBest(1);
        hasNewWatcher = true;
    }

    /** It waits on, behind all others with its trigger. */
    void awaitAnew(int slot, long electionSequence) {
        Special special = orders.special(slot);
        if (special.isTrailing()) trails.requeue(slot, electionSequence);
        else heapOf(slot, special).requeue(special, electionSequence);
        hasNewWatcher |= special.triggerSource == BEST;
    }

    /** The price that a trailing stop begins with; best prices it sees when they are looked at next. */
    long startTicks(byte source) {
        return source == BEST ? NO_PRICE : priceTicks(source, true);
    }

    /** Where a trailing stop's trigger stands or can be expected, or NO_PRICE. */
    long expectedTicks(Special special, boolean sells, long elseTicks) {
        long startTicks = startTicks(special.triggerSource);
        long extremeTicks = trails.extremeTicks(special, sells);
        return TrailPrices.expected(special, sells, extremeTicks, startTicks == NO_PRICE ? elseTicks : startTicks);
    }

    /** The best price since a trailing stop became active, or NO_PRICE. */
    long extremeTicks(int slot) {
        return trails.extremeTicks(orders.special(slot), orders.pool().sells(slot));
    }

    /** It waits no more, or stands no more in the line. */
    void leave(int slot) {
        Special special = orders.special(slot);
        if (special.isElected) {
            elected.remove(special);
            attention.orders--;
            // Whoever was last has left before he could arrive.
            if (elected.size() == 0) cascadeEnded();
            return;
        }
        if (MarketTrails.holds(special)) trails.leave(slot);
        else heapOf(slot, special).remove(special.triggerPlace);
        if (special.triggerSource == BEST) watchBest(-1);
    }

    @Override
    public void traded(Instrument where, long priceTicks, long quantityLots) {
        elect(LAST, priceTicks, priceTicks);
    }

    void marked(long priceTicks) {
        elect(MARK, priceTicks, priceTicks);
    }

    /** Whether a best price may have moved since all who watch it looked at it. An auction's best prices elect nobody. */
    boolean hasUnseenBest() {
        return watchingBest > 0
                && market.isContinuous()
                && (hasNewWatcher || bestTicks(Side.BUY) != seenBidTicks || bestTicks(Side.SELL) != seenAskTicks);
    }

    void lookAtBest() {
        hasNewWatcher = false;
        seenBidTicks = bestTicks(Side.BUY);
        seenAskTicks = bestTicks(Side.SELL);
        elect(BEST, seenAskTicks, seenBidTicks);
    }

    /** Whether an elected order may arrive. */
    boolean hasNext() {
        return elected.size() > 0 && market.isContinuous();
    }

    int arrivals() {
        return arrivals;
    }

    long firstTicks() {
        return firstTicks;
    }

    /** Whether so many elections in a row, or so far a way of the price, are enough. */
    boolean isAtBound(long mostArrivals, long mostTicks) {
        if (arrivals == 0) firstTicks = market.lastTradeTicks();
        boolean isFar = mostTicks != Instrument.NONE
                && firstTicks != 0
                && Math.abs(market.lastTradeTicks() - firstTicks) > mostTicks;
        return arrivals >= mostArrivals || isFar;
    }

    /** The first of the elected, which leaves the line. */
    int next() {
        arrivals++;
        attention.orders--;
        return elected.next();
    }

    private void watchBest(int change) {
        watchingBest += change;
        attention.orders += change;
    }

    /** Neither a cascade nor anybody elected: nothing here but what the orders know themselves. */
    boolean isQuiet() {
        return arrivals == 0 && elected.size() == 0;
    }

    void cascadeEnded() {
        arrivals = 0;
        firstTicks = 0;
    }

    /** How many orders of all markets ask to be looked at after every command: the elected, and who watches best prices. */
    static final class Attention {
        int orders;
    }

    /** The kinds take turns by election sequence; within one, the closest trigger is first. */
    private void elect(byte source, long buyersTicks, long sellersTicks) {
        if (!trails.areEmpty()) trails.see(source, buyersTicks, sellersTicks);
        int from = (source - 1) * KINDS;
        while (true) {
            WaitingHeap next = null;
            long byTicks = NO_PRICE;
            for (int kind = 0; kind < KINDS; kind++) {
                WaitingHeap heap = heaps[from + kind];
                long ticks = kind < SELLERS ? buyersTicks : sellersTicks;
                if (ticks == NO_PRICE || !heap.isElectedBy(ticks)) continue;
                if (next != null && heap.firstSequence() > next.firstSequence()) continue;
                next = heap;
                byTicks = ticks;
            }
            if (next == null) return;
            elect(next.first(), byTicks);
        }
    }

    /** A trailing stop is a stop like any other now, which this price elects in its turn. */
    private void reached(int slot, long triggerTicks) {
        Special special = orders.special(slot);
        special.stopTicks = triggerTicks;
        special.trailState = TrailState.REACHED;
        heapOf(slot, special).add(slot, special);
    }

    private void elect(int slot, long byTicks) {
        leave(slot);
        Special special = orders.special(slot);
        special.isElected = true;
        special.electedByTicks = byTicks;
        elected.append(slot);
        attention.orders++;
        orders.elected(slot);
    }

    private WaitingHeap heapOf(int slot, Special special) {
        boolean sells = orders.pool().sells(slot);
        int kind = (sells ? SELLERS : 0) + (special.waitsForRise(!sells) ? 0 : 1);
        return heaps[(special.triggerSource - 1) * KINDS + kind];
    }

    private long bestTicks(Side side) {
        Book book = market.book();
        return book.isEmpty(side) ? NO_PRICE : book.bestTicks(side);
    }
}
