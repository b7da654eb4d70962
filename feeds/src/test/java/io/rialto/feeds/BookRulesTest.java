package io.rialto.feeds;

import static io.rialto.feeds.History.ALICE;
import static io.rialto.feeds.History.BOB;
import static io.rialto.feeds.History.BTC_USD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rialto.feeds.Told.Money;
import io.rialto.feeds.Told.Order;
import io.rialto.feeds.market.Book;
import io.rialto.feeds.market.Level;
import io.rialto.feeds.position.FeedsStopped;
import io.rialto.protocol.Reason;
import io.rialto.protocol.SelfTradePrevention;
import java.util.List;
import org.junit.jupiter.api.Test;

class BookRulesTest {
    private final History history = History.listed();

    @Test
    void bothSidesAreBestFirstAndAsDeepAsAskedFor() {
        for (long price : new long[] {100, 102, 101, 99}) history.rests(history.buys(ALICE, price - 90, price));
        for (long price : new long[] {110, 108, 109, 111}) history.rests(history.sells(BOB, 3, price));
        history.rests(history.sells(BOB, 4, 109));

        Book book = history.feeds.books().book(BTC_USD, 3);

        assertThat(book.bids()).containsExactly(new Level(102, 12, 1), new Level(101, 11, 1), new Level(100, 10, 1));
        assertThat(book.asks()).containsExactly(new Level(108, 3, 1), new Level(109, 7, 2), new Level(110, 3, 1));
        assertThat(book.sequence()).isEqualTo(history.sequence());
        assertThat(book.changedSequence()).isEqualTo(history.sequence());
    }

    @Test
    void anInstrumentWithoutOrdersHasAnEmptyBook() {
        Book book = history.feeds.books().book(BTC_USD, 5);
        assertThat(book.bids()).isEmpty();
        assertThat(book.bestAskTicks()).isEmpty();
        assertThat(book.changedSequence()).isZero();
    }

    @Test
    void aTradeTakesFromTheMakersLevel() {
        Order first = history.rests(history.sells(ALICE, 5, 101));
        history.rests(history.sells(ALICE, 4, 101));
        Order taker = history.buys(BOB, 6, 103);

        history.places(
                taker,
                "",
                0,
                told -> told.accepted(taker, 0)
                        .traded(1, first, taker, 5, 0, 1, Money.NONE)
                        .rested(taker.of(1).at(100)));

        looksLike(List.of(new Level(100, 1, 1)), List.of(new Level(101, 4, 1)));
    }

    @Test
    void aCancelledOrderLeavesItsLevel() {
        Order order = history.rests(history.buys(ALICE, 5, 100));
        history.rests(history.buys(ALICE, 2, 100));
        history.cancels(order, 5);
        looksLike(List.of(new Level(100, 2, 1)), List.of());
    }

    @Test
    void theRemainderOfAnImmediateOrderNeverShows() {
        Order taker = history.buys(BOB, 6, 103);
        history.places(
                taker, "", 0, told -> told.accepted(taker, 0).expired(taker, 6, 0, Reason.IMMEDIATE_OR_CANCEL, false));
        looksLike(List.of(), List.of());
    }

    @Test
    void anAmendThatKeepsItsPlaceChangesOnlyTheLots() {
        Order order = history.rests(history.buys(ALICE, 5, 100));
        history.tick(told -> told.amended(order, 5, order.of(3), 3, 2, true, 0));
        looksLike(List.of(new Level(100, 3, 1)), List.of());
    }

    @Test
    void anAmendThatLosesItsPlaceLeavesAndRestsAnew() {
        Order order = history.rests(history.buys(ALICE, 5, 100));
        history.tick(told -> told.amended(order, 5, order.at(98).of(7), 7, 2, false, 0)
                .rested(order.at(98).of(7)));
        looksLike(List.of(new Level(98, 7, 1)), List.of());
    }

    @Test
    void preventionByDecrementTakesFromTheLevelAndOthersDoNot() {
        Order maker = history.rests(history.sells(ALICE, 3, 100));
        Order other = history.rests(history.sells(ALICE, 5, 100));
        Order taker = history.buys(ALICE, 3, 100);
        history.places(
                taker,
                "",
                0,
                told -> told.accepted(taker, 0)
                        .prevented(SelfTradePrevention.DECREMENT, maker, taker, 3, 0, 0, 0, 0)
                        .expired(maker, 0, 0, Reason.SELF_TRADE_PREVENTED, true)
                        .expired(taker, 0, 0, Reason.SELF_TRADE_PREVENTED, false));
        looksLike(List.of(), List.of(new Level(100, 5, 1)));

        Order newest = history.buys(ALICE, 3, 100);
        history.places(
                newest,
                "",
                0,
                told -> told.accepted(newest, 0)
                        .prevented(SelfTradePrevention.CANCEL_NEWEST, other, newest, 3, 5, 3, 0, 0)
                        .expired(newest, 3, 0, Reason.SELF_TRADE_PREVENTED, false));
        looksLike(List.of(), List.of(new Level(100, 5, 1)));

        Order oldest = history.buys(ALICE, 3, 100);
        history.places(
                oldest,
                "",
                0,
                told -> told.accepted(oldest, 0)
                        .prevented(SelfTradePrevention.CANCEL_OLDEST, other, oldest, 3, 5, 3, 0, 0)
                        .expired(other, 5, 0, Reason.SELF_TRADE_PREVENTED, true)
                        .rested(oldest));
        looksLike(List.of(new Level(100, 3, 1)), List.of());
    }

    @Test
    void aCrossedBookStopsTheFeedsAtItsFrame() {
        history.rests(history.sells(ALICE, 5, 101));
        Order crossing = history.buys(BOB, 5, 101);

        assertThatThrownBy(() -> history.rests(crossing))
                .isInstanceOf(FeedsStopped.class)
                .hasMessageContaining("book must not be crossed: bestBidTicks=101 bestAskTicks=101");

        assertThat(history.feeds.health().fault().orElseThrow()).contains("at sequence=6");
        assertThat(history.feeds.position()).isEqualTo(5);
        assertThatThrownBy(() -> history.feeds.books().book(BTC_USD, 1)).isInstanceOf(FeedsStopped.class);
    }

    @Test
    void moreLotsThanAreOpenStopTheFeeds() {
        Order order = history.rests(history.sells(ALICE, 5, 101));
        assertThatThrownBy(() -> history.cancels(order, 6))
                .isInstanceOf(FeedsStopped.class)
                .hasMessageContaining("order must have open what is neither executed nor prevented");
    }

    private void looksLike(List<Level> bids, List<Level> asks) {
        Book book = history.feeds.books().book(BTC_USD, 10);
        assertThat(book.bids()).isEqualTo(bids);
        assertThat(book.asks()).isEqualTo(asks);
    }
}
