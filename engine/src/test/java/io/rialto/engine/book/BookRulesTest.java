package io.rialto.engine.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.rialto.protocol.Side;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BookRulesTest {
    private final OrderPool orders = new OrderPool(16);
    private final Book book = new Book(orders, new LevelPool(orders, 16));
    private long serial;

    @Test
    void theOldestOrderOfTheBestPriceComesFirst() {
        int first = rests(Side.SELL, 101, 5);
        int second = rests(Side.SELL, 101, 6);
        int better = rests(Side.SELL, 100, 7);
        int bid = rests(Side.BUY, 99, 8);

        assertThat(walk(Side.SELL)).containsExactly(better, first, second);
        assertThat(book.bestTicks(Side.SELL)).isEqualTo(100);
        assertThat(walk(Side.BUY)).containsExactly(bid);
        book.check();
    }

    @Test
    void anEmptySideIsWorseThanAnyPriceAndCrossesNothing() {
        assertThat(book.best(Side.BUY)).isEqualTo(OrderPool.NONE);
        assertThat(book.bestTicks(Side.BUY)).isEqualTo(Long.MIN_VALUE);
        assertThat(book.bestTicks(Side.SELL)).isEqualTo(Long.MAX_VALUE);
        assertThat(book.crosses(Side.BUY, Long.MAX_VALUE)).isFalse();
        assertThat(book.crosses(Side.SELL, Long.MIN_VALUE)).isFalse();
        assertThat(book.isCrossed()).isFalse();
    }

    @Test
    void aTakerCrossesAtTheBestPriceAndNotOneTickBefore() {
        rests(Side.SELL, 101, 5);
        rests(Side.BUY, 99, 5);

        assertThat(book.crosses(Side.BUY, 100)).isFalse();
        assertThat(book.crosses(Side.BUY, 101)).isTrue();
        assertThat(book.crosses(Side.SELL, 100)).isFalse();
        assertThat(book.crosses(Side.SELL, 99)).isTrue();
    }

    @Test
    void aReducedOrderKeepsItsPlaceAndItsLevelFollows() {
        int first = rests(Side.BUY, 100, 5);
        int second = rests(Side.BUY, 100, 6);

        book.reduce(first, 2);

        assertThat(walk(Side.BUY)).containsExactly(first, second);
        assertThat(orders.openLots(first)).isEqualTo(3);
        assertThat(book.levelLots(Side.BUY, 100)).isEqualTo(9);
        book.check();
    }

    @Test
    void anOrderThatLeavesAndComesBackLosesItsPlace() {
        int first = rests(Side.BUY, 100, 5);
        int second = rests(Side.BUY, 100, 6);
        int third = rests(Side.BUY, 100, 7);

        book.remove(second);
        book.rest(second);

        assertThat(walk(Side.BUY)).containsExactly(first, third, second);
        book.check();
    }

    @Test
    void aPartFilledOrderStaysAndAFilledOneLeaves() {
        int first = rests(Side.SELL, 100, 5);
        int second = rests(Side.SELL, 100, 6);

        assertThat(book.fill(first, 4)).isFalse();
        assertThat(book.fill(first, 1)).isTrue();

        assertThat(orders.openLots(first)).isZero();
        assertThat(book.isResting(first)).isFalse();
        assertThat(walk(Side.SELL)).containsExactly(second);
        assertThat(book.levelLots(Side.SELL, 100)).isEqualTo(6);
        assertThat(book.levelOrders(Side.SELL, 100)).isEqualTo(1);
        book.check();
    }

    @Test
    void theNextPriceIsFoundHoweverFarItIs() {
        long[] prices = {1, 64, 65, 4_000, 262_143, 262_144, 10_000_000, 1L << 40, Long.MAX_VALUE};
        List<Integer> asks = new ArrayList<>();
        for (long price : prices) asks.add(rests(Side.SELL, price, 1));
        assertThat(walk(Side.SELL)).isEqualTo(asks);
        book.check();

        for (int i = 0; i < prices.length; i++) {
            assertThat(book.bestTicks(Side.SELL)).isEqualTo(prices[i]);
            book.remove(asks.get(i));
            book.check();
        }
        assertThat(book.isEmpty(Side.SELL)).isTrue();
    }

    @Test
    void pricesBelowZeroAreJustPrices() {
        int low = rests(Side.BUY, -5, 1);
        int high = rests(Side.BUY, 3, 1);
        int lowest = rests(Side.BUY, Long.MIN_VALUE + 1, 1);

        assertThat(walk(Side.BUY)).containsExactly(high, low, lowest);
        book.check();
    }

    @Test
    void aCallAuctionMayLockAndCrossTheBook() {
        int bid = rests(Side.BUY, 102, 1);
        int ask = rests(Side.SELL, 100, 1);
        int locked = rests(Side.SELL, 102, 1);

        assertThat(book.isCrossed()).isTrue();
        assertThat(walk(Side.BUY)).containsExactly(bid);
        assertThat(walk(Side.SELL)).containsExactly(ask, locked);
        book.check();
    }

    @Test
    void depthShowsTheBestLevelsFirstAndNoMoreThanAsked() {
        rests(Side.BUY, 100, 5);
        rests(Side.BUY, 98, 7);
        rests(Side.BUY, 98, 1);
        rests(Side.BUY, 97, 9);
        List<String> seen = new ArrayList<>();

        book.depth(Side.BUY, 2, (ticks, lots, count) -> seen.add(count + " of " + lots + " at " + ticks));

        assertThat(seen).containsExactly("1 of 5 at 100", "2 of 8 at 98");
    }

    @Test
    void damageIsFoundAndNamed() {
        int slot = rests(Side.BUY, 100, 5);
        orders.openLots(slot, 0);

        assertThatIllegalStateException()
                .isThrownBy(book::check)
                .withMessage("a resting order has open lots: priceTicks=100 level=36");
    }

    private int rests(Side side, long ticks, long lots) {
        int slot = orders.claim(++serial);
        orders.terms(slot, side, ticks, lots);
        book.rest(slot);
        return slot;
    }

    private List<Integer> walk(Side side) {
        List<Integer> slots = new ArrayList<>();
        for (int slot = book.best(side); slot != OrderPool.NONE; slot = book.next(slot)) slots.add(slot);
        return slots;
    }
}
