package io.rialto.feeds.orders;

import io.rialto.feeds.position.BrokenFeed;
import java.util.Arrays;

/**
 * Orders in the order of their acceptance, which is the order of their numbers and of their times.
 *
 * <p>A removed order leaves a gap, found by number like any other; when gaps are more than half, they are closed.
 */
final class OrderList {
    private static final int INITIAL = 8;

    private long[] numbers = new long[INITIAL];
    private OrderState[] orders = new OrderState[INITIAL];
    private int size;
    private int gaps;

    void add(OrderState order) {
        if (size > 0 && numbers[size - 1] >= order.number) {
            throw new BrokenFeed("order numbers must rise: before=" + numbers[size - 1] + " order=" + order.number);
        }
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size * 2);
            orders = Arrays.copyOf(orders, size * 2);
        }
        numbers[size] = order.number;
        orders[size++] = order;
    }

    void remove(OrderState order) {
        int index = Arrays.binarySearch(numbers, 0, size, order.number);
        orders[index] = null;
        gaps++;
        if (gaps > INITIAL && gaps > size / 2) closeGaps();
    }

    /** Gaps among them. */
    int size() {
        return size;
    }

    int kept() {
        return size - gaps;
    }

    /** Null when it is not here. */
    OrderState find(long number) {
        int index = Arrays.binarySearch(numbers, 0, size, number);
        return index < 0 ? null : orders[index];
    }

    /** Null at a gap. */
    OrderState at(int index) {
        return orders[index];
    }

    long numberAt(int index) {
        return numbers[index];
    }

    /** Index of the newest order with a lower number, -1 when there is none. */
    int newestBefore(long number) {
        int index = Arrays.binarySearch(numbers, 0, size, number);
        return (index < 0 ? ~index : index) - 1;
    }

    /** Index of the newest order created before the time, or of a gap right after it; -1 when there is none. */
    int newestCreatedBefore(long timeNanos) {
        if (timeNanos == Long.MAX_VALUE) return size - 1;
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            int standing = middle;
            while (standing < high && orders[standing] == null) standing++;
            if (standing < high && orders[standing].createdNanos < timeNanos) low = standing + 1;
            else high = middle;
        }
        return low - 1;
    }

    private void closeGaps() {
        int to = 0;
        for (int from = 0; from < size; from++) {
            if (orders[from] == null) continue;
            numbers[to] = numbers[from];
            orders[to++] = orders[from];
        }
        Arrays.fill(orders, to, size, null);
        size = to;
        gaps = 0;
    }
}
