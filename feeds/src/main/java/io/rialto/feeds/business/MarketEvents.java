package io.rialto.feeds.business;

import io.rialto.feeds.business.BusinessEvent.Alert;
import io.rialto.feeds.business.BusinessEvent.Auction;
import io.rialto.feeds.business.BusinessEvent.MarketAlert;
import io.rialto.feeds.business.BusinessEvent.Pause;
import io.rialto.feeds.business.BusinessEvent.SignalArrived;
import io.rialto.feeds.business.BusinessEvent.TradingStatus;
import io.rialto.protocol.AuctionUncrossedDecoder;
import io.rialto.protocol.CallExtendedDecoder;
import io.rialto.protocol.CallKind;
import io.rialto.protocol.CallStartedDecoder;
import io.rialto.protocol.CascadeStoppedDecoder;
import io.rialto.protocol.ContractExpiredDecoder;
import io.rialto.protocol.InterruptionCause;
import io.rialto.protocol.ListingChangedDecoder;
import io.rialto.protocol.ListingStep;
import io.rialto.protocol.PhaseChangedDecoder;
import io.rialto.protocol.SignalRecordedDecoder;
import io.rialto.protocol.VolatilityInterruptedDecoder;
import io.rialto.protocol.frame.FrameView;
import java.util.HashMap;
import java.util.Map;

/** Tells what becomes of markets: pauses, auctions, alerts. A pause lasts until its instrument trades continuously again. */
final class MarketEvents {
    private final EventReader reader;
    private final Map<Integer, Pause> paused = new HashMap<>();
    private final PhaseChangedDecoder phase = new PhaseChangedDecoder();
    private final VolatilityInterruptedDecoder interrupted = new VolatilityInterruptedDecoder();
    private final CallStartedDecoder call = new CallStartedDecoder();
    private final CallExtendedDecoder extended = new CallExtendedDecoder();
    private final AuctionUncrossedDecoder uncrossed = new AuctionUncrossedDecoder();
    private final CascadeStoppedDecoder cascade = new CascadeStoppedDecoder();
    private final ListingChangedDecoder step = new ListingChangedDecoder();
    private final SignalRecordedDecoder signal = new SignalRecordedDecoder();
    private final ContractExpiredDecoder expired = new ContractExpiredDecoder();

    MarketEvents(EventReader reader) {
        this.reader = reader;
    }

    MarketEvents(EventReader reader, MarketEvents other) {
        this.reader = reader;
        paused.putAll(other.paused);
    }

    /** False when the event is about something else. */
    boolean read(FrameView frame) {
        int at = frame.eventOffset();
        int length = frame.eventBlockLength();
        int version = frame.eventVersion();
        switch (frame.eventType()) {
            case PhaseChangedDecoder.TEMPLATE_ID -> onPhase(phase.wrap(frame.buffer(), at, length, version));
            case VolatilityInterruptedDecoder.TEMPLATE_ID ->
                onInterrupted(interrupted.wrap(frame.buffer(), at, length, version));
            case CallStartedDecoder.TEMPLATE_ID -> {
                call.wrap(frame.buffer(), at, length, version);
                auction(EventKind.AUCTION_STARTED, call.instrument(), call.kind(), 0, 0, call.earliestNanos());
            }
            case CallExtendedDecoder.TEMPLATE_ID -> {
                var event = extended.wrap(frame.buffer(), at, length, version);
                int instrument = event.instrument();
                long until = event.untilNanos();
                auction(EventKind.AUCTION_EXTENDED, instrument, CallKind.NONE, event.priceTicks(), 0, until);
            }
            case AuctionUncrossedDecoder.TEMPLATE_ID -> {
                var event = uncrossed.wrap(frame.buffer(), at, length, version);
                int instrument = event.instrument();
                long volume = event.volumeLots();
                auction(EventKind.AUCTION_ENDED, instrument, event.kind(), event.priceTicks(), volume, 0);
            }
            case CascadeStoppedDecoder.TEMPLATE_ID -> {
                cascade.wrap(frame.buffer(), at, length, version);
                alert(cascade.instrument(), Alert.CASCADE, cascade.lastTicks(), cascade.firstTicks(), 0);
            }
            case ListingChangedDecoder.TEMPLATE_ID -> {
                step.wrap(frame.buffer(), at, length, version);
                alert(step.instrument(), alertOf(step.newStep()), 0, 0, 0);
            }
            case ContractExpiredDecoder.TEMPLATE_ID ->
                alert(expired.wrap(frame.buffer(), at, length, version).instrument(), Alert.CONTRACT_EXPIRED, 0, 0, 0);
            case SignalRecordedDecoder.TEMPLATE_ID ->
                onSignal(signal.wrap(frame.buffer(), at, length, version), frame.sequence());
            default -> {
                return false;
            }
        }
        return true;
    }

    private void onSignal(SignalRecordedDecoder event, long sequence) {
        reader.tell(new SignalArrived(
                reader.origin(),
                event.instrument(),
                sequence,
                event.source(),
                event.signalType().name(),
                event.score(),
                event.words(),
                event.observedNanos()));
    }

    private void onPhase(PhaseChangedDecoder event) {
        int instrument = event.instrument();
        switch (event.newPhase()) {
            case HALT -> pause(instrument, Pause.HALT);
            case CANCEL_ONLY -> pause(instrument, Pause.CANCEL_ONLY);
            case CONTINUOUS -> {
                Pause ended = paused.remove(instrument);
                if (ended != null) status(EventKind.TRADING_RESUMED, instrument, ended);
            }
            default -> {}
        }
    }

    private void onInterrupted(VolatilityInterruptedDecoder event) {
        boolean isCascade = event.cause() == InterruptionCause.CASCADE; // told by an event of its own
        boolean isOfRange =
                event.cause() == InterruptionCause.DYNAMIC_RANGE || event.cause() == InterruptionCause.STATIC_RANGE;
        Alert alert = isOfRange ? Alert.PRICE_RANGE : Alert.VELOCITY;
        if (!isCascade) alert(event.instrument(), alert, event.priceTicks(), event.lowTicks(), event.highTicks());
        pause(event.instrument(), Pause.INTERRUPTION);
    }

    private void pause(int instrument, Pause cause) {
        if (paused.put(instrument, cause) != cause) status(EventKind.TRADING_PAUSED, instrument, cause);
    }

    private void status(EventKind kind, int instrument, Pause cause) {
        reader.tell(new TradingStatus(reader.origin(), kind, instrument, cause));
    }

    private void auction(EventKind kind, int instrument, CallKind of, long ticks, long lots, long untilNanos) {
        reader.tell(new Auction(reader.origin(), kind, instrument, of, ticks, lots, untilNanos));
    }

    private void alert(int instrument, Alert alert, long ticks, long lowTicks, long highTicks) {
        reader.tell(new MarketAlert(reader.origin(), instrument, alert, ticks, lowTicks, highTicks));
    }

    private static Alert alertOf(ListingStep step) {
        return switch (step) {
            case ANNOUNCED -> Alert.DELISTING_ANNOUNCED;
            case CANCEL_ONLY -> Alert.CANCEL_ONLY;
            case CLOSED -> Alert.CLOSED;
            case DELISTED -> Alert.DELISTED;
            default -> Alert.DELISTING_WITHDRAWN;
        };
    }
}
