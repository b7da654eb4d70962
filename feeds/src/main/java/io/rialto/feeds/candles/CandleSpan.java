package io.rialto.feeds.candles;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;

/** The candles of a span of time, with those in between where they are wanted. */
final class CandleSpan {
    /** Before any trade there is nothing to fill in. */
    private static final long NONE = Long.MIN_VALUE;

    private final CandleReading candles;
    private final Interval interval;
    private final long nowNanos;
    private final int limit;
    private final boolean isFilled;
    private OptionalLong next = OptionalLong.empty();

    CandleSpan(CandleReading candles, Interval interval, long nowNanos, int limit, boolean isFilled) {
        this.candles = candles;
        this.interval = interval;
        this.nowNanos = nowNanos;
        this.limit = limit;
        this.isFilled = isFilled;
    }

    /** When the candle opens that follows what was asked for; empty when none does yet. */
    OptionalLong next() {
        return next;
    }

    /** The first ones at a moment or later. */
    List<Candle> first(long fromNanos, OptionalLong toNanos) {
        long to = toNanos.orElse(Long.MAX_VALUE);
        return isFilled ? filled(firstSlot(fromNanos), to) : traded(candles.from(fromNanos), to);
    }

    /** The last ones before a moment. */
    List<Candle> last(OptionalLong toNanos) {
        long to = toNanos.orElse(Long.MAX_VALUE);
        if (isFilled) return filled(lastSlots(to), to);
        List<Candle> items = new ArrayList<>();
        long behind = candles.from(to);
        next = opening(behind);
        for (long i = behind - 1; i >= candles.oldest() && items.size() < limit; i--) {
            if (candles.hasTrades(i)) items.add(candles.candle(i));
        }
        Collections.reverse(items);
        return items;
    }

    private List<Candle> traded(long from, long to) {
        List<Candle> items = new ArrayList<>();
        long i = from;
        for (; i < candles.end() && candles.starts(i) < to && items.size() < limit; i++) {
            if (candles.hasTrades(i)) items.add(candles.candle(i));
        }
        next = opening(i);
        return items;
    }

    private OptionalLong opening(long index) {
        for (long i = index; i < candles.end(); i++) {
            if (candles.hasTrades(i)) return OptionalLong.of(candles.starts(i));
        }
        return OptionalLong.empty();
    }

    private List<Candle> filled(long fromSlot, long to) {
        List<Candle> items = new ArrayList<>();
        long index = candles.from(fromSlot);
        long close = closeBefore(index);
        long slot = fromSlot;
        for (; slot <= nowNanos && slot < to && items.size() < limit; slot = interval.end(slot)) {
            boolean isKept = index < candles.end() && candles.starts(index) == slot;
            Candle candle = isKept && candles.hasTrades(index) ? candles.candle(index) : flat(slot, close);
            if (isKept) index++;
            if (candle.trades() == 0 && close == NONE) continue;
            close = candle.close();
            items.add(candle);
        }
        next = slot <= nowNanos ? OptionalLong.of(slot) : OptionalLong.empty();
        return items;
    }

    private long closeBefore(long index) {
        for (long i = index - 1; i >= candles.oldest(); i--) {
            if (candles.hasTrades(i)) return candles.candle(i).close();
        }
        return NONE;
    }

    private long firstSlot(long fromNanos) {
        long earliest = earliest();
        if (fromNanos <= earliest) return earliest;
        if (fromNanos > nowNanos) return Long.MAX_VALUE;
        long start = interval.start(fromNanos);
        return start == fromNanos ? start : interval.end(start);
    }

    private long lastSlots(long to) {
        long earliest = earliest();
        if (to <= earliest) return earliest;
        long slot = interval.start(Math.min(to - 1, nowNanos));
        for (int i = 1; i < limit && slot > earliest; i++) slot = interval.start(slot - 1);
        return Math.max(slot, earliest);
    }

    private long earliest() {
        for (long i = candles.oldest(); i < candles.end(); i++) if (candles.hasTrades(i)) return candles.starts(i);
        return Long.MAX_VALUE;
    }

    private Candle flat(long slot, long close) {
        BigInteger none = BigInteger.ZERO;
        long end = interval.end(slot);
        return new Candle(slot, end, close, close, close, close, none, none, none, 0, 0, 0, 0, end <= nowNanos);
    }
}
