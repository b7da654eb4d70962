package io.rialto.feeds.listing;

import io.rialto.feeds.position.Page;
import io.rialto.feeds.position.Position;
import io.rialto.protocol.MarkSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Questions about what is listed.
 *
 * <p>Threading: any thread.
 *
 * <p>Errors: {@link io.rialto.feeds.position.FeedsStopped} when the feeds no longer follow the journal.
 */
public final class Listings {
    private final Position position;
    private final ListingFeed feed;

    Listings(Position position, ListingFeed feed) {
        this.position = position;
        this.feed = feed;
    }

    public Listing<Asset> assets() {
        return position.read(sequence -> new Listing<>(feed.assets.all(), sequence));
    }

    public Optional<Asset> asset(int number) {
        return position.read(sequence -> feed.assets.find(number));
    }

    public Optional<Asset> asset(String code) {
        return position.read(sequence -> Optional.ofNullable(feed.assetsByCode.get(code)));
    }

    public Listing<Instrument> instruments() {
        return position.read(sequence -> new Listing<>(feed.instruments.all(), sequence));
    }

    public Optional<Instrument> instrument(int number) {
        return position.read(sequence -> feed.instruments.find(number));
    }

    public Optional<Instrument> instrument(String symbol) {
        return position.read(sequence -> Optional.ofNullable(feed.instrumentsBySymbol.get(symbol)));
    }

    /** Where an instrument's mark price comes from; empty while it has none. */
    public Optional<MarkSource> markSource(int instrument) {
        return position.read(sequence -> Optional.ofNullable(feed.markSources.get(instrument)));
    }

    /** The newest moment for which a change of its phase was planned, nanoseconds UTC; empty when none ever was. */
    public OptionalLong lastPlannedNanos(int instrument) {
        return position.read(sequence -> {
            Long nanos = feed.plannedNanos.get(instrument);
            return nanos == null ? OptionalLong.empty() : OptionalLong.of(nanos);
        });
    }

    /** The instrument with the tick and lot that the numbers of a frame are counted in. */
    public Optional<Instrument> instrumentInStepsOf(int number, long frame) {
        return position.read(
                sequence -> feed.instruments.find(number).map(now -> feed.parameters.inStepsOf(frame, now)));
    }

    /** What was changed of an instrument up to and with a frame, oldest first. */
    public List<ParameterChange> parameterChanges(int instrument, long asOfSequence) {
        return position.read(sequence -> feed.parameters.until(instrument, asOfSequence));
    }

    public Optional<Account> account(int number) {
        return position.read(sequence -> feed.accounts.find(number));
    }

    /**
     * Accounts, newest first.
     *
     * @param cursor {@link Page#NEWEST}, or the cursor of a page before
     */
    public Page<Account> accounts(long cursor, int limit) {
        Page.checkLimit(limit);
        return position.read(sequence -> {
            List<Account> items = feed.accounts.before(cursor, limit);
            boolean isFull = items.size() == limit;
            OptionalLong next = isFull ? OptionalLong.of(items.get(limit - 1).number()) : OptionalLong.empty();
            return new Page<>(items, next, false, sequence);
        });
    }
}
