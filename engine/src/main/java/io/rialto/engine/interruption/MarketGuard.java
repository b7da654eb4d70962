package io.rialto.engine.interruption;

import static io.rialto.protocol.InstrumentParameter.*;

import io.rialto.engine.listing.Instrument;
import io.rialto.engine.listing.PriceGuard;
import io.rialto.engine.phases.Session;
import io.rialto.protocol.InterruptionCause;
import io.rialto.protocol.Reason;
import io.rialto.protocol.frame.Frame;
import java.util.function.LongConsumer;

/**
 * Watches the prices of one market: before each fill its ranges, after each its velocity.
 *
 * <p>The dynamic range stands around the last trade before the aggressor, so one aggressor cannot carry it along. Threading:
 * the core's thread only. Allocates only to grow.
 */
final class MarketGuard implements PriceGuard {
    private static final long HOUR_NANOS = 3_600_000_000_000L;
    private static final long FAST_NANOS = 100_000_000L;
    private static final int MOST_EVENTS = 3; // VolatilityInterrupted, PhaseChanged, CallStarted

    private final Interruptions interruptions;
    private final Instrument market;
    private final Session session;
    private final Range dynamic = new Range();
    private final Range around = new Range();
    private final Velocity slow;
    private final Velocity fast;
    private int callsSeen;

    /** Which extension of a volatility call is the next, and after how many calls of the instrument. */
    private int extensions;

    private int callsAtExtension;

    // The aggressor at hand.
    private InterruptionCause cause;
    private int fills;
    private long firstTicks;
    private long lastTicks;
    private long stoppedTicks;

    MarketGuard(Interruptions interruptions, Instrument market, Session session) {
        this.interruptions = interruptions;
        this.market = market;
        this.session = session;
        slow = new Velocity(market, VELOCITY_LIMIT_TICKS, VELOCITY_WINDOW_NANOS, HOUR_NANOS);
        fast = new Velocity(market, FAST_VELOCITY_LIMIT_TICKS, FAST_VELOCITY_WINDOW_NANOS, FAST_NANOS);
    }

    /** Whether there is anything to watch. */
    boolean isNeeded() {
        boolean hasRange = market.parameter(DYNAMIC_RANGE_BPS) != Instrument.NONE
                || market.parameter(STATIC_RANGE_BPS) != Instrument.NONE;
        return hasRange || slow.isThere() || fast.isThere();
    }

    /** What was traded so far counts no more. */
    void startAnew() {
        slow.startAnew();
        fast.startAnew();
    }

    @Override
    public void begins(Instrument where, long nowNanos) {
        if (callsSeen != session.calls) startAnew();
        callsSeen = session.calls;
        dynamic.around(market.lastTradeTicks(), market.parameter(DYNAMIC_RANGE_BPS));
        around.around(staticReferenceTicks(), market.parameter(STATIC_RANGE_BPS));
        slow.begins(nowNanos);
        fast.begins(nowNanos);
        cause = null;
        fills = 0;
    }

    @Override
    public Reason objects(Instrument where, long priceTicks) {
        if (cause != null) return Reason.VOLATILITY_INTERRUPTION;
        if (!dynamic.holds(priceTicks)) return stop(InterruptionCause.DYNAMIC_RANGE, priceTicks);
        if (!around.holds(priceTicks)) return stop(InterruptionCause.STATIC_RANGE, priceTicks);
        if (fills++ == 0) firstTicks = priceTicks;
        lastTicks = priceTicks;
        boolean isTooFast = fast.goesTooFar(priceTicks);
        if (slow.goesTooFar(priceTicks)) cause = InterruptionCause.VELOCITY;
        else if (isTooFast) cause = InterruptionCause.FAST_VELOCITY;
        return Reason.NONE;
    }

    private Reason stop(InterruptionCause by, long priceTicks) {
        cause = by;
        stoppedTicks = priceTicks;
        return Reason.VOLATILITY_INTERRUPTION;
    }

    @Override
    public void matched(Frame frame, Instrument where, long order) {
        if (fills > 0) {
            slow.traded(frame.timeNanos(), firstTicks, lastTicks);
            fast.traded(frame.timeNanos(), firstTicks, lastTicks);
        }
        if (cause != null) interrupt(frame, order);
    }

    private void interrupt(Frame frame, long order) {
        switch (cause) {
            case DYNAMIC_RANGE -> interrupt(frame, order, stoppedTicks, dynamic.lowTicks(), dynamic.highTicks());
            case STATIC_RANGE -> interrupt(frame, order, stoppedTicks, around.lowTicks(), around.highTicks());
            case VELOCITY -> interrupt(frame, order, lastTicks, slow.lowestTicks(), slow.highestTicks());
            default -> interrupt(frame, order, lastTicks, fast.lowestTicks(), fast.highestTicks());
        }
    }

    private void interrupt(Frame frame, long order, long priceTicks, long lowTicks, long highTicks) {
        interruptions.interrupt(frame, market, order, priceTicks, lowTicks, highTicks, cause);
    }

    @Override
    public int mostEvents() {
        return MOST_EVENTS;
    }

    /** Whether a call goes on instead of its auction trading at this price; counts it when it does. */
    boolean isExtended(long priceTicks) {
        if (session.calls != callsAtExtension) extensions = 0;
        if (isWithinWiderRange(priceTicks)) return false;
        long most = market.parameter(MOST_EXTENSIONS);
        if (most != Instrument.NONE && extensions >= most) return false;
        extensions++;
        callsAtExtension = session.calls + 1;
        return true;
    }

    private boolean isWithinWiderRange(long priceTicks) {
        long widerBps = market.parameter(WIDER_RANGE_BPS);
        long lastTicks = market.lastTradeTicks();
        dynamic.around(lastTicks, widerBps == Instrument.NONE ? market.parameter(DYNAMIC_RANGE_BPS) : widerBps);
        if (widerBps != Instrument.NONE) return dynamic.holds(priceTicks);
        around.around(staticReferenceTicks(), market.parameter(STATIC_RANGE_BPS));
        return around.isWiderThan(dynamic) ? around.holds(priceTicks) : dynamic.holds(priceTicks);
    }

    private long staticReferenceTicks() {
        return session.auctionTicks != 0 ? session.auctionTicks : market.referencePriceTicks();
    }

    void visit(LongConsumer state) {
        state.accept(callsSeen);
        state.accept(extensions);
        state.accept(callsAtExtension);
        slow.visit(state);
        fast.visit(state);
    }
}
