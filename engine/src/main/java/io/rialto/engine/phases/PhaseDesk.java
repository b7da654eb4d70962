package io.rialto.engine.phases;

import static io.rialto.protocol.frame.FrameLayout.PART_HEADER_LENGTH;

import io.rialto.engine.listing.Instrument;
import io.rialto.engine.listing.Instruments;
import io.rialto.protocol.ChangePhaseDecoder;
import io.rialto.protocol.Reason;
import io.rialto.protocol.frame.Frame;
import org.agrona.DirectBuffer;

/**
 * Decides changes of phase. Continuous trading is never entered with a crossed book: whatever comes before, an auction
 * uncrosses it on the way.
 *
 * <p>Threading: the core's thread only. Allocates nothing.
 */
public final class PhaseDesk {
    private final Instruments instruments;
    private final Transitions transitions;
    private final Auctioneer auctioneer;

    public PhaseDesk(Instruments instruments, Transitions transitions, Auctioneer auctioneer) {
        this.instruments = instruments;
        this.transitions = transitions;
        this.auctioneer = auctioneer;
    }

    public Reason change(Frame frame) {
        DirectBuffer buffer = frame.buffer();
        int at = frame.commandOffset() + PART_HEADER_LENGTH;
        int instrument = buffer.getInt(at + ChangePhaseDecoder.instrumentEncodingOffset());
        byte to = buffer.getByte(at + ChangePhaseDecoder.phaseEncodingOffset());
        if (!instruments.isListed(instrument)) return Reason.UNKNOWN_INSTRUMENT;
        Instrument market = instruments.get(instrument);
        if (to == market.phase()) return Reason.WOULD_CHANGE_NOTHING;
        if (!PhaseRules.leads(market.phase(), to)) return Reason.PHASE_NOT_POSSIBLE;
        long plannedNanos = buffer.getLong(at + ChangePhaseDecoder.plannedNanosEncodingOffset());
        if (to != PhaseRules.CLOSED && transitions.isHeld(market, plannedNanos)) return Reason.MARKET_HALTED;
        change(frame, market, to, plannedNanos);
        return Reason.NONE;
    }

    private void change(Frame frame, Instrument market, byte to, long plannedNanos) {
        boolean wasCall = market.phase() == PhaseRules.CALL;
        boolean isInterrupted = to == PhaseRules.HALT || to == PhaseRules.CANCEL_ONLY;
        boolean mustUncross = to == PhaseRules.CONTINUOUS && auctioneer.mustUncross(market);
        if (wasCall && !isInterrupted || mustUncross) {
            auctioneer.uncross(market, to, plannedNanos);
            return;
        }
        transitions.move(frame, market, to, plannedNanos);
        if (wasCall) auctioneer.callDropped(market);
        if (to == PhaseRules.CALL) auctioneer.callStarted(frame, market);
    }
}
