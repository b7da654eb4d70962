package io.rialto.feeds.marks;

import io.rialto.feeds.position.Position;
import java.util.List;

/**
 * Questions about places that stand out.
 *
 * <p>Threading: any thread.
 *
 * <p>Errors: {@link io.rialto.feeds.position.FeedsStopped} when the feeds no longer follow the journal.
 */
public final class Marks {
    private final Position position;
    private final MarkFeed feed;

    Marks(Position position, MarkFeed feed) {
        this.position = position;
        this.feed = feed;
    }

    /** @param isWhole false when some at the beginning are no longer kept */
    public record Found(List<Mark> marks, boolean isWhole) {}

    /** Those from one frame to another, both included, oldest first. */
    public Found between(long from, long to) {
        return position.read(sequence -> new Found(feed.between(from, to), from > feed.forgottenUpTo()));
    }
}
