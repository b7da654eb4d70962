package io.rialto.feeds.business;

import io.rialto.feeds.business.BusinessEvent.AccountStatus;
import io.rialto.feeds.business.BusinessEvent.Pause;
import io.rialto.feeds.business.BusinessEvent.Restriction;
import io.rialto.feeds.business.BusinessEvent.RiskLimitBreached;
import io.rialto.feeds.business.BusinessEvent.TradingStatus;
import io.rialto.protocol.AccountState;
import io.rialto.protocol.AccountStateChangedDecoder;
import io.rialto.protocol.BlockScope;
import io.rialto.protocol.KilledDecoder;
import io.rialto.protocol.ResumedDecoder;
import io.rialto.protocol.RiskBreachedDecoder;
import io.rialto.protocol.SuspendedDecoder;
import io.rialto.protocol.UnblockedDecoder;
import io.rialto.protocol.frame.FrameView;

/** Tells who may not do what, and which limits were breached. A block of an instrument is a pause of its market. */
final class AccountEvents {
    private final EventReader reader;
    private final MarginEvents margin;
    private final RiskBreachedDecoder breached = new RiskBreachedDecoder();
    private final AccountStateChangedDecoder state = new AccountStateChangedDecoder();
    private final SuspendedDecoder suspended = new SuspendedDecoder();
    private final ResumedDecoder resumed = new ResumedDecoder();
    private final KilledDecoder killed = new KilledDecoder();
    private final UnblockedDecoder unblocked = new UnblockedDecoder();

    AccountEvents(EventReader reader) {
        this.reader = reader;
        margin = new MarginEvents(reader);
    }

    /** False when the event is about something else. */
    boolean read(FrameView frame) {
        int at = frame.eventOffset();
        int length = frame.eventBlockLength();
        int version = frame.eventVersion();
        switch (frame.eventType()) {
            case RiskBreachedDecoder.TEMPLATE_ID -> onBreached(breached.wrap(frame.buffer(), at, length, version));
            case AccountStateChangedDecoder.TEMPLATE_ID -> onState(state.wrap(frame.buffer(), at, length, version));
            case SuspendedDecoder.TEMPLATE_ID -> {
                suspended.wrap(frame.buffer(), at, length, version);
                blocked(suspended.scope(), suspended.target(), Pause.SUSPENSION);
            }
            case KilledDecoder.TEMPLATE_ID -> {
                killed.wrap(frame.buffer(), at, length, version);
                blocked(killed.scope(), killed.target(), Pause.KILL);
            }
            case ResumedDecoder.TEMPLATE_ID -> {
                resumed.wrap(frame.buffer(), at, length, version);
                free(resumed.scope(), resumed.target(), Pause.SUSPENSION);
            }
            case UnblockedDecoder.TEMPLATE_ID -> {
                unblocked.wrap(frame.buffer(), at, length, version);
                free(unblocked.scope(), unblocked.target(), Pause.KILL);
            }
            default -> {
                return margin.read(frame);
            }
        }
        return true;
    }

    private void onBreached(RiskBreachedDecoder event) {
        reader.tell(new RiskLimitBreached(
                reader.origin(),
                event.account(),
                event.instrument(),
                event.rule(),
                event.version(),
                event.ruleType(),
                event.measured(),
                event.ruleLimit(),
                event.count(),
                event.action(),
                event.severity()));
    }

    private void onState(AccountStateChangedDecoder event) {
        boolean isActive = event.newState() == AccountState.ACTIVE;
        Restriction restriction = isActive
                ? Restriction.NONE
                : event.newState() == AccountState.REDUCING ? Restriction.REDUCING : Restriction.HALTED;
        status(isActive, BlockScope.ACCOUNT, event.account(), restriction, event.rule());
    }

    private void blocked(BlockScope scope, int target, Pause cause) {
        Restriction restriction = cause == Pause.KILL ? Restriction.KILLED : Restriction.SUSPENDED;
        if (scope == BlockScope.SYMBOL) market(EventKind.TRADING_PAUSED, target, cause);
        else status(false, scope, target, restriction, 0);
    }

    private void free(BlockScope scope, int target, Pause cause) {
        if (scope == BlockScope.SYMBOL) market(EventKind.TRADING_RESUMED, target, cause);
        else status(true, scope, target, Restriction.NONE, 0);
    }

    private void market(EventKind kind, int instrument, Pause cause) {
        reader.tell(new TradingStatus(reader.origin(), kind, instrument, cause));
    }

    private void status(boolean isFree, BlockScope scope, int target, Restriction restriction, int rule) {
        EventKind kind = isFree ? EventKind.ACCOUNT_RESUMED : EventKind.ACCOUNT_SUSPENDED;
        int account = scope == BlockScope.ACCOUNT ? target : 0;
        reader.tell(new AccountStatus(reader.origin(), kind, account, scope, target, restriction, rule));
    }
}
