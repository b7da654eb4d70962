package io.rialto.engine.quotes;

import io.rialto.protocol.MassQuotedEncoder;
import io.rialto.protocol.QuoteProtectionSetEncoder;
import io.rialto.protocol.QuotesPulledEncoder;
import io.rialto.protocol.QuotesResetEncoder;
import io.rialto.protocol.frame.Frame;

/** Writes the events of quotes. Threading: the core's thread only. Allocates nothing. */
final class QuoteEvents {
    private final MassQuotedEncoder massQuoted = new MassQuotedEncoder();
    private final QuotesPulledEncoder pulled = new QuotesPulledEncoder();
    private final QuoteProtectionSetEncoder protection = new QuoteProtectionSetEncoder();
    private final QuotesResetEncoder reset = new QuotesResetEncoder();

    void massQuoted(Frame frame, int account, int accepted, int refused) {
        frame.claimEvent(massQuoted).account(account).accepted(accepted).refused(refused);
    }

    void pulled(Frame frame, QuotePlace where) {
        frame.claimEvent(pulled)
                .account(where.account)
                .instrument(where.instrument)
                .lots(where.executedLots())
                .valueMinor(where.executedMinor())
                .fills(where.fills());
    }

    void protectionSet(Frame frame, QuotePlace place) {
        frame.claimEvent(protection)
                .account(place.account)
                .instrument(place.instrument)
                .windowNanos(place.windowNanos)
                .maxLots(place.maxLots)
                .maxFills(place.maxFills)
                .maxValueMinor(place.maxValueMinor);
    }

    void reset(Frame frame, int account) {
        frame.claimEvent(reset).account(account);
    }
}
