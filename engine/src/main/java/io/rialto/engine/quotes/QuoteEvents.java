package io.rialto.engine.quotes;

import io.rialto.protocol.MassQuotedEncoder;
import io.rialto.protocol.QuoteGroupAssignedEncoder;
import io.rialto.protocol.QuoteGroupPulledEncoder;
import io.rialto.protocol.QuoteProtectionSetEncoder;
import io.rialto.protocol.QuotesProtectedEncoder;
import io.rialto.protocol.QuotesPulledEncoder;
import io.rialto.protocol.QuotesResetEncoder;
import io.rialto.protocol.frame.Frame;

/** Writes the events of quotes. Threading: the core's thread only. Allocates nothing. */
final class QuoteEvents {
    private final MassQuotedEncoder massQuoted = new MassQuotedEncoder();
    private final QuotesPulledEncoder pulled = new QuotesPulledEncoder();
    private final QuoteProtectionSetEncoder protection = new QuoteProtectionSetEncoder();
    private final QuotesProtectedEncoder quotesProtected = new QuotesProtectedEncoder();
    private final QuoteGroupAssignedEncoder assigned = new QuoteGroupAssignedEncoder();
    private final QuoteGroupPulledEncoder groupPulled = new QuoteGroupPulledEncoder();
    private final QuotesResetEncoder reset = new QuotesResetEncoder();

    void massQuoted(Frame frame, int account, int accepted, int refused) {
        frame.claimEvent(massQuoted).account(account).accepted(accepted).refused(refused);
    }

    /** @param by the place whose limit it was, or null for the group's own */
    void pulled(Frame frame, QuoteGroup group, QuotePlace by) {
        if (by != null && group.number == QuoteGroup.ALL && !by.window.hasDelta()) pulledBy(frame, by);
        else groupPulled(frame, group, by == null ? 0 : by.instrument, by == null ? group.window : by.window);
    }

    private void pulledBy(Frame frame, QuotePlace by) {
        frame.claimEvent(pulled)
                .account(by.maker.account)
                .instrument(by.instrument)
                .lots(by.window.executedLots())
                .valueMinor(by.window.executedMinor())
                .fills(by.window.fills());
    }

    private void groupPulled(Frame frame, QuoteGroup group, int instrument, QuoteWindow window) {
        frame.claimEvent(groupPulled)
                .account(group.maker.account)
                .group(group.number)
                .instrument(instrument)
                .lots(window.executedLots())
                .valueMinor(window.executedMinor())
                .fills(window.fills())
                .weightedDelta(window.weightedDelta());
    }

    void protectionSet(Frame frame, QuotePlace place) {
        QuoteWindow window = place.window;
        frame.claimEvent(protection)
                .account(place.maker.account)
                .instrument(place.instrument)
                .windowNanos(window.windowNanos)
                .maxLots(window.maxLots)
                .maxFills(window.maxFills)
                .maxValueMinor(window.maxValueMinor);
    }

    void protectedSet(Frame frame, int account, int instrument, int group, QuoteWindow window) {
        frame.claimEvent(quotesProtected)
                .account(account)
                .instrument(instrument)
                .group(group)
                .windowNanos(window.windowNanos)
                .maxLots(window.maxLots)
                .maxFills(window.maxFills)
                .maxValueMinor(window.maxValueMinor)
                .maxDeltaLots(window.maxDeltaLots)
                .valueAsset(window.valueAsset);
    }

    void assigned(Frame frame, QuotePlace place, int group, int weightBps) {
        frame.claimEvent(assigned)
                .account(place.maker.account)
                .instrument(place.instrument)
                .oldGroup(place.group.number)
                .group(group)
                .oldDeltaWeightBps(place.weightBps)
                .deltaWeightBps(weightBps);
    }

    void reset(Frame frame, int account) {
        frame.claimEvent(reset).account(account);
    }
}
