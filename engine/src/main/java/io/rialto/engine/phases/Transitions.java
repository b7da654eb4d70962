package io.rialto.engine.phases;

import io.rialto.engine.listing.Instrument;
import io.rialto.protocol.PhaseChangedEncoder;
import io.rialto.protocol.Reason;
import io.rialto.protocol.frame.Frame;

/**
 * Moves instruments from phase to phase, and says so.
 *
 * <p>Phases as the schema's values, times in nanoseconds UTC. Threading: the core's thread only. Allocates nothing.
 */
public final class Transitions {
    private final Sessions sessions;
    private final PhaseChangedEncoder changed = new PhaseChangedEncoder();

    public Transitions(Sessions sessions) {
        this.sessions = sessions;
    }

    /** The instrument is in the new phase from now on; what that means for a book that is crossed is the caller's care. */
    public void move(Frame frame, Instrument market, byte to, long plannedNanos) {
        int block = frame.claimEvent(
                PhaseChangedEncoder.TEMPLATE_ID,
                PhaseChangedEncoder.BLOCK_LENGTH,
                PhaseChangedEncoder.SCHEMA_ID,
                PhaseChangedEncoder.SCHEMA_VERSION);
        changed.wrap(frame.buffer(), block).instrument(market.number()).plannedNanos(plannedNanos);
        frame.buffer().putByte(block + PhaseChangedEncoder.oldPhaseEncodingOffset(), market.phase());
        frame.buffer().putByte(block + PhaseChangedEncoder.newPhaseEncodingOffset(), to);
        market.phase(to);
        if (to == PhaseRules.CONTINUOUS) sessions.of(market).hasOpened = true;
        if (to == PhaseRules.PRE_OPEN || to == PhaseRules.CLOSED) sessions.of(market).hasOpened = false;
        if (to == PhaseRules.POST_CLOSE) market.closesAt(closingTicks(market));
    }

    /** Something else than a command halts it. */
    public void halt(Frame frame, Instrument market, Reason reason) {
        move(frame, market, PhaseRules.HALT, 0);
    }

    /** The last trade, which is that of the closing auction when there was one; else the listed reference; else 0. */
    private static long closingTicks(Instrument market) {
        return market.lastTradeTicks() != 0 ? market.lastTradeTicks() : Math.max(0, market.referencePriceTicks());
    }
}
