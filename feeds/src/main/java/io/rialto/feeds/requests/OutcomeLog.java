package io.rialto.feeds.requests;

import java.util.function.LongPredicate;
import org.agrona.collections.Long2ObjectHashMap;

/** Outcomes by key, and a queue of them by time, from whose head the old ones leave. */
final class OutcomeLog {
    private final long retentionNanos;
    private final LongPredicate isOpenOrder;
    private final Long2ObjectHashMap<Outcome> byHash = new Long2ObjectHashMap<>();
    private Outcome oldest;
    private Outcome newest;

    OutcomeLog(long retentionNanos, LongPredicate isOpenOrder) {
        this.retentionNanos = retentionNanos;
        this.isOpenOrder = isOpenOrder;
    }

    /** Null when it was never seen, or is no longer kept. */
    Outcome find(int account, long keyHigh, long keyLow) {
        Outcome outcome = byHash.get(Outcome.hash(account, keyHigh, keyLow));
        while (outcome != null && !outcome.isOf(account, keyHigh, keyLow)) outcome = outcome.nextOfHash;
        return outcome;
    }

    Outcome findOrAdd(int account, long keyHigh, long keyLow, long timeNanos) {
        Outcome known = find(account, keyHigh, keyLow);
        if (known != null) return known;
        Outcome outcome = new Outcome(account, keyHigh, keyLow);
        outcome.nextOfHash = byHash.put(outcome.hash(), outcome);
        enqueue(outcome, timeNanos);
        return outcome;
    }

    /** What is older than the retention leaves, except the request of an order that is still open. */
    void forgetBefore(long timeNanos) {
        while (oldest != null && oldest.queuedNanos + retentionNanos <= timeNanos) {
            Outcome outcome = oldest;
            oldest = outcome.nextInTime;
            if (oldest == null) newest = null;
            outcome.nextInTime = null;
            boolean isYounger = outcome.timeNanos + retentionNanos > timeNanos;
            if (isYounger || isOpenOrder.test(outcome.order)) enqueue(outcome, timeNanos);
            else remove(outcome);
        }
    }

    private void enqueue(Outcome outcome, long timeNanos) {
        outcome.queuedNanos = timeNanos;
        if (newest == null) oldest = outcome;
        else newest.nextInTime = outcome;
        newest = outcome;
    }

    private void remove(Outcome outcome) {
        Outcome first = byHash.get(outcome.hash());
        if (first != outcome) {
            while (first.nextOfHash != outcome) first = first.nextOfHash;
            first.nextOfHash = outcome.nextOfHash;
        } else if (outcome.nextOfHash == null) {
            byHash.remove(outcome.hash());
        } else {
            byHash.put(outcome.hash(), outcome.nextOfHash);
        }
    }
}
