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
        int block = frame.claimEvent(
                MassQuotedEncoder.TEMPLATE_ID,
                MassQuotedEncoder.BLOCK_LENGTH,
                MassQuotedEncoder.SCHEMA_ID,
                MassQuotedEncoder.SCHEMA_VERSION);
        massQuoted
                .wrap(frame.buffer(), block)
                .account(account)
                .accepted(accepted)
                .refused(refused);
    }

    void pulled(Frame frame, QuotePlace where) {
        int block = frame.claimEvent(
                QuotesPulledEncoder.TEMPLATE_ID,
                QuotesPulledEncoder.BLOCK_LENGTH,
                QuotesPulledEncoder.SCHEMA_ID,
                QuotesPulledEncoder.SCHEMA_VERSION);
        pulled.wrap(frame.buffer(), block)
                .account(where.account)
                .instrument(where.instrument)
                .lots(where.executedLots())
                .valueMinor(where.executedMinor())
                .fills(where.fills());
    }

    void protectionSet(Frame frame, QuotePlace place) {
        int block = frame.claimEvent(
                QuoteProtectionSetEncoder.TEMPLATE_ID,
                QuoteProtectionSetEncoder.BLOCK_LENGTH,
                QuoteProtectionSetEncoder.SCHEMA_ID,
                QuoteProtectionSetEncoder.SCHEMA_VERSION);
        protection
                .wrap(frame.buffer(), block)
                .account(place.account)
                .instrument(place.instrument)
                .windowNanos(place.windowNanos)
                .maxLots(place.maxLots)
                .maxFills(place.maxFills)
                .maxValueMinor(place.maxValueMinor);
    }

    void reset(Frame frame, int account) {
        int block = frame.claimEvent(
                QuotesResetEncoder.TEMPLATE_ID,
                QuotesResetEncoder.BLOCK_LENGTH,
                QuotesResetEncoder.SCHEMA_ID,
                QuotesResetEncoder.SCHEMA_VERSION);
        reset.wrap(frame.buffer(), block).account(account);
    }
}
