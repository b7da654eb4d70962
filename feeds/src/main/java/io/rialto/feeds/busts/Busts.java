package io.rialto.feeds.busts;

import io.rialto.feeds.position.Position;
import java.util.Optional;

/**
 * Questions about trades that were taken back.
 *
 * <p>Threading: any thread.
 *
 * <p>Errors: {@link io.rialto.feeds.position.FeedsStopped} when the feeds no longer follow the journal.
 */
public final class Busts {
    private final Position position;
    private final BustFeed feed;

    Busts(Position position, BustFeed feed) {
        this.position = position;
        this.feed = feed;
    }

    /** What became of that very trade, a correction too; empty when it stands. */
    public Optional<Bust> bust(long trade) {
        return position.read(sequence -> feed.of(trade));
    }

    /** What became at last of a trade of the tape, and of what was put in its place; empty when it stands. */
    public Optional<Bust> newest(long trade) {
        return position.read(sequence -> feed.newest(trade));
    }
}
