package io.rialto.engine.phases;

import io.rialto.engine.listing.Instrument;
import io.rialto.protocol.CallKind;
import io.rialto.protocol.PhaseChangedEncoder;
import io.rialto.protocol.Reason;
import io.rialto.protocol.TimeInForce;
import io.rialto.protocol.frame.Frame;

/**
 * Moves instruments from phase to phase, and says so.
 *
 * <p>Phases as the schema's values, times in nanoseconds UTC. Threading: the core's thread only. Allocates nothing.
 */
public final class Transitions {
    private static final byte DAY = (byte) TimeInForce.DAY.value();
    private static final byte AT_OPEN = (byte) TimeInForce.AT_OPEN.value();
    private static final byte AT_CLOSE = (byte) TimeInForce.AT_CLOSE.value();
    private static final byte FOR_AUCTION = (byte) TimeInForce.GOOD_FOR_AUCTION.value();
    private static final byte FOR_CONTINUOUS = (byte) TimeInForce.GOOD_FOR_CONTINUOUS.value();

    private static final byte CLOSING = (byte) CallKind.CLOSING.value();

    private final Sessions sessions;
    private final OrderEnds ends;
    private final PhaseChangedEncoder changed = new PhaseChangedEncoder();

    public Transitions(Sessions sessions, OrderEnds ends) {
        this.sessions = sessions;
        this.ends = ends;
    }

    /** A halt that somebody asked for is lifted by somebody, and not by the schedule. */
    public boolean isHeld(Instrument market, long plannedNanos) {
        return plannedNanos != 0 && sessions.of(market).isHaltedByHand;
    }

    /** The instrument is in the new phase from now on; what that means for a book that is crossed is the caller's care. */
    public void move(Frame frame, Instrument market, byte to, long plannedNanos) {
        frame.claimEvent(changed).instrument(market.number()).plannedNanos(plannedNanos);
        frame.buffer().putByte(changed.offset() + PhaseChangedEncoder.oldPhaseEncodingOffset(), market.phase());
        frame.buffer().putByte(changed.offset() + PhaseChangedEncoder.newPhaseEncodingOffset(), to);
        byte from = market.phase();
        market.phase(to);
        endOrders(market, from, to);
        sessions.of(market).isHaltedByHand = to == PhaseRules.HALT && plannedNanos == 0;
        if (to == PhaseRules.CONTINUOUS) sessions.of(market).hasOpened = true;
        if (to == PhaseRules.PRE_OPEN || to == PhaseRules.CLOSED) sessions.of(market).hasOpened = false;
        if (to == PhaseRules.POST_CLOSE) market.closesAt(closingTicks(market));
    }

    /** Of the times in force, those whose part of the day ends with the one phase or the beginning of the other. */
    private void endOrders(Instrument market, byte from, byte to) {
        // Asked before the session forgets its call.
        boolean leavesAuction = from == PhaseRules.UNCROSS || from == PhaseRules.CALL && to != PhaseRules.UNCROSS;
        boolean wasClosing = leavesAuction && sessions.of(market).callKind == CLOSING;
        boolean hasClosed = wasClosing || to == PhaseRules.POST_CLOSE || to == PhaseRules.CLOSED;
        boolean hasOpened = to == PhaseRules.CONTINUOUS || to == PhaseRules.POST_CLOSE || to == PhaseRules.CLOSED;
        if (from == PhaseRules.CONTINUOUS) ends.end(market, FOR_CONTINUOUS, Reason.CONTINUOUS_TRADING_ENDED);
        if (leavesAuction) ends.end(market, FOR_AUCTION, Reason.AUCTION_ENDED);
        if (hasClosed) ends.end(market, AT_CLOSE, Reason.AUCTION_ENDED);
        if (hasOpened) ends.end(market, AT_OPEN, Reason.AUCTION_ENDED);
        if (to == PhaseRules.CLOSED) ends.end(market, DAY, Reason.SESSION_CLOSED);
    }

    /** A call that is not the opening one has begun: orders for the opening have missed it. */
    public void otherCallBegan(Instrument market) {
        ends.end(market, AT_OPEN, Reason.AUCTION_ENDED);
    }

    /** The last trade, which is that of the closing auction when there was one; else the listed reference; else 0. */
    private static long closingTicks(Instrument market) {
        return market.lastTradeTicks() != 0 ? market.lastTradeTicks() : Math.max(0, market.referencePriceTicks());
    }
}
