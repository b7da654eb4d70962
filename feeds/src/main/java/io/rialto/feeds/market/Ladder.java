package io.rialto.feeds.market;

import io.rialto.feeds.position.BrokenFeed;
import io.rialto.protocol.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One side of a book: price levels with their open lots and number of orders.
 *
 * <p>Kept in parallel arrays with the best level last, because most changes happen near the best: a new level moves few
 * entries. Prices are kept with the sign that makes them ascend towards the best.
 *
 * <p>Rule, after every change: a level stands when, and only when, it has orders; and every order has a lot at least.
 */
final class Ladder {
    private static final int INITIAL_LEVELS = 64;

    private final Side side;
    private final int sign;
    private long[] signedTicks = new long[INITIAL_LEVELS];
    private long[] lots = new long[INITIAL_LEVELS];
    private int[] orders = new int[INITIAL_LEVELS];
    private int size;

    Ladder(Side side) {
        this.side = side;
        this.sign = side == Side.BUY ? 1 : -1;
    }

    boolean isEmpty() {
        return size == 0;
    }

    long bestTicks() {
        return sign * signedTicks[size - 1];
    }

    /** @return the lots of the level from now on */
    long add(long priceTicks, long addedLots) {
        int index = find(priceTicks);
        if (index < 0) index = insert(~index, sign * priceTicks);
        return change(index, addedLots, 1);
    }

    /** Changes the lots of a level by orders that stay, or that leave when the change of orders is -1. */
    long reduce(long priceTicks, long lessLots, int changeOfOrders) {
        int index = find(priceTicks);
        if (index < 0) throw broken("level must exist", priceTicks, 0, 0);
        return change(index, -lessLots, changeOfOrders);
    }

    /** Best first. */
    List<Level> levels(int limit) {
        List<Level> best = new ArrayList<>(Math.min(limit, size));
        for (int i = size - 1; i >= 0 && best.size() < limit; i--) {
            best.add(new Level(sign * signedTicks[i], lots[i], orders[i]));
        }
        return best;
    }

    private long change(int index, long changeOfLots, int changeOfOrders) {
        long newLots = lots[index] + changeOfLots;
        int newOrders = orders[index] + changeOfOrders;
        if (newLots < newOrders || newOrders < 0 || (newLots == 0) != (newOrders == 0)) {
            throw broken("level must have lots for its orders", sign * signedTicks[index], newLots, newOrders);
        }
        lots[index] = newLots;
        orders[index] = newOrders;
        if (newOrders == 0) remove(index);
        return newLots;
    }

    /** Looks at the best level first; below it, by halves. */
    private int find(long priceTicks) {
        long wanted = sign * priceTicks;
        if (size > 0 && signedTicks[size - 1] == wanted) return size - 1;
        return Arrays.binarySearch(signedTicks, 0, size, wanted);
    }

    private int insert(int index, long signed) {
        if (size == signedTicks.length) grow();
        int moved = size - index;
        System.arraycopy(signedTicks, index, signedTicks, index + 1, moved);
        System.arraycopy(lots, index, lots, index + 1, moved);
        System.arraycopy(orders, index, orders, index + 1, moved);
        signedTicks[index] = signed;
        lots[index] = 0;
        orders[index] = 0;
        size++;
        return index;
    }

    private void remove(int index) {
        int moved = size - index - 1;
        System.arraycopy(signedTicks, index + 1, signedTicks, index, moved);
        System.arraycopy(lots, index + 1, lots, index, moved);
        System.arraycopy(orders, index + 1, orders, index, moved);
        size--;
    }

    private void grow() {
        signedTicks = Arrays.copyOf(signedTicks, size * 2);
        lots = Arrays.copyOf(lots, size * 2);
        orders = Arrays.copyOf(orders, size * 2);
    }

    private BrokenFeed broken(String rule, long priceTicks, long newLots, long newOrders) {
        return new BrokenFeed(rule + ": side=" + side + " priceTicks=" + priceTicks + " quantityLots=" + newLots
                + " orders=" + newOrders);
    }
}
