package io.rialto.bench.line;

import io.rialto.bench.recording.BookLevels;
import io.rialto.bench.recording.Market;
import io.rialto.protocol.Side;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** A book rebuilt from the venue's events alone: quantity by price, in ticks and lots. */
final class EventBook {
    private final TreeMap<Long, Long> asks = new TreeMap<>();
    private final TreeMap<Long, Long> bids = new TreeMap<>(Comparator.reverseOrder());

    /** @param lots what came to the level; negative for what left it */
    void change(Side side, long priceTicks, long lots) {
        ladder(side).merge(priceTicks, lots, (before, change) -> before + change == 0 ? null : before + change);
    }

    void fill(BookLevels levels, Market market) {
        levels.clear();
        fill(levels, market, Side.BUY);
        fill(levels, market, Side.SELL);
    }

    private void fill(BookLevels levels, Market market, Side side) {
        int level = 0;
        for (Map.Entry<Long, Long> entry : ladder(side).entrySet()) {
            if (level == levels.depth()) return;
            levels.set(side, level++, market.price(entry.getKey()), entry.getValue());
        }
    }

    TreeMap<Long, Long> ladder(Side side) {
        return side == Side.SELL ? asks : bids;
    }
}
