package io.rialto.engine.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.protocol.Side;
import org.junit.jupiter.api.Test;

class OrderPoolTest {
    private final OrderPool orders = new OrderPool(16);

    @Test
    void aNumberLeadsToItsOrderUntilTheOrderEnds() {
        int slot = orders.claim(7);
        long number = orders.orderNumber(slot);
        assertThat(number).isEqualTo(7L << 27 | slot);
        assertThat(orders.slotOf(number)).isEqualTo(slot);

        orders.free(slot);
        assertThat(orders.slotOf(number)).isEqualTo(OrderPool.NONE);

        int again = orders.claim(8);
        assertThat(again).isEqualTo(slot);
        assertThat(orders.slotOf(number)).isEqualTo(OrderPool.NONE);
    }

    @Test
    void madeUpNumbersLeadNowhere() {
        orders.claim(1);
        for (long number : new long[] {0, 1, -1, 1L << 27 | 1, Long.MAX_VALUE, Long.MIN_VALUE, 1L << 62}) {
            assertThat(orders.slotOf(number)).as("number %d", number).isEqualTo(OrderPool.NONE);
        }
    }

    @Test
    void theSlotFreedLastIsTakenFirst() {
        int first = orders.claim(1);
        int second = orders.claim(2);
        orders.free(first);
        orders.free(second);

        assertThat(orders.firstFree()).isEqualTo(second);
        assertThat(orders.nextFree(second)).isEqualTo(first);
        assertThat(orders.claim(3)).isEqualTo(second);
        assertThat(orders.claim(4)).isEqualTo(first);
        assertThat(orders.claim(5)).isEqualTo(2);
        assertThat(orders.openOrders()).isEqualTo(3);
    }

    @Test
    void ordersKeepTheirFieldsWhileThePoolGrows() {
        for (int i = 0; i < 1_000; i++) {
            int slot = orders.claim(i + 1);
            orders.terms(slot, i % 2 == 0 ? Side.BUY : Side.SELL, -i, i);
            orders.quantityLots(slot, i * 3L);
        }
        for (int slot = 0; slot < 1_000; slot++) {
            assertThat(orders.side(slot)).isEqualTo(slot % 2 == 0 ? Side.BUY : Side.SELL);
            assertThat(orders.priceTicks(slot)).isEqualTo(-slot);
            assertThat(orders.openLots(slot)).isEqualTo(slot);
            assertThat(orders.quantityLots(slot)).isEqualTo(slot * 3L);
        }
    }

    @Test
    void fieldsThatShareAWordDoNotDisturbEachOther() {
        int slot = orders.claim(1);
        orders.flags(slot, 0x7FFF_FFFF);
        orders.terms(slot, Side.SELL, 5, 6);
        orders.owner(slot, -2, 3);
        orders.balances(slot, -4, 5);
        orders.tradeGroup(slot, -6);
        orders.feePrepaid(slot, 7);
        orders.version(slot, -10);
        orders.clientIdSlot(slot, 11);

        assertThat(orders.flags(slot)).isEqualTo(0x7FFF_FFFF);
        assertThat(orders.side(slot)).isEqualTo(Side.SELL);
        assertThat(orders.account(slot)).isEqualTo(-2);
        assertThat(orders.instrument(slot)).isEqualTo(3);
        assertThat(orders.baseBalance(slot)).isEqualTo(-4);
        assertThat(orders.quoteBalance(slot)).isEqualTo(5);
        assertThat(orders.tradeGroup(slot)).isEqualTo(-6);
        assertThat(orders.feePrepaid(slot)).isEqualTo(7);
        assertThat(orders.version(slot)).isEqualTo(-10);
        assertThat(orders.clientIdSlot(slot)).isEqualTo(11);
    }
}
