package io.rialto.feeds.firms;

import io.rialto.feeds.listing.Listing;
import io.rialto.feeds.position.Found;
import io.rialto.feeds.position.Page;
import io.rialto.feeds.position.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * Questions about firms.
 *
 * <p>Threading: any thread.
 *
 * <p>Errors: {@link io.rialto.feeds.position.FeedsStopped} when the feeds no longer follow the journal.
 */
public final class Firms {
    private final Position position;
    private final FirmFeed feed;

    Firms(Position position, FirmFeed feed) {
        this.position = position;
        this.feed = feed;
    }

    /** Those that bound something, in the order in which they were set first. */
    public Listing<CreditLimit> credit() {
        return position.read(sequence -> new Listing<>(feed.credit(), sequence));
    }

    /** What the account is for; a full role and no capacity when it was never told. */
    public AccountPart part(int account) {
        return position.read(sequence -> feed.giveUps().part(account));
    }

    public Found<GiveUp> giveUp(long number) {
        return position.read(sequence -> feed.giveUps().giveUp(number, sequence));
    }

    /**
     * Newest first. Of those that ended, the oldest are forgotten.
     *
     * @param cursor where the last page ended, or {@link Page#NEWEST}
     */
    public Page<GiveUp> giveUps(Predicate<GiveUp> isMeant, long cursor, int limit) {
        Page.checkLimit(limit);
        return position.read(sequence -> page(isMeant, cursor, limit, sequence));
    }

    private Page<GiveUp> page(Predicate<GiveUp> isMeant, long cursor, int limit, long sequence) {
        List<GiveUp> items = new ArrayList<>();
        int scanned = 0;
        long last = 0;
        for (GiveUp one :
                feed.giveUps().giveUps().headMap(cursor, false).descendingMap().values()) {
            if (items.size() == limit || scanned++ == Page.MAX_SCANNED)
                return new Page<>(items, OptionalLong.of(last), false, sequence);
            last = one.number();
            if (isMeant.test(one)) items.add(one);
        }
        return new Page<>(items, OptionalLong.empty(), false, sequence);
    }
}
