package io.rialto.gateway.cache;

import java.util.concurrent.atomic.LongAdder;

/** What became of the questions of a kind since the start. Thread-safe. */
final class Counts {
    /** Answered from memory; waited for another's load among them. */
    final LongAdder hits = new LongAdder();
    /** Answered by what another gateway kept. */
    final LongAdder sharedHits = new LongAdder();
    /** Asked of the database. */
    final LongAdder loads = new LongAdder();

    final LongAdder loadNanos = new LongAdder();
    /** Of the loads, those that failed. */
    final LongAdder failures = new LongAdder();
    /** Found, and passed over because a frame has changed it since. */
    final LongAdder outdated = new LongAdder();
    /** Let go of for want of room, or because their time was over. */
    final LongAdder evictions = new LongAdder();
}
