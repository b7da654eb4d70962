package io.rialto.feeds.past;

import java.util.Arrays;

/**
 * What something was at the end of each minute in which it changed. When it is full the older half is thinned: to the
 * last of each hour, where that is not enough to the last of each day, and then the oldest quarter goes; what is then no longer
 * known at its time is said by {@link #wholeFrom}, and nothing else is ever answered.
 *
 * <p>Threading: behind the position's gate. What it holds is immutable.
 */
public final class Series<T> {
    private static final int INITIAL = 4;

    private final int most;
    private final long[] wholeFrom = new long[Grid.all().size()];
    private long[] ends = new long[INITIAL];
    private Object[] values = new Object[INITIAL];
    private int size;

    /** @param most how many are kept, at least 8 */
    public Series(int most) {
        this.most = most;
        Arrays.fill(wholeFrom, Long.MIN_VALUE);
    }

    /** What it is at the end of a minute, which is not before the last. */
    public void put(long endNanos, T value) {
        if (size > 0 && ends[size - 1] == endNanos) size--;
        if (size == most) thin();
        if (size == ends.length) grow();
        ends[size] = endNanos;
        values[size++] = value;
    }

    /** What it was then; null before the first. */
    @SuppressWarnings("unchecked")
    public T at(long timeNanos) {
        int at = Arrays.binarySearch(ends, 0, size, timeNanos);
        int index = at >= 0 ? at : -at - 2;
        return index < 0 ? null : (T) values[index];
    }

    /** From when on all moments of the grid are answered right; the least long when nothing was let go. */
    public long wholeFrom(Grid grid) {
        return wholeFrom[grid.ordinal()];
    }

    private void grow() {
        int room = Math.min(most, size * 2);
        ends = Arrays.copyOf(ends, room);
        values = Arrays.copyOf(values, room);
    }

    private void thin() {
        thin(Grid.MINUTE, Grid.HOUR);
        if (size > most / 4 * 3) thin(Grid.HOUR, Grid.DAY);
        if (size > most / 4 * 3) cut(size / 4);
    }

    /** Of the older half the last before each moment of the coarser grid is kept. */
    private void thin(Grid fine, Grid coarse) {
        int half = size / 2;
        int kept = 0;
        for (int i = 0; i < half; i++) {
            if (coarse.ceiling(ends[i]) == coarse.ceiling(ends[i + 1])) continue;
            ends[kept] = ends[i];
            values[kept++] = values[i];
        }
        for (Grid grid : Grid.all()) {
            if (grid.compareTo(fine) <= 0) wholeFrom[grid.ordinal()] = Math.max(wholeFrom(grid), ends[half]);
        }
        move(half, kept);
    }

    private void cut(int gone) {
        for (Grid grid : Grid.all()) wholeFrom[grid.ordinal()] = Math.max(wholeFrom(grid), ends[gone]);
        move(gone, 0);
    }

    private void move(int from, int to) {
        int left = size - from;
        System.arraycopy(ends, from, ends, to, left);
        System.arraycopy(values, from, values, to, left);
        Arrays.fill(values, to + left, size, null);
        size = to + left;
    }
}
