package io.rialto.feeds;

import java.util.Optional;
import java.util.Set;

/**
 * How the feeds are.
 *
 * @param isFollowing whether the thread "feeds" reads the journal
 * @param sequence of the last frame that was applied whole
 * @param timeNanos that frame's journal time, UTC
 * @param unknownEvents types of events that this version of the feeds passed over
 * @param fault why they stopped; empty while they run
 */
public record FeedsHealth(
        boolean isFollowing, long sequence, long timeNanos, Set<Integer> unknownEvents, Optional<String> fault) {
    public boolean isHealthy() {
        return fault.isEmpty();
    }
}
