package io.rialto.bench.lobster;

import io.rialto.bench.lobster.Lookahead.NamedLater;
import io.rialto.bench.lobster.ModelBook.ModelOrder;
import io.rialto.bench.recording.BookLevels;
import io.rialto.bench.recording.Instruction.Origin;
import io.rialto.protocol.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Puts right what the recording could not see before: levels beyond the last row's window, and nothing nearer.
 *
 * <p>A level that came into sight gets the orders that later messages name, by age, and one nameless order for the
 * rest. Orders that already stand there in their right order stay; what nothing explains is taken out.
 */
final class Reveals {
    private final Windows windows;
    private final Lookahead lookahead;
    private final ModelBook book;
    private final Script script;

    Reveals(Windows windows, Lookahead lookahead, ModelBook book, Script script) {
        this.windows = windows;
        this.lookahead = lookahead;
        this.book = book;
        this.script = script;
    }

    /** @return how many levels had to be put right */
    int putRight(int row, BookLevels shown) {
        return putRight(row, Side.BUY, shown) + putRight(row, Side.SELL, shown);
    }

    private int putRight(int row, Side side, BookLevels shown) {
        int changed = removeStale(row, side, shown);
        for (int i = 0; i < shown.depth(); i++) {
            if (!shown.has(side, i)) continue;
            long price = shown.price(side, i);
            if (wasInSight(row, side, price)) continue;
            if (rebuild(row, side, price, shown.quantity(side, i))) changed++;
        }
        return changed;
    }

    private boolean wasInSight(int row, Side side, long price) {
        return row > 0 && windows.sees(row - 1, side, price);
    }

    /** Levels of ours that ought to be in sight now, and are not there. */
    private int removeStale(int row, Side side, BookLevels shown) {
        List<List<ModelOrder>> stale = new ArrayList<>();
        for (Map.Entry<Long, List<ModelOrder>> level : book.ladder(side).entrySet()) {
            long price = level.getKey();
            if (!windows.sees(row, side, price)) break;
            if (!wasInSight(row, side, price) && !isShown(shown, side, price)) stale.add(level.getValue());
        }
        for (List<ModelOrder> level : stale) {
            for (ModelOrder order : List.copyOf(level)) script.lower(order, order.open, Origin.REVEAL);
        }
        return stale.size();
    }

    private static boolean isShown(BookLevels shown, Side side, long price) {
        for (int i = 0; i < shown.depth(); i++) {
            if (shown.has(side, i) && shown.price(side, i) == price) return true;
        }
        return false;
    }

    private boolean rebuild(int row, Side side, long price, long quantity) {
        int before = script.instructions().size();
        Origin origin = row == 0 ? Origin.SEED : Origin.REVEAL;
        List<NamedLater> standing = fitting(lookahead.standing(row, side, price), quantity);
        long nameless = quantity - standing.stream().mapToLong(NamedLater::size).sum();
        int kept = 0;
        boolean orderHolds = true;
        for (ModelOrder order : List.copyOf(book.level(side, price))) {
            NamedLater next = kept < standing.size() ? standing.get(kept) : null;
            if (orderHolds && next != null && next.source() == order.source && next.size() <= order.open) {
                if (order.open > next.size()) script.lower(order, order.open - next.size(), origin);
                kept++;
            } else if (order.isNameless() && nothingTradesBehind(standing, kept)) {
                long stays = Math.min(nameless, order.open);
                if (stays < order.open) script.lower(order, order.open - stays, origin);
                nameless -= stays;
            } else {
                orderHolds &= next == null || !isNamed(standing, kept, order.source);
                script.lower(order, order.open, origin);
            }
        }
        for (NamedLater later : standing.subList(kept, standing.size())) {
            script.enter(later.source(), side, price, later.size(), origin);
        }
        if (nameless > 0) script.enter(ModelOrder.NAMELESS, side, price, nameless, origin);
        return script.instructions().size() > before;
    }

    private static boolean nothingTradesBehind(List<NamedLater> standing, int from) {
        return standing.subList(from, standing.size()).stream().noneMatch(NamedLater::isExecuted);
    }

    private static boolean isNamed(List<NamedLater> standing, int from, long source) {
        return standing.subList(from, standing.size()).stream().anyMatch(later -> later.source() == source);
    }

    /** As many as the shown quantity has room for, oldest first. */
    private static List<NamedLater> fitting(List<NamedLater> standing, long quantity) {
        List<NamedLater> fitting = new ArrayList<>(standing.size());
        long room = quantity;
        for (NamedLater later : standing) {
            if (later.size() > room) continue;
            fitting.add(later);
            room -= later.size();
        }
        return fitting;
    }
}
