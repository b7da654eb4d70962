package io.rialto.engine.admission;

import io.rialto.engine.listing.Instrument;
import io.rialto.protocol.Reason;
import io.rialto.protocol.Side;

/** At which price a limit order may stand that must not take anything. Prices in ticks. Threading: the core's thread only. */
public final class PostOnlyTerms {
    private long ticks;

    /** Settles the price of any limit order whose numbers are sound; only a post-only one can be refused, or slide. */
    public Reason settle(Instrument market, Ticket ticket, boolean isGuarded) {
        ticks = ticket.priceTicks;
        if (!ticket.isPostOnly() || !market.book().crosses(ticket.side(), ticks)) return Reason.NONE;
        ticks = ticket.slides() ? insideOf(market, ticket.buys) : 0;
        if (ticks <= 0) return Reason.POST_ONLY_WOULD_TAKE;
        Reason refusal = StaticChecks.value(market, ticks, ticket.quantityLots);
        if (refusal != Reason.NONE) return refusal;
        boolean isOutside = isGuarded && PriceBands.isOutside(market, ticket.buys, ticks);
        return isOutside ? Reason.PRICE_OUTSIDE_BAND : Reason.NONE;
    }

    /** Of the order that was settled last. */
    public long ticks() {
        return ticks;
    }

    /** One tick inside the opposite best. */
    private static long insideOf(Instrument market, boolean buys) {
        return buys ? market.book().bestTicks(Side.SELL) - 1 : market.book().bestTicks(Side.BUY) + 1;
    }
}
