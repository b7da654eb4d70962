package io.rialto.feeds;

import static io.rialto.feeds.History.ALICE;
import static io.rialto.feeds.History.BOB;
import static io.rialto.feeds.History.BTC;
import static io.rialto.feeds.History.BTC_USD;
import static io.rialto.feeds.History.USD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rialto.feeds.Told.Money;
import io.rialto.feeds.Told.Order;
import io.rialto.feeds.orders.OrderStatus;
import io.rialto.feeds.orders.OrderView;
import io.rialto.feeds.position.FeedsStopped;
import io.rialto.feeds.position.Found;
import io.rialto.feeds.trading.SpecialTerms;
import io.rialto.protocol.FeePolicy;
import io.rialto.protocol.FundsDepositedDecoder;
import io.rialto.protocol.OrderType;
import io.rialto.protocol.PostOnly;
import io.rialto.protocol.Reason;
import io.rialto.protocol.SelfTradePrevention;
import io.rialto.protocol.Side;
import io.rialto.protocol.TimeInForce;
import io.rialto.protocol.WithdrawalBegunDecoder;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrderRulesTest {
    private static final Money FOR_300 = new Money(300, 3, 0, 0, 0, 0, FeePolicy.RECEIVED);

    private final History history = History.listed();

    /** Money is another chapter: a pending withdrawal holds enough for whatever these orders spend. */
    @BeforeEach
    void holdEnough() {
        for (int account : new int[] {ALICE, BOB}) {
            for (int asset : new int[] {BTC, USD}) {
                long transfer = account * 10 + asset;
                history.tick(told -> told.funds(FundsDepositedDecoder.TEMPLATE_ID, transfer, account, asset, 1_000)
                        .funds(WithdrawalBegunDecoder.TEMPLATE_ID, transfer + 1_000, account, asset, 1_000));
            }
        }
    }

    @Test
    void aNewOrderShowsItsTermsAndWhereItWasAccepted() {
        Order order = history.buys(ALICE, 5, 100);
        long sequence = history.places(
                order, "a-1", 0, told -> told.accepted(order.at(99), 0).rested(order.at(99)));

        assertThat(view(order))
                .isEqualTo(new OrderView(
                        order.number(),
                        "a-1",
                        ALICE,
                        BTC_USD,
                        Side.BUY,
                        OrderType.LIMIT,
                        TimeInForce.GTC,
                        PostOnly.NO,
                        SelfTradePrevention.CANCEL_NEWEST,
                        100,
                        99,
                        5,
                        0,
                        0,
                        0,
                        5,
                        0,
                        OrderStatus.NEW,
                        Reason.NONE,
                        SpecialTerms.NONE,
                        Optional.empty(),
                        0,
                        false,
                        1,
                        history.timeNanos(),
                        history.timeNanos(),
                        sequence,
                        sequence));
    }

    @Test
    void aFillMovesBothOrdersAndTheSmallerOneIsFilled() {
        Order maker = history.rests(history.sells(ALICE, 5, 100));
        Order taker = history.buys(BOB, 3, 101);
        long created = history.sequence();
        long sequence =
                history.places(taker, "", 0, told -> told.accepted(taker, 0).traded(1, maker, taker, 3, 2, 0, FOR_300));

        assertThat(view(maker)).satisfies(view -> {
            assertThat(view.status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
            assertThat(view.executedLots()).isEqualTo(3);
            assertThat(view.remainingLots()).isEqualTo(2);
            assertThat(view.executedNotionalMinor()).isEqualTo(300);
            assertThat(view.createdSequence()).isEqualTo(created);
            assertThat(view.sequence()).isEqualTo(sequence);
        });
        assertThat(view(taker)).satisfies(view -> {
            assertThat(view.status()).isEqualTo(OrderStatus.FILLED);
            assertThat(view.remainingLots()).isZero();
            assertThat(view.reason()).isEqualTo(Reason.NONE);
        });
    }

    @Test
    void aCancelledOrderKeepsWhatItExecutedAndWhatRemained() {
        Order order = history.rests(history.sells(ALICE, 5, 100));
        history.cancels(order, 5);
        assertThat(view(order).status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(view(order).reason()).isEqualTo(Reason.REQUESTED_BY_OWNER);
        assertThat(view(order).remainingLots()).isEqualTo(5);
        assertThat(history.feeds.orders().openOrders(ALICE)).isZero();
    }

    @Test
    void anAmountThatWasSpentIsFilledAndOneThatBoughtNothingExpired() {
        Order maker = history.rests(history.sells(ALICE, 5, 100));
        Order taker = history.order(BOB, Side.BUY, 0, 0);
        history.places(
                taker,
                "",
                350,
                told -> told.accepted(taker, 0, OrderType.MARKET, TimeInForce.IOC)
                        .traded(1, maker, taker, 3, 2, 0, FOR_300)
                        .expired(taker, 0, 0, Reason.AMOUNT_EXHAUSTED, false));
        assertThat(view(taker).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(view(taker).reason()).isEqualTo(Reason.AMOUNT_EXHAUSTED);

        Order poor = history.order(BOB, Side.BUY, 0, 0);
        history.places(
                poor,
                "",
                50,
                told -> told.accepted(poor, 0, OrderType.MARKET, TimeInForce.IOC)
                        .expired(poor, 0, 0, Reason.AMOUNT_EXHAUSTED, false));
        assertThat(view(poor).status()).isEqualTo(OrderStatus.EXPIRED);

        Order exact = history.order(BOB, Side.BUY, 0, 0);
        history.places(
                exact,
                "",
                200,
                told -> told.accepted(exact, 0, OrderType.MARKET, TimeInForce.IOC)
                        .traded(2, maker, exact, 2, 0, 0, Money.NONE));
        assertThat(view(exact).status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void anAmendedOrderHasANewVersionAndItsOldNumber() {
        Order order = history.rests(history.buys(ALICE, 5, 100));
        Order amended = order.at(98).of(7);
        history.tick(told -> told.amended(order, 5, amended, 7, 2, false, 0).rested(amended));

        assertThat(view(order)).satisfies(view -> {
            assertThat(view.version()).isEqualTo(2);
            assertThat(view.quantityLots()).isEqualTo(7);
            assertThat(view.workingPriceTicks()).isEqualTo(98);
            assertThat(view.requestedPriceTicks()).isEqualTo(98);
            assertThat(view.status()).isEqualTo(OrderStatus.NEW);
        });
    }

    @Test
    void anAmendedOrderThatTakesAllIsFilled() {
        Order maker = history.rests(history.sells(ALICE, 5, 110));
        Order order = history.rests(history.buys(BOB, 5, 100));
        history.tick(told -> told.amended(order, 5, order.at(110), 5, 2, false, 0)
                .traded(1, maker, order.at(110), 5, 0, 0, FOR_300));
        assertThat(view(order).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(view(maker).status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void preventedLotsAreNeitherExecutedNorRemaining() {
        Order maker = history.rests(history.sells(ALICE, 3, 100));
        Order taker = history.buys(ALICE, 6, 100);
        history.places(
                taker,
                "",
                0,
                told -> told.accepted(taker, 0)
                        .prevented(SelfTradePrevention.DECREMENT, maker, taker, 3, 0, 3, 0, 0)
                        .expired(maker, 0, 0, Reason.SELF_TRADE_PREVENTED, true)
                        .rested(taker.of(3)));

        assertThat(view(maker).status()).isEqualTo(OrderStatus.EXPIRED);
        assertThat(view(taker)).satisfies(view -> {
            assertThat(view.preventedLots()).isEqualTo(3);
            assertThat(view.executedLots()).isZero();
            assertThat(view.remainingLots()).isEqualTo(3);
            assertThat(view.status()).isEqualTo(OrderStatus.NEW);
        });
    }

    @Test
    void anUnknownNumberWasNeverSeen() {
        assertThat(history.feeds.orders().order(77).state()).isEqualTo(Found.State.NEVER_SEEN);
    }

    @Test
    void anEventOfAnOrderThatIsNotOpenStopsTheFeeds() {
        Order order = history.rests(history.buys(ALICE, 5, 100));
        Order twin = history.rests(history.buys(ALICE, 5, 100));
        history.cancels(order, 5);
        assertThat(view(twin).status()).isEqualTo(OrderStatus.NEW);
        assertThatThrownBy(() -> history.cancels(order, 5))
                .isInstanceOf(FeedsStopped.class)
                .hasMessageContaining("order must be open: order=" + order.number());
    }

    @Test
    void openLotsThatCannotBeStopTheFeeds() {
        Order maker = history.rests(history.sells(ALICE, 5, 100));
        Order taker = history.buys(BOB, 3, 101);
        assertThatThrownBy(() -> history.places(
                        taker, "", 0, told -> told.accepted(taker, 0).traded(1, maker, taker, 3, 1, 0, FOR_300)))
                .hasMessageContaining("order must have open what is neither executed nor prevented");
    }

    @Test
    void anOrderMustRestEndOrBeFilled() {
        Order order = history.buys(BOB, 3, 101);
        assertThatThrownBy(() -> history.places(order, "", 0, told -> told.accepted(order, 0)))
                .hasMessageContaining("order must rest, wait, end or be filled");
    }

    private OrderView view(Order order) {
        return history.feeds.orders().order(order.number()).item().orElseThrow();
    }
}
