package io.rialto.gateway.archive;

import io.rialto.feeds.Feeds;
import io.rialto.gateway.http.Freshness;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Reads wait until the feeds have seen the newest frame that this gateway acknowledged. Thread-safe. */
public final class FeedsFreshness implements Freshness {
    private final Feeds feeds;
    private final LongSupplier newestAcked;
    private final Duration timeout;

    /** @param newestAcked the newest frame that this gateway told anybody of */
    public FeedsFreshness(Feeds feeds, LongSupplier newestAcked, Duration timeout) {
        this.feeds = feeds;
        this.newestAcked = newestAcked;
        this.timeout = timeout;
    }

    @Override
    public void await(long minSequence) {
        long sequence = Math.max(minSequence, newestAcked.getAsLong());
        if (feeds.position() >= sequence || feeds.awaitPosition(sequence, timeout)) return;
        throw Problem.retry(
                ProblemCode.FEEDS_BEHIND,
                1,
                "feeds stand at " + feeds.position() + " and " + sequence + " was asked for");
    }
}
