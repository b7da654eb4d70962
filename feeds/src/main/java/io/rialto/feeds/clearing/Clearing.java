package io.rialto.feeds.clearing;

import io.rialto.feeds.listing.Listing;
import io.rialto.feeds.position.Position;
import java.util.List;

/**
 * Questions about settlement.
 *
 * <p>Threading: any thread.
 *
 * <p>Errors: {@link io.rialto.feeds.position.FeedsStopped} when the feeds no longer follow the journal.
 */
public final class Clearing {
    /**
     * Which days are none of business.
     *
     * @param number 0 for the first one
     * @param weekend bits, the first for Monday
     * @param holidays as days from 1970
     */
    public record Calendar(int number, int weekend, List<Integer> holidays) {
        public Calendar {
            holidays = List.copyOf(holidays);
        }
    }

    private final Position position;
    private final ClearingFeed feed;

    Clearing(Position position, ClearingFeed feed) {
        this.position = position;
        this.feed = feed;
    }

    /** Open ones, by account, instrument and day. @param account 0 for all */
    public Listing<Obligation> obligations(int account) {
        return position.read(sequence -> new Listing<>(feed.obligations(account), sequence));
    }

    /** Settled days, the latest first; the oldest are forgotten. */
    public Listing<SettlementCycle> cycles() {
        return position.read(sequence -> new Listing<>(feed.cycles(), sequence));
    }

    /** By number; the first is always there. */
    public Listing<Calendar> calendars() {
        return position.read(sequence -> new Listing<>(feed.calendars(), sequence));
    }

    /** By which calendar an instrument settles. */
    public int calendar(int instrument) {
        return position.read(sequence -> feed.calendar(instrument));
    }

    /** In force, by instrument; one without settles at once. */
    public Listing<SettlementTerms> terms() {
        return position.read(sequence -> new Listing<>(feed.terms(), sequence));
    }
}
