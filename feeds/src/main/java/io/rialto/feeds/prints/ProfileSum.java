package io.rialto.feeds.prints;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.agrona.collections.Long2ObjectHashMap;

/** Trades of a span of time, added up by price, a slice at a time. */
final class ProfileSum {
    private static final int VOLUME = 0;
    private static final int BOUGHT = 2;
    private static final int TRADES = 4;
    private static final int QUOTE = 2;

    private final long ticks;
    private final Long2ObjectHashMap<long[]> byPrice = new Long2ObjectHashMap<>();
    private final long[] total = new long[4];
    private PrintLog log;
    private Grain price;
    private Grain lot;
    private long step;
    private long version;
    private long index;
    private long end;
    private long trades;
    private long fromNanos;
    private long toNanos;
    private long sequence;

    /** @param ticks whose prices are told as one, above zero */
    ProfileSum(long ticks) {
        this.ticks = ticks;
    }

    void begin(PrintLog of, long from, long to, long asOfSequence) {
        log = of;
        price = of.priceGrain();
        lot = of.lotGrain();
        step = ticks > Long.MAX_VALUE / price.perStep() ? Long.MAX_VALUE : ticks * price.perStep();
        version = of.version();
        index = of.from(from);
        end = Math.max(index, of.from(to));
        fromNanos = of.isWholeFrom(from) ? from : of.forgottenNanos();
        toNanos = to;
        sequence = asOfSequence;
    }

    boolean hasMore() {
        return index < end;
    }

    boolean isAsBefore() {
        return log.version() == version && log.oldest() <= index;
    }

    boolean add(int atMost) {
        for (int i = 0; i < atMost && index < end; i++, index++) {
            if (log.stands(index)) add(index);
        }
        return true;
    }

    private void add(long at) {
        long lots = log.lots(at);
        long[] sums = byPrice.computeIfAbsent(Math.floorDiv(log.price(at), step), none -> new long[5]);
        Wide.add(sums, VOLUME, lots);
        if (log.isTakerBuy(at)) Wide.add(sums, BOUGHT, lots);
        sums[TRADES]++;
        Wide.add(total, VOLUME, lots);
        Wide.add(total, QUOTE, log.notionalMinor(at));
        trades++;
    }

    VolumeProfile profile() {
        long[] prices = byPrice.keySet().stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(prices);
        List<VolumeProfile.Row> rows = new ArrayList<>(prices.length);
        for (long each : prices) {
            long[] sums = byPrice.get(each);
            BigInteger bought = Wide.value(sums, BOUGHT);
            rows.add(new VolumeProfile.Row(each * step, Wide.value(sums, VOLUME), bought, sums[TRADES]));
        }
        BigInteger volume = Wide.value(total, VOLUME);
        BigInteger quote = Wide.value(total, QUOTE);
        return new VolumeProfile(rows, price, lot, volume, quote, trades, fromNanos, toNanos, sequence);
    }
}
