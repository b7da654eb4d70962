package io.rialto.feeds.quotes;

import io.rialto.protocol.QuoteGroupAssignedDecoder;
import io.rialto.protocol.QuoteGroupPulledDecoder;
import io.rialto.protocol.QuoteProtectionSetDecoder;
import io.rialto.protocol.QuotesProtectedDecoder;
import io.rialto.protocol.QuotesPulledDecoder;
import io.rialto.protocol.QuotesResetDecoder;
import io.rialto.protocol.frame.FrameView;

/** Reads what protects quotes, and tells it to their feed. */
public final class QuoteEvents {
    private final QuoteFeed feed;
    private final QuoteProtectionSetDecoder set = new QuoteProtectionSetDecoder();
    private final QuotesProtectedDecoder protectedBy = new QuotesProtectedDecoder();
    private final QuoteGroupAssignedDecoder assigned = new QuoteGroupAssignedDecoder();
    private final QuotesPulledDecoder pulled = new QuotesPulledDecoder();
    private final QuoteGroupPulledDecoder groupPulled = new QuoteGroupPulledDecoder();
    private final QuotesResetDecoder reset = new QuotesResetDecoder();

    public QuoteEvents(QuoteFeed feed) {
        this.feed = feed;
    }

    /** False when the event where the view stands is not about the protection of quotes. */
    public boolean read(FrameView frame) {
        int at = frame.eventOffset();
        int length = frame.eventBlockLength();
        int version = frame.eventVersion();
        switch (frame.eventType()) {
            case QuoteProtectionSetDecoder.TEMPLATE_ID -> onSet(set.wrap(frame.buffer(), at, length, version));
            case QuotesProtectedDecoder.TEMPLATE_ID ->
                onProtected(protectedBy.wrap(frame.buffer(), at, length, version));
            case QuoteGroupAssignedDecoder.TEMPLATE_ID ->
                onAssigned(assigned.wrap(frame.buffer(), at, length, version));
            case QuotesPulledDecoder.TEMPLATE_ID ->
                onPulled(pulled.wrap(frame.buffer(), at, length, version), frame.sequence());
            case QuoteGroupPulledDecoder.TEMPLATE_ID ->
                onPulled(groupPulled.wrap(frame.buffer(), at, length, version), frame.sequence());
            case QuotesResetDecoder.TEMPLATE_ID ->
                feed.onReset(reset.wrap(frame.buffer(), at, length, version).account());
            default -> {
                return false;
            }
        }
        return true;
    }

    private void onSet(QuoteProtectionSetDecoder event) {
        QuoteLimits limits =
                new QuoteLimits(event.windowNanos(), event.maxLots(), event.maxFills(), event.maxValueMinor(), 0, 0);
        feed.onProtected(event.account(), event.instrument(), 0, limits);
    }

    private void onProtected(QuotesProtectedDecoder event) {
        QuoteLimits limits = new QuoteLimits(
                event.windowNanos(),
                event.maxLots(),
                event.maxFills(),
                event.maxValueMinor(),
                event.maxDeltaLots(),
                event.valueAsset());
        feed.onProtected(event.account(), event.instrument(), event.group(), limits);
    }

    private void onAssigned(QuoteGroupAssignedDecoder event) {
        feed.onAssigned(event.account(), event.instrument(), event.group(), event.deltaWeightBps());
    }

    /** An instrument without a group pulls everything. */
    private void onPulled(QuotesPulledDecoder event, long sequence) {
        QuotePull pull =
                new QuotePull(event.instrument(), event.lots(), event.valueMinor(), event.fills(), 0, sequence);
        feed.onPulled(event.account(), 0, pull);
    }

    private void onPulled(QuoteGroupPulledDecoder event, long sequence) {
        QuotePull pull = new QuotePull(
                event.instrument(), event.lots(), event.valueMinor(), event.fills(), event.weightedDelta(), sequence);
        feed.onPulled(event.account(), event.group(), pull);
    }
}
