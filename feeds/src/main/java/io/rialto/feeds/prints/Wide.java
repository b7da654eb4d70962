package io.rialto.feeds.prints;

import java.math.BigInteger;
import java.nio.ByteBuffer;

/**
 * Sums of longs that never overflow: two cells of an array, the high and then the low half of a 128-bit number.
 *
 * <p>Threading: whoever owns the array.
 */
public final class Wide {
    private Wide() {}

    /** Adds a value to the sum at a place. */
    public static void add(long[] cells, int at, long value) {
        addHalves(cells, at, value >> 63, value);
    }

    /** Adds the sum that stands in another place. */
    public static void add(long[] cells, int at, long[] other, int otherAt) {
        addHalves(cells, at, other[otherAt], other[otherAt + 1]);
    }

    /** Takes a value out of the sum at a place. */
    public static void subtract(long[] cells, int at, long value) {
        long low = cells[at + 1];
        cells[at + 1] = low - value;
        cells[at] -= (value >> 63) + (Long.compareUnsigned(low, value) < 0 ? 1 : 0);
    }

    /** The sum at a place becomes so many times what it was. */
    public static void multiply(long[] cells, int at, long factor) {
        BigInteger product = value(cells, at).multiply(BigInteger.valueOf(factor));
        cells[at] = product.shiftRight(64).longValue();
        cells[at + 1] = product.longValue();
    }

    public static BigInteger value(long[] cells, int at) {
        if (cells[at] == cells[at + 1] >> 63) return BigInteger.valueOf(cells[at + 1]);
        return new BigInteger(ByteBuffer.allocate(16)
                .putLong(cells[at])
                .putLong(cells[at + 1])
                .array());
    }

    private static void addHalves(long[] cells, int at, long high, long low) {
        long sum = cells[at + 1] + low;
        cells[at] += high + (Long.compareUnsigned(sum, low) < 0 ? 1 : 0);
        cells[at + 1] = sum;
    }
}
