package io.rialto.bench.lobster;

import io.rialto.protocol.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.agrona.collections.IntArrayList;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * Which orders of a level are named by later messages: the only ones that must exist under their own names.
 *
 * <p>An order counts as standing in a level at a row when a later message reduces, deletes or executes it while the
 * level stays in sight, without having entered in between. Its size is what later messages take off it.
 */
final class Lookahead {
    /** @param isExecuted whether it trades while the level stays in sight */
    record NamedLater(long source, long size, boolean isExecuted) {}

    private final Messages messages;
    private final Windows windows;
    private final Long2ObjectHashMap<IntArrayList> rowsByAsk = new Long2ObjectHashMap<>();
    private final Long2ObjectHashMap<IntArrayList> rowsByBid = new Long2ObjectHashMap<>();
    private final Long2ObjectHashMap<IntArrayList> rowsByOrder = new Long2ObjectHashMap<>();

    Lookahead(Messages messages, Windows windows) {
        this.messages = messages;
        this.windows = windows;
        for (int row = 0; row < messages.rows(); row++) {
            if (!messages.isVisible(row)) continue;
            append(rowsAt(messages.side(row)), messages.price(row), row);
            append(rowsByOrder, messages.order(row), row);
        }
    }

    /** In order of age, which the recording venue's ids tell; none of them when nothing is named. */
    List<NamedLater> standing(int row, Side side, long price) {
        IntArrayList rows = rowsAt(side).get(price);
        if (rows == null) return List.of();
        Map<Long, Boolean> executed = namedWhileInSight(rows, row, side, price);
        List<NamedLater> standing = new ArrayList<>(executed.size());
        executed.forEach((source, isExecuted) ->
                standing.add(new NamedLater(source, takenLater(row, source, side, price), isExecuted)));
        standing.sort(Comparator.comparingLong(NamedLater::source));
        return standing;
    }

    /** The orders by their ids, each with whether it trades. */
    private Map<Long, Boolean> namedWhileInSight(IntArrayList rows, int row, Side side, long price) {
        Map<Long, Boolean> executed = new HashMap<>();
        Set<Long> entered = new HashSet<>();
        int seen = row;
        for (int i = firstAfter(rows, row); i < rows.size(); i++) {
            int at = rows.getInt(i);
            while (seen < at && windows.sees(seen, side, price)) seen++;
            if (seen < at) break;
            long source = messages.order(at);
            if (messages.type(at) == Messages.SUBMITTED) {
                entered.add(source);
            } else if (!entered.contains(source)) {
                executed.merge(source, messages.type(at) == Messages.EXECUTED, Boolean::logicalOr);
            }
        }
        return executed;
    }

    private long takenLater(int row, long source, Side side, long price) {
        IntArrayList rows = rowsByOrder.get(source);
        long size = 0;
        for (int i = firstAfter(rows, row); i < rows.size(); i++) {
            int at = rows.getInt(i);
            if (messages.side(at) != side || messages.price(at) != price) continue;
            if (!messages.namesResting(at)) break;
            size += messages.size(at);
        }
        return size;
    }

    private static void append(Long2ObjectHashMap<IntArrayList> lists, long key, int row) {
        lists.computeIfAbsent(key, k -> new IntArrayList()).addInt(row);
    }

    private Long2ObjectHashMap<IntArrayList> rowsAt(Side side) {
        return side == Side.SELL ? rowsByAsk : rowsByBid;
    }

    private static int firstAfter(IntArrayList rows, int row) {
        int low = 0;
        int high = rows.size();
        while (low < high) {
            int middle = low + high >>> 1;
            if (rows.getInt(middle) > row) high = middle;
            else low = middle + 1;
        }
        return low;
    }
}
