package io.rialto.gateway.depth;

import io.rialto.feeds.changes.LevelChange;
import io.rialto.feeds.market.Book;
import io.rialto.feeds.market.Level;
import io.rialto.gateway.market.Terms;
import io.rialto.protocol.Side;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * A market's book as far as it has been told: all levels, so that what comes into sight is known.
 *
 * <p>Threading: the publishing thread.
 */
final class MarketBook implements Lines {
    private final TreeMap<Long, ShownLevel> bids = new TreeMap<>(Comparator.reverseOrder());
    private final TreeMap<Long, ShownLevel> asks = new TreeMap<>();
    private Terms terms;
    private long sequence;

    MarketBook(Terms terms) {
        this.terms = terms;
    }

    /** All of it anew. */
    void load(Book book) {
        load(bids, book.bids());
        load(asks, book.asks());
        sequence = book.sequence();
    }

    private void load(TreeMap<Long, ShownLevel> side, List<Level> levels) {
        side.clear();
        for (Level level : levels) {
            side.put(level.priceTicks(), new ShownLevel(level.priceTicks(), level.quantityLots(), terms));
        }
    }

    @Override
    public long seen(long frame) {
        return Math.max(sequence, frame);
    }

    void change(long frame, LevelChange change) {
        if (frame <= sequence) return;
        TreeMap<Long, ShownLevel> side = change.side() == Side.BUY ? bids : asks;
        if (change.quantityLots() == 0) {
            side.remove(change.priceTicks());
            return;
        }
        ShownLevel known = side.get(change.priceTicks());
        if (known != null && known.has(change.quantityLots())) return;
        side.put(change.priceTicks(), new ShownLevel(change.priceTicks(), change.quantityLots(), terms));
    }

    /** The same numbers count other steps from now on. */
    void in(Terms other) {
        terms = other;
        bids.replaceAll((ticks, level) -> level.in(other));
        asks.replaceAll((ticks, level) -> level.in(other));
    }

    @Override
    public List<ShownLevel> best(Side side, int depth) {
        Collection<ShownLevel> all = (side == Side.BUY ? bids : asks).values();
        List<ShownLevel> best = new ArrayList<>(Math.min(depth, all.size()));
        for (ShownLevel level : all) {
            if (best.size() == depth) break;
            best.add(level);
        }
        return best;
    }
}
