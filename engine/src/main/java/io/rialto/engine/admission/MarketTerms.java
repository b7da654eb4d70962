package io.rialto.engine.admission;

import io.rialto.engine.listing.Instrument;
import io.rialto.protocol.Reason;
import io.rialto.protocol.Side;

/** How far a market order may go: its reference price, its collar, and what becomes of it there. */
public final class MarketTerms {
    private static final long NONE = Instrument.NONE;
    private static final long OVERFLOW = -1;

    private long limitTicks;
    private boolean restsAtLimit;

    /** Settles the terms of a market order, or refuses it. */
    public Reason settle(Instrument market, Ticket ticket) {
        long referenceTicks = reference(market, ticket);
        Reason refusal = checkSize(market, ticket, referenceTicks);
        if (refusal != Reason.NONE) return refusal;
        if (ticket.isForAuction()) return protect(market, ticket.buys, referenceTicks);
        refusal = settle(market, ticket.buys, referenceTicks);
        restsAtLimit &= !ticket.isByAmount();
        return refusal;
    }

    /** Settles the terms of an order by quantity whose size was checked before. */
    public Reason settle(Instrument market, boolean buys) {
        return settle(market, buys, reference(market, buys));
    }

    private Reason settle(Instrument market, boolean buys, long referenceTicks) {
        restsAtLimit = false;
        limitTicks = collar(market, buys, referenceTicks);
        if (limitTicks == OVERFLOW) return Reason.VALUE_OVERFLOW;
        restsAtLimit = market.terms().restsAtLimit() && hasLimit();
        boolean lacksReference = market.terms().restsAtLimit() && hasCollar(market) && !hasLimit();
        return lacksReference ? Reason.NO_REFERENCE_PRICE : Reason.NONE;
    }

    /** Of an auction: a buyer, who has to hold for it, must be protected; a seller need not. */
    private Reason protect(Instrument market, boolean buys, long referenceTicks) {
        restsAtLimit = false;
        limitTicks = collar(market, buys, referenceTicks);
        if (limitTicks == OVERFLOW) return Reason.VALUE_OVERFLOW;
        return buys && !hasLimit() ? Reason.NO_REFERENCE_PRICE : Reason.NONE;
    }

    /** False without a collar, or without anything to measure it from. */
    public boolean hasLimit() {
        return limitTicks != NONE;
    }

    /** The collar price: no fill is beyond it. */
    public long limitTicks() {
        return limitTicks;
    }

    public boolean restsAtLimit() {
        return restsAtLimit;
    }

    private static Reason checkSize(Instrument market, Ticket ticket, long referenceTicks) {
        if (ticket.isByAmount()) {
            if (ticket.buys && market.charges().perLot() > 0) return Reason.QUOTE_AMOUNT_NOT_POSSIBLE;
            if (ticket.quoteAmountMinor < 0) return Reason.INVALID_AMOUNT;
            boolean isSmall = ticket.quoteAmountMinor < market.minNotionalMinor();
            return isSmall ? Reason.NOTIONAL_BELOW_MINIMUM : Reason.NONE;
        }
        Reason refusal = StaticChecks.quantity(market, ticket.quantityLots);
        if (refusal != Reason.NONE) return refusal;
        if (referenceTicks == NONE) return StaticChecks.base(market, ticket.quantityLots);
        return StaticChecks.value(market, referenceTicks, ticket.quantityLots);
    }

    /** The opposite best, else the last trade, else the listed reference, else none. */
    public static long reference(Instrument market, boolean buys) {
        Side opposite = buys ? Side.SELL : Side.BUY;
        if (!market.book().isEmpty(opposite)) return market.book().bestTicks(opposite);
        return ofAuction(market);
    }

    /** What this market order is measured by: of an auction not the book, which may be crossed, but what came before. */
    static long reference(Instrument market, Ticket ticket) {
        return ticket.isForAuction() ? ofAuction(market) : reference(market, ticket.buys);
    }

    private static long ofAuction(Instrument market) {
        return market.lastTradeTicks() != 0 ? market.lastTradeTicks() : market.referencePriceTicks();
    }

    private static long collar(Instrument market, boolean buys, long referenceTicks) {
        long collarTicks = market.collarTicks();
        if (!hasCollar(market) || referenceTicks == NONE) return NONE;
        if (!buys) return Math.max(1, referenceTicks - collarTicks);
        return collarTicks <= Long.MAX_VALUE - referenceTicks ? referenceTicks + collarTicks : OVERFLOW;
    }

    private static boolean hasCollar(Instrument market) {
        return market.collarTicks() != NONE;
    }
}
