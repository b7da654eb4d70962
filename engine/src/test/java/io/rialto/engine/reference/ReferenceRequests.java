package io.rialto.engine.reference;

import io.rialto.protocol.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;

/** The keys of requests and fences, kept for a day and for as long as their order is open. */
final class ReferenceRequests {
    static final long DAY_NANOS = 24L * 60 * 60 * 1_000_000_000;

    private record Kept(Command.Asked asked, boolean isFence, long sequence, long timeNanos, long order) {}

    private final List<Kept> kept = new ArrayList<>();

    void forget(long nowNanos, LongPredicate isOpen) {
        kept.removeIf(one -> nowNanos - one.timeNanos >= DAY_NANOS && !isOpen.test(one.order));
    }

    void refuseSeen(Command.Asked asked, boolean isFence) {
        for (Kept one : kept) {
            boolean sameKey = one.asked.keyHigh() == asked.keyHigh() && one.asked.keyLow() == asked.keyLow();
            if (!sameKey || one.asked.actor() != asked.actor()) continue;
            if (one.isFence) throw new Refusal(Reason.REQUEST_FENCED, one.sequence);
            boolean sameBody = isFence || one.asked.bodyHash() == asked.bodyHash();
            throw new Refusal(sameBody ? Reason.DUPLICATE_REQUEST : Reason.REQUEST_KEY_REUSED, one.sequence);
        }
    }

    void keep(Command.Asked asked, boolean isFence, long sequence, long timeNanos) {
        kept.add(new Kept(asked, isFence, sequence, timeNanos, 0));
    }

    /** Of the request kept last. */
    void madeOrder(long order) {
        Kept last = kept.remove(kept.size() - 1);
        kept.add(new Kept(last.asked, last.isFence, last.sequence, last.timeNanos, order));
    }
}
