package io.rialto.bench.recording;

import io.rialto.protocol.Side;
import java.util.Arrays;

/**
 * The best levels of a book, best first, in a recording's units. Absent levels have quantity 0 and price 0.
 *
 * <p>Usage: filled again and again by its owner, so never kept; one thread.
 */
public final class BookLevels {
    private final int depth;
    private final long[] prices;
    private final long[] quantities;
    private boolean isKnown = true;

    public BookLevels(int depth) {
        this.depth = depth;
        prices = new long[2 * depth];
        quantities = new long[2 * depth];
    }

    /** A place in the recording whose book it does not tell: asked for, never compared. */
    public static BookLevels unknown(int depth) {
        BookLevels levels = new BookLevels(depth);
        levels.isKnown = false;
        return levels;
    }

    public boolean isKnown() {
        return isKnown;
    }

    public int depth() {
        return depth;
    }

    public BookLevels clear() {
        Arrays.fill(prices, 0);
        Arrays.fill(quantities, 0);
        return this;
    }

    /** @param level from 0, the best */
    public void set(Side side, int level, long price, long quantity) {
        prices[at(side, level)] = quantity == 0 ? 0 : price;
        quantities[at(side, level)] = quantity;
    }

    public long price(Side side, int level) {
        return prices[at(side, level)];
    }

    public long quantity(Side side, int level) {
        return quantities[at(side, level)];
    }

    public boolean has(Side side, int level) {
        return level < depth && quantities[at(side, level)] != 0;
    }

    /** Takes over as many levels as there is room for here; levels that the other does not have are absent. */
    public BookLevels copyOf(BookLevels other) {
        isKnown = other.isKnown;
        clear();
        for (int i = 0; i < Math.min(depth, other.depth); i++) {
            set(Side.BUY, i, other.price(Side.BUY, i), other.quantity(Side.BUY, i));
            set(Side.SELL, i, other.price(Side.SELL, i), other.quantity(Side.SELL, i));
        }
        return this;
    }

    /** The first place where two books differ, in words; empty when they are equal. */
    public String firstDifference(BookLevels expected) {
        if (Arrays.equals(prices, expected.prices) && Arrays.equals(quantities, expected.quantities)) return "";
        for (int i = 0; i < depth; i++) {
            for (Side side : new Side[] {Side.SELL, Side.BUY}) {
                if (price(side, i) == expected.price(side, i) && quantity(side, i) == expected.quantity(side, i)) {
                    continue;
                }
                return (side == Side.SELL ? "ask" : "bid") + " level " + (i + 1) + ": expected "
                        + expected.inWords(side, i) + ", ours " + inWords(side, i);
            }
        }
        return "depth " + depth + " against " + expected.depth;
    }

    private String inWords(Side side, int level) {
        return has(side, level) ? quantity(side, level) + " at " + price(side, level) : "none";
    }

    private int at(Side side, int level) {
        return side == Side.SELL ? level : depth + level;
    }
}
