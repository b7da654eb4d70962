package io.rialto.feeds;

import static io.rialto.feeds.History.ALICE;
import static io.rialto.feeds.History.BOB;
import static io.rialto.feeds.History.BTC_USD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rialto.feeds.Told.Money;
import io.rialto.feeds.Told.Order;
import io.rialto.feeds.fills.Fill;
import io.rialto.feeds.fills.Liquidity;
import io.rialto.feeds.orders.OrderFilter;
import io.rialto.feeds.orders.OrderStatus;
import io.rialto.feeds.orders.OrderView;
import io.rialto.feeds.position.Found;
import io.rialto.feeds.position.Page;
import io.rialto.protocol.Side;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OrderListRulesTest {
    private static final int CLOSED_KEPT = 20;
    private static final int FILLS_KEPT = 10;

    private final History history = History.listed(new FeedsOptions(
            100, CLOSED_KEPT, FILLS_KEPT, 10, 1_000, 64, true, Duration.ofHours(1), Duration.ofMillis(1)));

    @Test
    void listsAreNewestFirstAndStandStillWhileOrdersAreAdded() {
        List<Order> orders = new ArrayList<>();
        for (int i = 0; i < 7; i++) orders.add(history.rests(history.buys(ALICE, 1, 10 + i)));
        history.rests(history.buys(BOB, 1, 5));

        Page<OrderView> first = page(OrderFilter.ALL, Page.NEWEST, 3);
        history.rests(history.buys(ALICE, 1, 30));
        history.cancels(orders.get(3), 1);
        Page<OrderView> second = page(OrderFilter.ALL, first.next().orElseThrow(), 3);
        Page<OrderView> third = page(OrderFilter.ALL, second.next().orElseThrow(), 3);

        assertThat(numbers(first)).containsExactly(number(orders, 6), number(orders, 5), number(orders, 4));
        assertThat(numbers(second)).containsExactly(number(orders, 3), number(orders, 2), number(orders, 1));
        assertThat(numbers(third)).containsExactly(number(orders, 0));
        assertThat(third.next()).isEmpty();
        assertThat(third.olderDropped()).isFalse();
    }

    @Test
    void filtersAreByStatusInstrumentAndTime() {
        List<Order> orders = new ArrayList<>();
        long[] created = new long[6];
        for (int i = 0; i < 6; i++) {
            orders.add(history.rests(history.buys(ALICE, 1, 10 + i)));
            created[i] = history.timeNanos();
        }
        history.cancels(orders.get(1), 1);
        history.cancels(orders.get(4), 1);

        assertThat(numbers(page(OrderFilter.OPEN, Page.NEWEST, 10)))
                .containsExactly(number(orders, 5), number(orders, 3), number(orders, 2), number(orders, 0));
        assertThat(numbers(page(OrderFilter.CLOSED, Page.NEWEST, 10)))
                .containsExactly(number(orders, 4), number(orders, 1));
        assertThat(numbers(page(OrderFilter.ALL.with(Set.of(OrderStatus.FILLED)), Page.NEWEST, 10)))
                .isEmpty();
        assertThat(numbers(page(OrderFilter.ALL.createdIn(created[2], created[4]), Page.NEWEST, 10)))
                .containsExactly(number(orders, 3), number(orders, 2));
        assertThat(numbers(page(OrderFilter.OPEN.of(BTC_USD + 1), Page.NEWEST, 10)))
                .isEmpty();
    }

    @Test
    void aClientOrderIdFindsTheOpenOrderAndElseTheLastClosedOne() {
        Order first = named("a", 10);
        history.cancels(first, 1);
        Order second = named("a", 11);

        assertThat(found("a")).isEqualTo(second.number());
        history.cancels(second, 1);
        assertThat(found("a")).isEqualTo(second.number());
        assertThat(history.feeds.orders().order(BOB, "a").state()).isEqualTo(Found.State.NEVER_SEEN);
        assertThat(history.feeds.orders().order(ALICE, "b").state()).isEqualTo(Found.State.NEVER_SEEN);
    }

    @Test
    void openOrdersStayAndTheOldestClosedOnesAreDroppedAndTheAnswerSaysSo() {
        Order open = history.rests(history.buys(ALICE, 1, 9));
        List<Order> closed = new ArrayList<>();
        for (int i = 0; i < CLOSED_KEPT + 30; i++) {
            Order order = named("c" + i, 10);
            history.cancels(order, 1);
            closed.add(order);
        }

        assertThat(history.feeds.orders().order(open.number()).isFound()).isTrue();
        assertThat(history.feeds.orders().order(number(closed, 30)).isFound()).isTrue();
        assertThat(history.feeds.orders().order(number(closed, 29)).state()).isEqualTo(Found.State.NO_LONGER_KEPT);
        assertThat(history.feeds.orders().order(ALICE, "c29").state()).isEqualTo(Found.State.NO_LONGER_KEPT);
        assertThat(history.feeds.orders().order(Long.MAX_VALUE).state()).isEqualTo(Found.State.NEVER_SEEN);
        Page<OrderView> all = page(OrderFilter.ALL, Page.NEWEST, 100);
        assertThat(all.items()).hasSize(CLOSED_KEPT + 1);
        assertThat(all.olderDropped()).isTrue();
        assertThat(page(OrderFilter.OPEN, Page.NEWEST, 100).olderDropped()).isFalse();
        assertThat(page(OrderFilter.ALL, number(closed, 5), 100).items()).hasSize(1);
    }

    @Test
    void aFillIsKeptForEachSide() {
        Order maker = history.rests(history.sells(ALICE, 4, 100));
        Order taker = history.buys(BOB, 4, 101);
        long sequence = history.places(
                taker, "", 0, told -> told.accepted(taker, 0).traded(1, maker, taker, 4, 0, 0, Money.NONE));

        long time = history.timeNanos();
        assertThat(history.feeds
                        .orders()
                        .fillsOfOrder(maker.number(), Page.NEWEST, 10)
                        .items())
                .containsExactly(new Fill(
                        1,
                        1,
                        maker.number(),
                        ALICE,
                        BTC_USD,
                        Side.SELL,
                        Liquidity.MAKER,
                        100,
                        4,
                        0,
                        0,
                        History.USD,
                        time,
                        sequence));
        assertThat(fills(BOB, Page.NEWEST, 10).items())
                .containsExactly(new Fill(
                        2,
                        1,
                        taker.number(),
                        BOB,
                        BTC_USD,
                        Side.BUY,
                        Liquidity.TAKER,
                        100,
                        4,
                        0,
                        0,
                        History.BTC,
                        time,
                        sequence));
    }

    @Test
    void fillsArePagedNewestFirstAndTheOldestAreDroppedAndThePageSaysSo() {
        Order maker = history.rests(history.sells(ALICE, 100, 100));
        for (int i = 1; i <= 3; i++) take(maker, i);
        Page<Fill> first = fills(ALICE, Page.NEWEST, 2);
        take(maker, 4);
        Page<Fill> second = fills(ALICE, first.next().orElseThrow(), 2);
        assertThat(trades(first)).containsExactly(3L, 2L);
        assertThat(trades(second)).containsExactly(1L);
        assertThat(second.olderDropped()).isFalse();

        for (int i = 5; i <= 9; i++) take(maker, i);
        Page<Fill> kept = fills(ALICE, Page.NEWEST, 100);
        assertThat(trades(kept)).containsExactly(9L, 8L, 7L, 6L, 5L);
        assertThat(kept.olderDropped()).isTrue();
        assertThat(fills(ALICE, second.items().get(0).number(), 5)).satisfies(page -> {
            assertThat(page.items()).isEmpty();
            assertThat(page.olderDropped()).isTrue();
        });
        assertThat(trades(history.feeds.orders().fillsOfOrder(maker.number(), Page.NEWEST, 2)))
                .containsExactly(9L, 8L);
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        Order maker = history.rests(history.sells(ALICE, 100, 100));
        take(maker, 1);
        assertThatThrownBy(() -> fills(ALICE, 2, 5)).hasMessage("cursor must be of a page of this list: was 2");
        assertThatThrownBy(() -> fills(ALICE, 3, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> fills(ALICE, 0, 5)).isInstanceOf(IllegalArgumentException.class);
    }

    private void take(Order maker, long trade) {
        Order taker = history.buys(BOB, 1, 100);
        history.places(
                taker,
                "",
                0,
                told -> told.accepted(taker, 0).traded(trade, maker, taker, 1, 100 - trade, 0, Money.NONE));
    }

    private Order named(String clientOrderId, long priceTicks) {
        Order order = history.buys(ALICE, 1, priceTicks);
        history.places(order, clientOrderId, 0, told -> told.accepted(order, 0).rested(order));
        return order;
    }

    private long found(String clientOrderId) {
        return history.feeds
                .orders()
                .order(ALICE, clientOrderId)
                .item()
                .orElseThrow()
                .order();
    }

    private Page<OrderView> page(OrderFilter filter, long cursor, int limit) {
        return history.feeds.orders().orders(ALICE, filter, cursor, limit);
    }

    private Page<Fill> fills(int account, long cursor, int limit) {
        return history.feeds.orders().fillsOfAccount(account, 0, cursor, limit);
    }

    private static List<Long> numbers(Page<OrderView> page) {
        return page.items().stream().map(OrderView::order).toList();
    }

    private static List<Long> trades(Page<Fill> page) {
        return page.items().stream().map(Fill::trade).toList();
    }

    private static long number(List<Order> orders, int index) {
        return orders.get(index).number();
    }
}
