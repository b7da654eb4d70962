package io.rialto.feeds;

import static io.rialto.feeds.History.ALICE;
import static io.rialto.feeds.History.BOB;
import static io.rialto.feeds.History.BTC_USD;
import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.feeds.Told.Money;
import io.rialto.feeds.Told.Order;
import io.rialto.feeds.business.BusinessEvent;
import io.rialto.feeds.business.BusinessEvent.Maker;
import io.rialto.feeds.business.BusinessEvent.OrderChanged;
import io.rialto.feeds.business.BusinessEvent.OrderExecuted;
import io.rialto.feeds.business.BusinessEvent.OrderPlaced;
import io.rialto.feeds.business.BusinessEvent.OrderRejected;
import io.rialto.feeds.business.BusinessEvent.Origin;
import io.rialto.feeds.business.BusinessEvent.PositionClosed;
import io.rialto.feeds.business.BusinessEvent.TradeExecuted;
import io.rialto.feeds.business.EventKind;
import io.rialto.feeds.business.EventReader;
import io.rialto.protocol.FeePolicy;
import io.rialto.protocol.OrderType;
import io.rialto.protocol.Reason;
import io.rialto.protocol.Side;
import io.rialto.protocol.TimeInForce;
import io.rialto.protocol.frame.FrameView;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What frames mean to the business: of each frame all that is told. */
class BusinessEventRulesTest {
    private static final Money NOTHING = Money.NONE;

    private final EventReader reader = new EventReader();
    private final FrameView view = new FrameView();
    private final List<BusinessEvent> told = new ArrayList<>();
    private final History history = new History(FeedsOptions.defaults());

    @BeforeEach
    void list() {
        history.into(frame -> {
                    told.clear();
                    told.addAll(reader.read(view.wrap(frame.buffer(), 0)));
                })
                .lists();
        assertThat(told).isEmpty();
    }

    private Origin at(int index) {
        return new Origin(history.sequence(), index, history.timeNanos(), 0, 0, 0, 0);
    }

    private static Money money(long notionalMinor, long baseMinor, long takerFeeMinor) {
        return new Money(notionalMinor, baseMinor, 0, takerFeeMinor, 0, 0, FeePolicy.RECEIVED);
    }

    private OrderPlaced placed(int index, Order order, String id) {
        return new OrderPlaced(
                at(index),
                order.account(),
                order.number(),
                BTC_USD,
                id,
                order.side(),
                OrderType.LIMIT,
                TimeInForce.GTC,
                order.priceTicks(),
                order.lots(),
                0,
                Maker.CLIENT);
    }

    private OrderExecuted executed(
            int index,
            EventKind kind,
            Order order,
            String id,
            long trade,
            long ticks,
            long lots,
            long open,
            boolean is) {
        return new OrderExecuted(
                at(index),
                kind,
                order.account(),
                order.number(),
                BTC_USD,
                id,
                order.side(),
                trade,
                ticks,
                lots,
                open,
                0,
                is);
    }

    @Test
    void anOrderIsPlacedWithItsClientsId() {
        Order ask = history.sells(ALICE, 5, 100);
        history.places(ask, "a-1", 0, frame -> frame.accepted(ask, 0).rested(ask));
        assertThat(told).containsExactly(placed(0, ask, "a-1"));
    }

    @Test
    void aTradeIsToldToAllAndToBothSidesUntilOneIsFilled() {
        Order ask = history.sells(ALICE, 5, 100);
        history.places(ask, "a-1", 0, frame -> frame.accepted(ask, 0).rested(ask));
        Order bid = history.buys(BOB, 2, 101);
        long trade = history.nextTrade();
        history.places(bid, "b-1", 0, frame -> frame.accepted(bid, 0).traded(trade, ask, bid, 2, 3, 0, NOTHING));
        assertThat(told)
                .containsExactly(
                        placed(0, bid, "b-1"),
                        new TradeExecuted(at(1), BTC_USD, trade, 100, 2, Side.BUY),
                        executed(2, EventKind.ORDER_FILLED, bid, "b-1", trade, 100, 2, 0, false),
                        executed(3, EventKind.ORDER_PARTIALLY_FILLED, ask, "a-1", trade, 100, 2, 3, true));
        history.cancels(ask, 3);
        assertThat(told)
                .containsExactly(new OrderChanged(
                        at(0),
                        EventKind.ORDER_CANCELLED,
                        ALICE,
                        ask.number(),
                        BTC_USD,
                        "a-1",
                        Side.SELL,
                        100,
                        3,
                        Reason.REQUESTED_BY_OWNER));
    }

    /** Whether it has spent its amount shows at the end of its frame. */
    @Test
    void ofAnOrderByAmountTheLastFillFillsIt() {
        Order one = history.rests(history.sells(ALICE, 1, 100));
        Order other = history.rests(history.sells(ALICE, 1, 101));
        Order bid = history.buys(BOB, 0, 0);
        history.places(
                bid,
                "",
                250,
                frame -> frame.accepted(bid, 0)
                        .traded(1, one, bid, 1, 0, 0, NOTHING)
                        .traded(2, other, bid, 1, 0, 0, NOTHING)
                        .expired(bid, 0, 0, Reason.AMOUNT_EXHAUSTED, false));
        assertThat(told.stream().filter(event -> event.account() == BOB).map(BusinessEvent::kind))
                .containsExactly(EventKind.ORDER_PLACED, EventKind.ORDER_PARTIALLY_FILLED, EventKind.ORDER_FILLED);
    }

    @Test
    void whatExpiresLeavesItsLastFillPartial() {
        Order one = history.rests(history.sells(ALICE, 1, 100));
        Order bid = history.buys(BOB, 0, 0);
        history.places(
                bid,
                "",
                250,
                frame -> frame.accepted(bid, 0)
                        .traded(1, one, bid, 1, 0, 0, NOTHING)
                        .expired(bid, 0, 0, Reason.NO_LIQUIDITY, false));
        assertThat(told.stream().filter(event -> event.account() == BOB).map(BusinessEvent::kind))
                .containsExactly(EventKind.ORDER_PLACED, EventKind.ORDER_PARTIALLY_FILLED, EventKind.ORDER_EXPIRED);
    }

    @Test
    void aRefusalIsToldWithWhatWasAskedForButNotARepetition() {
        Order bid = history.buys(BOB, 2, 101);
        history.places(bid, "b-7", 0, frame -> frame.rejected(Reason.INSUFFICIENT_FUNDS));
        assertThat(told)
                .containsExactly(
                        new OrderRejected(at(0), BOB, BTC_USD, "b-7", Side.BUY, 101, 2, Reason.INSUFFICIENT_FUNDS));
        history.places(bid, "b-7", 0, frame -> frame.rejected(Reason.DUPLICATE_REQUEST));
        assertThat(told).isEmpty();
    }

    /** Bob bought 4 for 420 and sold them for 730; Alice did the opposite. */
    @Test
    void aPositionThatIsClosedTellsWhatItRealised() {
        trades(ALICE, BOB, money(200, 2, 0));
        trades(ALICE, BOB, money(220, 2, 0));
        trades(BOB, ALICE, money(130, 1, 0));
        assertThat(told.stream().map(BusinessEvent::kind)).doesNotContain(EventKind.POSITION_CLOSED);
        trades(BOB, ALICE, money(600, 3, 0));
        int last = told.size();
        assertThat(told.subList(last - 2, last))
                .containsExactly(
                        new PositionClosed(at(last - 2), ALICE, BTC_USD, Side.SELL, BigInteger.valueOf(-310)),
                        new PositionClosed(at(last - 1), BOB, BTC_USD, Side.BUY, BigInteger.valueOf(310)));
    }

    /** The buyer takes. */
    private void trades(int seller, int buyer, Money money) {
        Order ask = history.rests(history.sells(seller, 1, 100));
        Order bid = history.buys(buyer, 1, 100);
        long trade = history.nextTrade();
        history.places(bid, "", 0, frame -> frame.accepted(bid, 0).traded(trade, ask, bid, 1, 0, 0, money));
    }

    @Test
    void theRequestBehindAFrameIsNamed() {
        Order bid = history.buys(BOB, 2, 101);
        history.request(BOB, 0xABL, 0xCDL, 7, frame -> frame.accepted(bid, 0).rested(bid));
        Origin origin = told.get(0).origin();
        assertThat(origin.correlationId()).isEqualTo("00000000-0000-0001-0000-000000000002");
        assertThat(origin.requestKey()).isEqualTo("00000000000000ab00000000000000cd");
    }
}
