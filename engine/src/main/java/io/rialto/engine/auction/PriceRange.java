package io.rialto.engine.auction;

import io.rialto.engine.listing.Instrument;

/** Within which prices an auction may trade; outside, its call is extended. */
public interface PriceRange {
    /** Any price will do. */
    PriceRange ANY = new PriceRange() {
        @Override
        public long extensionNanos(Instrument market, long priceTicks) {
            return NO_EXTENSION;
        }
    };

    /** The auction may trade. */
    long NO_EXTENSION = -1;

    /**
     * By how long the call goes on instead of trading at this price, 0 for until a command ends it; or
     * {@link #NO_EXTENSION}. Asked once for each end of a call.
     */
    long extensionNanos(Instrument market, long priceTicks);
}
