package io.rialto.engine.reference;

import static io.rialto.protocol.InterruptionCause.*;
import static java.math.BigDecimal.valueOf;

import io.rialto.protocol.InterruptionCause;
import io.rialto.protocol.Phase;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Ranges and velocity of one instrument: every trade is kept, and all of them are looked through each time. */
final class ReferenceInterruption {
    private static final int DYNAMIC = 10, STATIC = 11, WIDER = 12, CALL_NANOS = 13, MOST_EXTENSIONS = 19;
    private static final int SLOW_LIMIT = 14, SLOW_WINDOW = 15, SLOW_CALL_NANOS = 16, FAST_LIMIT = 17, FAST_WINDOW = 18;
    private static final long TWO_MINUTES = 120_000_000_000L;
    private static final long HOUR = 3_600_000_000_000L;
    private static final long HUNDRED_MILLIS = 100_000_000L;

    record Trade(long nanos, long ticks) {}

    private final ReferenceInstrument market;
    long auctionTicks;

    ReferenceInterruption(ReferenceInstrument market) {
        this.market = market;
    }

    boolean isWatched() {
        return isSet(DYNAMIC) || isSet(STATIC) || isSet(SLOW_LIMIT) || isSet(FAST_LIMIT);
    }

    private boolean isSet(int parameter) {
        return market.parameter(parameter) != Command.NULL;
    }

    private long or(int parameter, long usual) {
        return isSet(parameter) ? market.parameter(parameter) : usual;
    }

    /** One aggressor's way along the book, real or thought. */
    final class Way {
        private final long nanos;
        private final long lastTicks = market.lastTradeTicks;
        private final List<Trade> own = new ArrayList<>();
        private InterruptionCause cause;
        private long ticks, low, high;

        Way(long nanos) {
            this.nanos = nanos;
        }

        /** Whether the next fill, at this price, happens; and then it does. */
        boolean goesOn(long next) {
            if (market.session.phase != Phase.CONTINUOUS) return true;
            judgeTrades();
            if (cause == null) judge(DYNAMIC_RANGE, lastTicks, market.parameter(DYNAMIC), next);
            if (cause == null) judge(STATIC_RANGE, staticReference(), market.parameter(STATIC), next);
            if (cause == null) own.add(new Trade(nanos, next));
            return cause == null;
        }

        private void judge(InterruptionCause by, long reference, long bps, long next) {
            if (!hasRange(reference, bps) || isInside(reference, bps, next)) return;
            cause = by;
            ticks = next;
            low = reference - half(reference, bps);
            high = valueOf(reference)
                    .add(valueOf(half(reference, bps)))
                    .min(ReferenceLedger.MOST)
                    .longValueExact();
        }

        private void judgeTrades() {
            if (cause == null) judgeTrades(VELOCITY, SLOW_LIMIT, or(SLOW_WINDOW, HOUR));
            if (cause == null) judgeTrades(FAST_VELOCITY, FAST_LIMIT, or(FAST_WINDOW, HUNDRED_MILLIS));
        }

        private void judgeTrades(InterruptionCause by, int limit, long window) {
            if (!isSet(limit) || own.isEmpty()) return;
            List<Trade> young = new ArrayList<>(market.session.trades);
            young.removeIf(trade -> nanos - trade.nanos >= window);
            young.addAll(own);
            long least = young.stream().mapToLong(Trade::ticks).min().getAsLong();
            long most = young.stream().mapToLong(Trade::ticks).max().getAsLong();
            if (most - least <= market.parameter(limit)) return;
            cause = by;
            ticks = own.get(own.size() - 1).ticks;
            low = least;
            high = most;
        }

        /** The way was real: true when it interrupts trading, which has to be said. */
        boolean interrupts() {
            if (market.session.phase != Phase.CONTINUOUS) return false;
            judgeTrades();
            if (isSet(SLOW_LIMIT) || isSet(FAST_LIMIT)) market.session.trades.addAll(own);
            return cause != null;
        }

        void tell(EventLines events, long order) {
            events.add("VolatilityInterrupted", market.number, order, ticks, low, high, cause);
        }

        long callNanos() {
            boolean isByVelocity = cause == VELOCITY || cause == FAST_VELOCITY;
            return or(isByVelocity ? SLOW_CALL_NANOS : CALL_NANOS, TWO_MINUTES);
        }
    }

    long extensionNanos() {
        return or(CALL_NANOS, TWO_MINUTES);
    }

    /** Whether a call goes on rather than trade at this price. */
    boolean isExtended(long ticks) {
        boolean isEnough = isSet(MOST_EXTENSIONS) && market.session.extensions >= market.parameter(MOST_EXTENSIONS);
        return !isEnough && !isInsideWider(ticks);
    }

    private boolean isInsideWider(long ticks) {
        if (isSet(WIDER)) return isInside(market.lastTradeTicks, market.parameter(WIDER), ticks);
        boolean hasDynamic = hasRange(market.lastTradeTicks, market.parameter(DYNAMIC));
        boolean hasStatic = hasRange(staticReference(), market.parameter(STATIC));
        boolean isStaticWider = hasStatic
                && (!hasDynamic
                        || half(staticReference(), market.parameter(STATIC))
                                > half(market.lastTradeTicks, market.parameter(DYNAMIC)));
        return isStaticWider
                ? isInside(staticReference(), market.parameter(STATIC), ticks)
                : isInside(market.lastTradeTicks, market.parameter(DYNAMIC), ticks);
    }

    private long staticReference() {
        return auctionTicks != 0 ? auctionTicks : Math.max(0, market.terms.referenceTicks());
    }

    private static boolean hasRange(long reference, long bps) {
        return bps != Command.NULL && reference != 0;
    }

    private static boolean isInside(long reference, long bps, long ticks) {
        return !hasRange(reference, bps)
                || valueOf(ticks).subtract(valueOf(reference)).abs().compareTo(valueOf(half(reference, bps))) <= 0;
    }

    private static long half(long reference, long bps) {
        BigDecimal share = valueOf(reference).abs().multiply(valueOf(bps)).movePointLeft(4);
        return share.setScale(0, RoundingMode.FLOOR).longValueExact();
    }
}
