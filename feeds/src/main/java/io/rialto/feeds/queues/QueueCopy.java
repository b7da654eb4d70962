package io.rialto.feeds.queues;

import io.rialto.feeds.changes.Changes;
import io.rialto.feeds.changes.FrameChange;
import io.rialto.feeds.changes.QueueChange;
import io.rialto.feeds.position.Position;
import io.rialto.protocol.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * One copy of a book's orders, taken some at a time, each part as of another frame: the changes between the first and the last
 * part make all of it as of the last. Once; on any thread.
 */
final class QueueCopy {
    private static final int AT_ONCE = 512;

    private final Position position;
    private final QueueFeed feed;
    private final Changes changes;
    private final int instrument;
    private final Long2ObjectHashMap<QueuedOrder> bids = new Long2ObjectHashMap<>();
    private final Long2ObjectHashMap<QueuedOrder> asks = new Long2ObjectHashMap<>();
    private long[] numbers = {};

    QueueCopy(Position position, QueueFeed feed, Changes changes, int instrument) {
        this.position = position;
        this.feed = feed;
        this.changes = changes;
        this.instrument = instrument;
    }

    /** Empty when changes that it takes are no longer kept. */
    Optional<QueuePage> taken() {
        long first = position.read(this::begin);
        long last = first;
        for (int i = 0; i < numbers.length; i += AT_ONCE) {
            int from = i;
            last = position.read(sequence -> copy(from, sequence));
        }
        Optional<List<FrameChange>> between = changes.between(first, last);
        if (between.isEmpty()) return Optional.empty();
        for (FrameChange frame : between.get()) frame.queues().forEach(this::apply);
        return Optional.of(new QueuePage(new ArrayList<>(bids.values()), new ArrayList<>(asks.values()), true, last));
    }

    private long begin(long sequence) {
        Queue queue = feed.find(instrument);
        if (queue != null) numbers = queue.numbers();
        return sequence;
    }

    private long copy(int from, long sequence) {
        Queue queue = feed.find(instrument);
        for (int i = from; i < Math.min(numbers.length, from + AT_ONCE); i++) {
            Queue.Shown shown = queue.find(numbers[i]);
            if (shown != null) put(shown.side, shown.place, shown.priceTicks, shown.lots);
        }
        return sequence;
    }

    private void apply(QueueChange change) {
        if (change.instrument() == instrument) {
            put(change.side(), change.place(), change.priceTicks(), change.quantityLots());
        }
    }

    /** Without lots it has gone. */
    private void put(Side side, long place, long priceTicks, long lots) {
        Long2ObjectHashMap<QueuedOrder> mine = side == Side.BUY ? bids : asks;
        if (lots == 0) mine.remove(place);
        else mine.put(place, new QueuedOrder(place, priceTicks, lots));
    }
}
