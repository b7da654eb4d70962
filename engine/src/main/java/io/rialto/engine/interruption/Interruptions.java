package io.rialto.engine.interruption;

import static io.rialto.protocol.InstrumentParameter.*;

import io.rialto.engine.auction.Auctions;
import io.rialto.engine.auction.PriceRange;
import io.rialto.engine.lifecycle.ParameterDesk;
import io.rialto.engine.lifecycle.ParameterRule;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.phases.Sessions;
import io.rialto.protocol.CallKind;
import io.rialto.protocol.InstrumentParameter;
import io.rialto.protocol.InterruptionCause;
import io.rialto.protocol.Reason;
import io.rialto.protocol.VolatilityInterruptedEncoder;
import io.rialto.protocol.frame.Frame;
import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * Stops continuous trading where prices run away, and goes on with a call; lets no auction trade outside of the wider
 * range. A market without ranges and limits is not watched at all.
 *
 * <p>Threading: the core's thread only. Allocates once a watched instrument, then only to grow.
 */
public final class Interruptions implements PriceRange {
    private static final long USUAL_CALL_NANOS = 120_000_000_000L;
    private static final long WEEK_NANOS = 604_800_000_000_000L;
    private static final long MOST_BPS = 10_000;
    private static final long MOST_TIMES = 1_000;

    private final Sessions sessions;
    private final Auctions auctions;
    private final VolatilityInterruptedEncoder interrupted = new VolatilityInterruptedEncoder();
    private MarketGuard[] guards = new MarketGuard[16];

    public Interruptions(Sessions sessions, Auctions auctions, ParameterDesk parameters) {
        this.sessions = sessions;
        this.auctions = auctions;
        watches(parameters, ParameterRule.noneOrBetween(1, MOST_BPS), DYNAMIC_RANGE_BPS, STATIC_RANGE_BPS);
        watches(
                parameters,
                ParameterRule.noneOrBetween(1, Long.MAX_VALUE),
                VELOCITY_LIMIT_TICKS,
                FAST_VELOCITY_LIMIT_TICKS);
        watches(
                parameters,
                ParameterRule.noneOrBetween(1, WEEK_NANOS),
                VELOCITY_WINDOW_NANOS,
                FAST_VELOCITY_WINDOW_NANOS);
        parameters.knows(WIDER_RANGE_BPS, ParameterRule.noneOrBetween(1, MOST_BPS));
        parameters.knows(INTERRUPTION_CALL_NANOS, ParameterRule.noneOrBetween(1, WEEK_NANOS));
        parameters.knows(VELOCITY_CALL_NANOS, ParameterRule.noneOrBetween(1, WEEK_NANOS));
        parameters.knows(MOST_EXTENSIONS, ParameterRule.noneOrBetween(0, MOST_TIMES));
        auctions.tradesWithin(this);
    }

    private void watches(ParameterDesk desk, ParameterRule rule, InstrumentParameter... parameters) {
        for (InstrumentParameter parameter : parameters) desk.knows(parameter, new Watched(rule));
    }

    /** A parameter that decides whether a market is watched; a limit or window that changes starts anew. */
    private final class Watched implements ParameterRule {
        private final ParameterRule rule;

        Watched(ParameterRule rule) {
            this.rule = rule;
        }

        @Override
        public Reason check(Instrument market, long value) {
            return rule.check(market, value);
        }

        @Override
        public void changed(Frame frame, Instrument market, long oldValue) {
            MarketGuard guard = guardOf(market);
            guard.startAnew();
            if (guard.isNeeded()) market.guardPrices(guard);
            else market.unguardPrices();
        }
    }

    private MarketGuard guardOf(Instrument market) {
        int number = market.number();
        if (number >= guards.length) guards = Arrays.copyOf(guards, Math.max(number + 1, guards.length << 1));
        if (guards[number] == null) guards[number] = new MarketGuard(this, market, sessions.of(market));
        return guards[number];
    }

    /** Too many orders were elected in a row, or moved the price too far. The market is continuous, and in a call after. */
    public void cascaded(Frame frame, Instrument market) {
        interrupt(frame, market, 0, market.lastTradeTicks(), 0, 0, InterruptionCause.CASCADE);
    }

    void interrupt(
            Frame frame,
            Instrument market,
            long order,
            long priceTicks,
            long lowTicks,
            long highTicks,
            InterruptionCause cause) {
        frame.claimEvent(interrupted)
                .instrument(market.number())
                .order(order)
                .priceTicks(priceTicks)
                .lowTicks(lowTicks)
                .highTicks(highTicks)
                .cause(cause);
        auctions.startCall(frame, market, CallKind.VOLATILITY, callNanos(market, cause), 0);
    }

    @Override
    public long extensionNanos(Instrument market, long priceTicks) {
        boolean isExtended = guardOf(market).isExtended(priceTicks);
        return isExtended ? callNanos(market, InterruptionCause.DYNAMIC_RANGE) : NO_EXTENSION;
    }

    private static long callNanos(Instrument market, InterruptionCause cause) {
        boolean isByVelocity = cause == InterruptionCause.VELOCITY || cause == InterruptionCause.FAST_VELOCITY;
        long nanos = market.parameter(isByVelocity ? VELOCITY_CALL_NANOS : INTERRUPTION_CALL_NANOS);
        return nanos == Instrument.NONE ? USUAL_CALL_NANOS : nanos;
    }

    /** Everything that can change a later decision. */
    public void visit(Instrument market, LongConsumer state) {
        boolean isKnown = market.number() < guards.length && guards[market.number()] != null;
        if (isKnown) guards[market.number()].visit(state);
    }
}
