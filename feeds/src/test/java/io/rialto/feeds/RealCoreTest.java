package io.rialto.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.engine.Core;
import io.rialto.engine.CoreOptions;
import io.rialto.engine.StateView;
import io.rialto.feeds.balances.Balance;
import io.rialto.feeds.market.Book;
import io.rialto.feeds.market.Level;
import io.rialto.feeds.market.Trade;
import io.rialto.feeds.orders.OrderFilter;
import io.rialto.feeds.orders.OrderView;
import io.rialto.feeds.position.Page;
import io.rialto.protocol.Side;
import io.rialto.protocol.TriggerSource;
import io.rialto.protocol.frame.FrameView;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.agrona.collections.LongArrayList;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** After every frame of the real core, the feeds know from its events what the core knows in its state. */
class RealCoreTest {
    private static final int COMMANDS = 4_000;
    private static final int LEVELS = 1_000;

    private final Core core = new Core(CoreOptions.defaults());
    private final StateView state = core.state();
    private final Feeds feeds = new Feeds(FeedsOptions.defaults());
    private final FrameView view = new FrameView();
    private int trailsSeen;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    @Timeout(60)
    void theFeedsFollowTheCore(long seed) {
        RandomCommands commands = new RandomCommands(seed);
        for (int i = 1; i <= COMMANDS; i++) {
            commands.next(openOrders());
            core.decide(commands.frame);
            feeds.onFrame(view.wrap(commands.frame.buffer(), 0));
            String where = "seed " + seed + " sequence " + core.sequence();
            booksAgree(where);
            balancesAgree(where);
            ordersAgree(where);
            if (i % 20 == 0) trailsAgree(where);
        }
        assertThat(trailsSeen).as("trails of seed " + seed).isGreaterThan(COMMANDS / 20);
        assertThat(state.tradeCount()).as("trades of seed " + seed).isGreaterThan(COMMANDS / 20);
    }

    private long[] openOrders() {
        LongArrayList open = new LongArrayList();
        for (int instrument = 1; instrument <= state.instrumentCount(); instrument++) {
            for (Side side : new Side[] {Side.BUY, Side.SELL}) {
                state.openOrders(instrument, side, (order, account, priceTicks, openLots) -> open.addLong(order));
            }
        }
        return open.toLongArray();
    }

    private void booksAgree(String where) {
        for (int instrument = 1; instrument <= state.instrumentCount(); instrument++) {
            Book book = feeds.books().book(instrument, LEVELS);
            assertThat(book.bids()).as(where).isEqualTo(levels(instrument, Side.BUY));
            assertThat(book.asks()).as(where).isEqualTo(levels(instrument, Side.SELL));
            long last = feeds.tape().last(instrument).map(Trade::priceTicks).orElse(0L);
            assertThat(last).as(where).isEqualTo(state.lastTradeTicks(instrument));
        }
    }

    private List<Level> levels(int instrument, Side side) {
        List<Level> levels = new ArrayList<>();
        state.depth(
                instrument,
                side,
                LEVELS,
                (priceTicks, lots, orders) -> levels.add(new Level(priceTicks, lots, orders)));
        return levels;
    }

    /** What the feed derives from the tape and the mark price is what the core waits for. */
    private void trailsAgree(String where) {
        for (int account = 100; account < 100 + state.accountCount(); account++) {
            OrderFilter open = OrderFilter.OPEN;
            for (OrderView order :
                    feeds.orders().orders(account, open, Page.NEWEST, 100).items()) {
                if (order.parking().isEmpty() || order.special().triggerSource() == TriggerSource.BEST) continue;
                long extremeTicks = state.extremeTicks(order.order());
                long shownTicks = order.special().triggerTicks().orElse(0);
                assertThat(shownTicks).as(where + " order " + order.order()).isEqualTo(trigger(order, extremeTicks));
                if (extremeTicks != 0) trailsSeen++;
            }
        }
    }

    private static long trigger(OrderView order, long extremeTicks) {
        if (extremeTicks == 0) return 0;
        boolean sells = order.side() == Side.SELL;
        BigDecimal extreme = BigDecimal.valueOf(extremeTicks);
        BigDecimal part = BigDecimal.valueOf(order.special().trailingBps(), 4);
        BigDecimal way =
                extreme.multiply(part).add(BigDecimal.valueOf(order.special().trailingTicks()));
        BigDecimal trigger = sells ? extreme.subtract(way) : extreme.add(way);
        return Math.max(
                0,
                trigger.setScale(0, sells ? RoundingMode.FLOOR : RoundingMode.CEILING)
                        .longValueExact());
    }

    private void balancesAgree(String where) {
        for (int account = 1; account < 100 + state.accountCount(); account = account == 2 ? 100 : account + 1) {
            for (int asset = 1; asset <= state.assetCount(); asset++) {
                Balance balance = feeds.balances().balance(account, asset);
                String which = where + " account " + account + " asset " + asset;
                assertThat(balance.totalMinor()).as(which).isEqualTo(state.totalMinor(account, asset));
                assertThat(balance.heldMinor()).as(which).isEqualTo(state.heldMinor(account, asset));
            }
        }
    }

    private void ordersAgree(String where) {
        for (int instrument = 1; instrument <= state.instrumentCount(); instrument++) {
            for (Side side : new Side[] {Side.BUY, Side.SELL}) {
                state.openOrders(instrument, side, (number, account, priceTicks, openLots) -> {
                    OrderView order = feeds.orders().order(number).item().orElseThrow();
                    String which = where + " order " + number;
                    assertThat(order.status().isOpen()).as(which).isTrue();
                    assertThat(order.account()).as(which).isEqualTo(account);
                    assertThat(order.workingPriceTicks()).as(which).isEqualTo(priceTicks);
                    assertThat(order.remainingLots()).as(which).isEqualTo(openLots);
                });
            }
        }
        int open = 0;
        for (int account = 100; account < 100 + state.accountCount(); account++) {
            open += feeds.orders().openOrders(account);
        }
        assertThat(open).as(where).isEqualTo(state.openOrderCount());
    }
}
