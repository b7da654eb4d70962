package io.rialto.gateway;

import io.rialto.feeds.listing.Listings;
import io.rialto.gateway.ingress.Ingress;
import io.rialto.gateway.schedule.Timekeeper;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What the timekeeper sees: the listings of the feeds, and when the core waits to be woken. */
final class ScheduledMarket implements Timekeeper.Market {
    private final Listings listings;
    private final Ingress ingress;

    ScheduledMarket(Listings listings, Ingress ingress) {
        this.listings = listings;
        this.ingress = ingress;
    }

    @Override
    public List<Timekeeper.Instrument> instruments() {
        return listings.instruments().items().stream()
                .map(each -> new Timekeeper.Instrument(each.number(), each.symbol(), lastPlanned(each.number())))
                .toList();
    }

    @Override
    public long nextDueNanos() {
        return ingress.nextDueNanos();
    }

    private Optional<Instant> lastPlanned(int instrument) {
        OptionalLong nanos = listings.lastPlannedNanos(instrument);
        return nanos.isEmpty() ? Optional.empty() : Optional.of(Instant.EPOCH.plusNanos(nanos.getAsLong()));
    }
}
