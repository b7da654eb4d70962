package io.rialto.feeds.lists;

import io.rialto.feeds.position.Found;
import io.rialto.feeds.position.Position;

/**
 * Questions about order lists. Open lists are always there; of ended ones the newest are.
 *
 * <p>Threading: any thread.
 *
 * <p>Errors: {@link io.rialto.feeds.position.FeedsStopped} when the feeds no longer follow the journal.
 */
public final class Lists {
    private final Position position;
    private final ListFeed feed;

    Lists(Position position, ListFeed feed) {
        this.position = position;
        this.feed = feed;
    }

    public Found<ListView> list(long number) {
        return position.read(sequence -> feed.find(number)
                .map(list -> Found.of(list, sequence))
                .orElseGet(() -> Found.nothing(feed.mayHaveDropped(number), sequence)));
    }
}
