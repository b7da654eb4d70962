package io.rialto.feeds.protection;

import io.rialto.protocol.AccountLimitChangedDecoder;
import io.rialto.protocol.ChangeApprovedDecoder;
import io.rialto.protocol.ChangeExpiredDecoder;
import io.rialto.protocol.ChangeProposedDecoder;
import io.rialto.protocol.ChangeScheduledDecoder;
import io.rialto.protocol.ChangeWithdrawnDecoder;
import io.rialto.protocol.KilledDecoder;
import io.rialto.protocol.Phase;
import io.rialto.protocol.ResumedDecoder;
import io.rialto.protocol.ScheduledChangeEndedDecoder;
import io.rialto.protocol.SuspendedDecoder;
import io.rialto.protocol.UnblockedDecoder;
import io.rialto.protocol.frame.FrameView;
import java.util.Optional;
import org.agrona.DirectBuffer;

/** What is told of blocks, limits and waiting changes. */
public final class ProtectionEvents {
    private final ProtectionFeed feed;
    private final AccountLimitChangedDecoder limitChanged = new AccountLimitChangedDecoder();
    private final SuspendedDecoder suspended = new SuspendedDecoder();
    private final ResumedDecoder resumed = new ResumedDecoder();
    private final KilledDecoder killed = new KilledDecoder();
    private final UnblockedDecoder unblocked = new UnblockedDecoder();
    private final ChangeProposedDecoder proposed = new ChangeProposedDecoder();
    private final ChangeApprovedDecoder approved = new ChangeApprovedDecoder();
    private final ChangeWithdrawnDecoder withdrawn = new ChangeWithdrawnDecoder();
    private final ChangeExpiredDecoder expired = new ChangeExpiredDecoder();
    private final ChangeScheduledDecoder scheduled = new ChangeScheduledDecoder();
    private final ScheduledChangeEndedDecoder changeEnded = new ScheduledChangeEndedDecoder();

    public ProtectionEvents(ProtectionFeed feed) {
        this.feed = feed;
    }

    /** False when the event where the view stands is none of theirs. */
    public boolean read(FrameView frame) {
        DirectBuffer buffer = frame.buffer();
        int at = frame.eventOffset();
        int length = frame.eventBlockLength();
        int version = frame.eventVersion();
        switch (frame.eventType()) {
            case AccountLimitChangedDecoder.TEMPLATE_ID -> on(limitChanged.wrap(buffer, at, length, version), frame);
            case SuspendedDecoder.TEMPLATE_ID -> on(suspended.wrap(buffer, at, length, version), frame);
            case ResumedDecoder.TEMPLATE_ID -> on(resumed.wrap(buffer, at, length, version), frame);
            case KilledDecoder.TEMPLATE_ID -> on(killed.wrap(buffer, at, length, version), frame);
            case UnblockedDecoder.TEMPLATE_ID -> on(unblocked.wrap(buffer, at, length, version), frame);
            case ChangeProposedDecoder.TEMPLATE_ID -> on(proposed.wrap(buffer, at, length, version), frame);
            case ChangeApprovedDecoder.TEMPLATE_ID -> on(approved.wrap(buffer, at, length, version), frame);
            case ChangeWithdrawnDecoder.TEMPLATE_ID -> on(withdrawn.wrap(buffer, at, length, version), frame);
            case ChangeExpiredDecoder.TEMPLATE_ID -> on(expired.wrap(buffer, at, length, version), frame);
            case ChangeScheduledDecoder.TEMPLATE_ID -> on(scheduled.wrap(buffer, at, length, version), frame);
            case ScheduledChangeEndedDecoder.TEMPLATE_ID -> on(changeEnded.wrap(buffer, at, length, version), frame);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void on(AccountLimitChangedDecoder event, FrameView frame) {
        feed.onLimit(event.account(), event.instrument(), event.accountLimit(), event.newValue(), frame.sequence());
    }

    private void on(SuspendedDecoder event, FrameView frame) {
        feed.onBlocked(new Block(event.scope(), event.target(), false, frame.timeNanos(), frame.sequence()));
    }

    private void on(ResumedDecoder event, FrameView frame) {
        feed.onFreed(event.scope(), event.target(), false);
    }

    private void on(KilledDecoder event, FrameView frame) {
        feed.onBlocked(new Block(event.scope(), event.target(), true, frame.timeNanos(), frame.sequence()));
    }

    private void on(UnblockedDecoder event, FrameView frame) {
        feed.onFreed(event.scope(), event.target(), true);
    }

    private void on(ChangeProposedDecoder event, FrameView frame) {
        feed.onProposed(new Proposal(
                event.proposal(),
                event.subject(),
                event.code(),
                event.target(),
                event.instrument(),
                event.value(),
                event.actor(),
                event.actor(),
                Proposal.State.OPEN,
                frame.timeNanos(),
                event.expiresNanos(),
                frame.sequence()));
    }

    private void on(ChangeApprovedDecoder event, FrameView frame) {
        feed.onProposalEnded(event.proposal(), Proposal.State.APPROVED, event.actor(), frame.sequence());
    }

    private void on(ChangeWithdrawnDecoder event, FrameView frame) {
        feed.onProposalEnded(event.proposal(), Proposal.State.WITHDRAWN, event.actor(), frame.sequence());
    }

    private void on(ChangeExpiredDecoder event, FrameView frame) {
        feed.onProposalEnded(event.proposal(), Proposal.State.EXPIRED, 0, frame.sequence());
    }

    private void on(ChangeScheduledDecoder event, FrameView frame) {
        Optional<Phase> phase = event.atPhase() == Phase.NULL_VAL ? Optional.empty() : Optional.of(event.atPhase());
        feed.onScheduled(new ScheduledChange(
                event.change(),
                event.instrument(),
                event.parameter(),
                event.value(),
                event.atNanos(),
                phase,
                Optional.empty(),
                frame.sequence()));
    }

    private void on(ScheduledChangeEndedDecoder event, FrameView frame) {
        feed.onChangeEnded(event.change(), event.reason(), frame.sequence());
    }
}
