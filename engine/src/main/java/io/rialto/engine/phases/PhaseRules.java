package io.rialto.engine.phases;

import io.rialto.engine.admission.Ticket;
import io.rialto.engine.listing.Instrument;
import io.rialto.protocol.CallKind;
import io.rialto.protocol.OrderType;
import io.rialto.protocol.Phase;
import io.rialto.protocol.Reason;
import io.rialto.protocol.TimeInForce;

/**
 * The table of phases: which may follow which, and what is taken in each. Cancels are not asked about: they always pass.
 *
 * <p>Phases as the schema's values, prices in ticks.
 */
public final class PhaseRules {
    static final byte CONTINUOUS = (byte) Phase.CONTINUOUS.value();
    static final byte PRE_OPEN = (byte) Phase.PRE_OPEN.value();
    static final byte CALL = (byte) Phase.CALL.value();
    static final byte UNCROSS = (byte) Phase.UNCROSS.value();
    static final byte CANCEL_ONLY = (byte) Phase.CANCEL_ONLY.value();
    static final byte HALT = (byte) Phase.HALT.value();
    static final byte POST_CLOSE = (byte) Phase.POST_CLOSE.value();
    static final byte CLOSED = (byte) Phase.CLOSED.value();

    private static final byte MARKET = (byte) OrderType.MARKET.value();
    private static final byte MARKET_TO_LIMIT = (byte) OrderType.MARKET_TO_LIMIT.value();
    private static final byte LIMIT = (byte) OrderType.LIMIT.value();
    private static final byte IOC = (byte) TimeInForce.IOC.value();
    private static final byte FOK = (byte) TimeInForce.FOK.value();
    private static final byte AT_OPEN = (byte) TimeInForce.AT_OPEN.value();
    private static final byte GOOD_FOR_AUCTION = (byte) TimeInForce.GOOD_FOR_AUCTION.value();
    private static final byte GOOD_FOR_CONTINUOUS = (byte) TimeInForce.GOOD_FOR_CONTINUOUS.value();
    private static final byte OPENING = (byte) CallKind.OPENING.value();

    /** By phase a bit for each that may follow it; none leads into UNCROSS, which comes and goes by itself. */
    private static final int[] FOLLOWING = new int[CLOSED + 1];

    static {
        FOLLOWING[CONTINUOUS] = bits(PRE_OPEN, CALL, CANCEL_ONLY, HALT, POST_CLOSE, CLOSED);
        FOLLOWING[PRE_OPEN] = bits(CONTINUOUS, CALL, CANCEL_ONLY, HALT, CLOSED);
        FOLLOWING[CALL] = bits(CONTINUOUS, CANCEL_ONLY, HALT, POST_CLOSE, CLOSED);
        FOLLOWING[CANCEL_ONLY] = bits(CONTINUOUS, PRE_OPEN, CALL, HALT, CLOSED);
        FOLLOWING[HALT] = bits(CONTINUOUS, PRE_OPEN, CALL, CANCEL_ONLY, CLOSED);
        FOLLOWING[POST_CLOSE] = bits(CANCEL_ONLY, HALT, CLOSED);
        FOLLOWING[CLOSED] = bits(CONTINUOUS, PRE_OPEN, CALL, CANCEL_ONLY, HALT);
    }

    private PhaseRules() {}

    private static int bits(byte... phases) {
        int bits = 0;
        for (byte phase : phases) bits |= 1 << phase;
        return bits;
    }

    /** Whether a command may lead from one phase to the other. */
    public static boolean leads(byte from, byte to) {
        return to >= 0 && to <= CLOSED && (FOLLOWING[from] & 1 << to) != 0;
    }

    /** Whether orders are collected without matching. */
    public static boolean collects(Instrument market) {
        return market.phase() == PRE_OPEN || market.phase() == CALL;
    }

    /** Whether the phase takes such an order; the kind of call as the schema's value. */
    static Reason newOrder(Ticket ticket, Instrument market, byte callKind) {
        byte phase = market.phase();
        if (phase == CONTINUOUS) return continuous(ticket);
        if (phase == UNCROSS) return Reason.WORK_PENDING;
        if (phase == CANCEL_ONLY) return Reason.CANCELS_ONLY;
        if (phase == HALT) return Reason.MARKET_HALTED;
        if (phase == CLOSED) return Reason.MARKET_CLOSED;
        return phase == POST_CLOSE ? afterTheClose(ticket, market) : collected(ticket, market, callKind);
    }

    private static Reason continuous(Ticket ticket) {
        if (!ticket.isForAuction()) return Reason.NONE;
        return ticket.isAtClose() ? forAuction(ticket) : Reason.AUCTION_NOT_RUNNING;
    }

    /** What an order could reduce is not known before it is in the book. */
    private static Reason forAuction(Ticket ticket) {
        boolean isMarketByLots = ticket.type == MARKET && !ticket.isByAmount();
        boolean mayWait = ticket.isMarket() || ticket.isAtClose();
        boolean isPossible = (ticket.isLimit() || isMarketByLots) && !(mayWait && ticket.isReduceOnly());
        return isPossible ? Reason.NONE : Reason.NOT_FOR_AUCTION;
    }

    private static Reason collected(Ticket ticket, Instrument market, byte callKind) {
        byte until = ticket.timeInForce;
        boolean isCall = market.phase() == CALL;
        if (until == AT_OPEN && isCall && callKind != OPENING) return Reason.AUCTION_NOT_RUNNING;
        if (until == GOOD_FOR_AUCTION && !isCall) return Reason.AUCTION_NOT_RUNNING;
        if (ticket.isForAuction()) return forAuction(ticket);
        if (needsContinuousTrading(ticket)) return Reason.NEEDS_CONTINUOUS_TRADING;
        return ticket.isPostOnly() ? Reason.POST_ONLY_IN_CALL : Reason.NONE;
    }

    private static boolean needsContinuousTrading(Ticket ticket) {
        return ticket.type == MARKET
                || ticket.type == MARKET_TO_LIMIT
                || ticket.timeInForce == IOC
                || ticket.timeInForce == FOK
                || ticket.timeInForce == GOOD_FOR_CONTINUOUS;
    }

    private static Reason afterTheClose(Ticket ticket, Instrument market) {
        if (ticket.isForAuction()) return Reason.AUCTION_NOT_RUNNING;
        if (needsContinuousTrading(ticket) || ticket.type != LIMIT) return Reason.NEEDS_CONTINUOUS_TRADING;
        return ticket.priceTicks == market.closingTicks() ? Reason.NONE : Reason.NOT_AT_CLOSING_PRICE;
    }

    /** Whether the phase lets an open order change; that it gets smaller and nothing else is one case of its own. */
    static Reason amend(Instrument market, boolean isSmaller) {
        byte phase = market.phase();
        if (phase == UNCROSS) return Reason.WORK_PENDING;
        if (phase == HALT) return Reason.MARKET_HALTED;
        if (phase == CLOSED) return Reason.MARKET_CLOSED;
        return phase == CANCEL_ONLY && !isSmaller ? Reason.CANCELS_ONLY : Reason.NONE;
    }

    /** Whether the phase lets an open order change its price so. */
    public static Reason reprice(Instrument market, long fromTicks, long toTicks) {
        boolean isFree = !market.isPostClose() || toTicks == fromTicks || toTicks == market.closingTicks();
        return isFree ? Reason.NONE : Reason.NOT_AT_CLOSING_PRICE;
    }
}
