package io.rialto.feeds.lists;

import io.rialto.feeds.position.BrokenFeed;
import io.rialto.feeds.position.Position;
import io.rialto.feeds.trading.TradingFeed;
import io.rialto.protocol.OrderListAcceptedDecoder;
import io.rialto.protocol.OrderListEndedDecoder;
import java.util.ArrayDeque;
import java.util.Optional;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * Keeps every open list, and those that ended last.
 *
 * <p>Threading: the writing thread, between the position's enter and leave; questions go through {@link #lists}.
 *
 * <p>Errors: {@link BrokenFeed} when an event ends a list that is not open.
 */
public final class ListFeed implements TradingFeed {
    private final int endedKept;
    private final Lists lists;
    private final Long2ObjectHashMap<ListView> kept = new Long2ObjectHashMap<>();
    private final ArrayDeque<Long> ended = new ArrayDeque<>();
    private long newestDropped;
    private long sequence;
    private long timeNanos;

    public ListFeed(Position position, int endedListsKept) {
        endedKept = endedListsKept;
        lists = new Lists(position, this);
    }

    public Lists lists() {
        return lists;
    }

    /** The events that follow are this frame's. */
    public void startFrame(long frameSequence, long frameTimeNanos) {
        sequence = frameSequence;
        timeNanos = frameTimeNanos;
    }

    @Override
    public void onListAccepted(OrderListAcceptedDecoder event) {
        ListView list = ListView.accepted(event, timeNanos, sequence);
        kept.put(list.list(), list);
    }

    @Override
    public void onListEnded(OrderListEndedDecoder event) {
        ListView list = kept.get(event.list());
        if (list == null || !list.isOpen()) throw new BrokenFeed("list must be open: list=" + event.list());
        kept.put(event.list(), list.ended(event.reason(), timeNanos, sequence));
        ended.add(event.list());
        if (ended.size() > endedKept) drop(ended.remove());
    }

    private void drop(long list) {
        kept.remove(list);
        newestDropped = Math.max(newestDropped, list);
    }

    Optional<ListView> find(long number) {
        return Optional.ofNullable(kept.get(number));
    }

    /** Whether a number that is not kept may have been a list's. */
    boolean mayHaveDropped(long number) {
        return number <= newestDropped;
    }
}
