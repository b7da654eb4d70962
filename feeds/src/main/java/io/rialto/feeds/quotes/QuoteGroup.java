package io.rialto.feeds.quotes;

import java.util.Optional;

/**
 * Instruments of an account whose quotes are pulled together.
 *
 * @param number 0: everything that the account quotes
 * @param pull why nothing of it may be quoted; empty when it may
 */
public record QuoteGroup(int number, QuoteLimits limits, Optional<QuotePull> pull) {
    static QuoteGroup begun(int number) {
        return new QuoteGroup(number, QuoteLimits.NONE, Optional.empty());
    }

    QuoteGroup protectedBy(QuoteLimits now) {
        return new QuoteGroup(number, now, pull);
    }

    QuoteGroup pulledBy(QuotePull by) {
        return new QuoteGroup(number, limits, Optional.of(by));
    }

    QuoteGroup reset() {
        return new QuoteGroup(number, limits, Optional.empty());
    }
}
