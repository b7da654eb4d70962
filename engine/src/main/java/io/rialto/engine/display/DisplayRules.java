package io.rialto.engine.display;

import io.rialto.engine.admission.Barrier;
import io.rialto.engine.admission.Ticket;
import io.rialto.engine.lifecycle.ParameterDesk;
import io.rialto.engine.lifecycle.ParameterRule;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.orders.Special;
import io.rialto.protocol.InstrumentParameter;
import io.rialto.protocol.OrderType;
import io.rialto.protocol.Reason;
import io.rialto.protocol.frame.Frame;

/**
 * What an order that shows less than all of itself, or trades only much at once, must be. Quantities in lots, ratios in
 * basis points.
 */
public final class DisplayRules implements Barrier {
    private static final long WHOLE_BPS = 10_000;
    private static final int MARKET = OrderType.MARKET.value();
    private static final int MARKET_TO_LIMIT = OrderType.MARKET_TO_LIMIT.value();
    private static final int STOP = OrderType.STOP.value();
    private static final int TAKE_PROFIT = OrderType.TAKE_PROFIT.value();
    private static final int TRAILING_STOP = OrderType.TRAILING_STOP.value();

    /** What an instrument asks of such orders can be changed at any time; open orders stay as they are. */
    public static void make(ParameterDesk desk) {
        desk.knows(InstrumentParameter.MIN_DISPLAY_BPS, ParameterRule.noneOrBetween(1, WHOLE_BPS));
        desk.knows(InstrumentParameter.MIN_DISPLAY_LOTS, ParameterRule.noneOrBetween(1, Long.MAX_VALUE));
        desk.knows(InstrumentParameter.MIN_HIDDEN_LOTS, ParameterRule.noneOrBetween(1, Long.MAX_VALUE));
        desk.knows(InstrumentParameter.DISPLAY_SEED, new SeedRule());
    }

    @Override
    public Reason admit(Ticket ticket, Instrument market) {
        if (!ticket.isSpecial) return Reason.NONE;
        Special terms = ticket.terms;
        if (ticket.isPegged() && (!ticket.stays() || ticket.isPostOnly())) return Reason.PEG_MUST_REST;
        boolean showsLess = terms.isIceberg() || terms.isHidden;
        if (showsLess && (ticket.isImmediate() || isMarketOnceItTrades(ticket.type))) return Reason.DISPLAY_MUST_REST;
        if (terms.isIceberg()) return iceberg(market, terms, terms.displayLots, ticket.quantityLots);
        if (terms.isHidden) return hidden(market, ticket.quantityLots);
        long leastLots = terms.minQuantityLots;
        boolean isLeastPossible = leastLots == 0 || leastLots > 0 && leastLots <= ticket.quantityLots;
        return isLeastPossible ? Reason.NONE : Reason.MINIMUM_ABOVE_QUANTITY;
    }

    /** Whether an iceberg may show so much of such a total. */
    static Reason iceberg(Instrument market, Special terms, long displayLots, long quantityLots) {
        long rangeLots = terms.displayRangeLots;
        boolean isPossible = displayLots > 0
                && displayLots <= quantityLots
                && rangeLots >= 0
                && rangeLots < displayLots
                && rangeLots <= quantityLots - displayLots;
        if (!isPossible) return Reason.DISPLAY_ABOVE_QUANTITY;
        long leastLots = displayLots - rangeLots;
        if (leastLots < market.parameter(InstrumentParameter.MIN_DISPLAY_LOTS)) return Reason.DISPLAY_BELOW_MINIMUM;
        if (isBelowRatio(market, leastLots, quantityLots)) return Reason.DISPLAY_BELOW_RATIO;
        boolean lacksSeed = rangeLots != 0 && market.parameter(InstrumentParameter.DISPLAY_SEED) == Instrument.NONE;
        return lacksSeed ? Reason.DISPLAY_SEED_MISSING : Reason.NONE;
    }

    /** An order with another total still shows enough of it. */
    @Override
    public Reason admitAmend(Ticket ticket, Instrument market, boolean isSmaller) {
        if (!ticket.isSpecial) return Reason.NONE;
        Special terms = ticket.terms;
        if (terms.isHidden) return hidden(market, ticket.quantityLots);
        long leastLots = terms.displayLots - terms.displayRangeLots;
        boolean showsTooLittle = terms.isIceberg() && isBelowRatio(market, leastLots, ticket.quantityLots);
        return showsTooLittle ? Reason.DISPLAY_BELOW_RATIO : Reason.NONE;
    }

    private static Reason hidden(Instrument market, long quantityLots) {
        return quantityLots < market.parameter(InstrumentParameter.MIN_HIDDEN_LOTS)
                ? Reason.HIDDEN_BELOW_MINIMUM
                : Reason.NONE;
    }

    /** {@code display * 10,000 < quantity * ratio}, both sides in 128 bits. */
    private static boolean isBelowRatio(Instrument market, long displayLots, long quantityLots) {
        long ratioBps = market.parameter(InstrumentParameter.MIN_DISPLAY_BPS);
        if (ratioBps == Instrument.NONE) return false;
        long shownHigh = Math.multiplyHigh(displayLots, WHOLE_BPS);
        long askedHigh = Math.multiplyHigh(quantityLots, ratioBps);
        if (shownHigh != askedHigh) return shownHigh < askedHigh;
        return Long.compareUnsigned(displayLots * WHOLE_BPS, quantityLots * ratioBps) < 0;
    }

    /** Any seed will do, and the draws begin again with it. */
    private static final class SeedRule implements ParameterRule {
        @Override
        public Reason check(Instrument market, long value) {
            return Reason.NONE;
        }

        @Override
        public void changed(Frame frame, Instrument market, long oldValue) {
            long seed = market.parameter(InstrumentParameter.DISPLAY_SEED);
            if (seed != Instrument.NONE) market.displayDraws(seed);
        }
    }

    private static boolean isMarketOnceItTrades(byte type) {
        return type == MARKET
                || type == MARKET_TO_LIMIT
                || type == STOP
                || type == TAKE_PROFIT
                || type == TRAILING_STOP;
    }
}
