package io.rialto.feeds.balances;

import io.rialto.feeds.position.BrokenFeed;
import io.rialto.feeds.position.Found;
import java.util.ArrayDeque;
import org.agrona.collections.Long2ObjectHashMap;

/** Every pending transfer, and of the ended ones those that ended last. */
final class TransferLog {
    private final int endedKept;
    private final Long2ObjectHashMap<Transfer> kept = new Long2ObjectHashMap<>();
    private final ArrayDeque<Transfer> ended = new ArrayDeque<>();
    private long newestDropped;

    TransferLog(int endedKept) {
        this.endedKept = endedKept;
    }

    void put(Transfer transfer) {
        kept.put(transfer.number(), transfer);
        if (transfer.state() == TransferState.PENDING) return;
        ended.add(transfer);
        if (ended.size() > endedKept) drop(ended.remove());
    }

    void end(long number, TransferState state, long timeNanos, long sequence) {
        Transfer transfer = kept.get(number);
        if (transfer == null || transfer.state() != TransferState.PENDING) {
            throw new BrokenFeed("transfer must be pending: transfer=" + number);
        }
        put(transfer.reached(state, timeNanos, sequence));
    }

    Found<Transfer> find(long number, long sequence) {
        Transfer transfer = kept.get(number);
        return transfer == null
                ? Found.nothing(number > 0 && number <= newestDropped, sequence)
                : Found.of(transfer, sequence);
    }

    private void drop(Transfer transfer) {
        kept.remove(transfer.number());
        newestDropped = Math.max(newestDropped, transfer.number());
    }
}
