package io.rialto.engine.fees;

import java.util.Arrays;
import java.util.function.LongConsumer;
import org.agrona.collections.Long2LongHashMap;

/**
 * What each account has traded in each asset: the day at hand, and thirty days before it.
 *
 * <p>Money in minor units, not beyond the largest long; days in UTC, counted from 1970. Threading: the core's thread
 * only. Allocates only to grow.
 */
final class Volumes {
    private static final int DAYS = 30;
    private static final int NONE = -1;

    private final Long2LongHashMap places = new Long2LongHashMap(NONE);
    private long[] keys = new long[16];
    private long[] days = new long[16];
    private long[] todays = new long[16];
    private long[] windows = new long[16];
    private long[] before = new long[16 * DAYS];
    private int count;

    /** The thirty days before the day to which the account was rolled last. */
    long volumeMinor(int account, int asset) {
        int place = place(account, asset);
        return place == NONE ? 0 : windows[place];
    }

    /** @param day at hand, for one who has not traded before */
    void add(int account, int asset, long day, long valueMinor) {
        int place = place(account, asset);
        if (place == NONE) place = begin(account, asset, day);
        todays[place] = sum(todays[place], valueMinor);
    }

    /** What was added on a day, if that day still counts. */
    void takeBack(int account, int asset, long day, long valueMinor) {
        int place = place(account, asset);
        if (place == NONE || day < days[place] - DAYS) return;
        int row = place * DAYS;
        if (day == days[place]) todays[place] -= valueMinor;
        else before[row + at(day)] -= valueMinor;
        windows[place] = window(row);
    }

    /** A new day begins for the account: what it traded in the last one counts. */
    void roll(int account, int asset, long day) {
        int place = place(account, asset);
        if (place == NONE || days[place] >= day) return;
        int row = place * DAYS;
        before[row + at(days[place])] = todays[place];
        long idle = Math.min(day - 1, days[place] + DAYS);
        for (long past = days[place] + 1; past <= idle; past++) before[row + at(past)] = 0;
        days[place] = day;
        todays[place] = 0;
        windows[place] = window(row);
    }

    private long window(int row) {
        long window = 0;
        for (int i = 0; i < DAYS; i++) window = sum(window, before[row + i]);
        return window;
    }

    void visit(LongConsumer state) {
        Integer[] sorted = new Integer[count];
        Arrays.setAll(sorted, place -> place);
        Arrays.sort(sorted, (one, other) -> Long.compare(keys[one], keys[other]));
        for (int place : sorted) {
            state.accept(keys[place]);
            state.accept(days[place]);
            state.accept(todays[place]);
            for (int i = 0; i < DAYS; i++) state.accept(before[place * DAYS + i]);
        }
        state.accept(0);
    }

    private static int at(long day) {
        return (int) Math.floorMod(day, (long) DAYS);
    }

    private static long sum(long one, long other) {
        long sum = one + other;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    private int place(int account, int asset) {
        return (int) places.get(key(account, asset));
    }

    private int begin(int account, int asset, long day) {
        if (count == keys.length) grow();
        keys[count] = key(account, asset);
        days[count] = day;
        places.put(keys[count], count);
        return count++;
    }

    private void grow() {
        keys = Arrays.copyOf(keys, count << 1);
        days = Arrays.copyOf(days, count << 1);
        todays = Arrays.copyOf(todays, count << 1);
        windows = Arrays.copyOf(windows, count << 1);
        before = Arrays.copyOf(before, (count << 1) * DAYS);
    }

    private static long key(int account, int asset) {
        return (long) asset << 32 | account;
    }
}
